"""Municipalities that have begun: what each rests on, and who is told of it."""

from collections import Counter

import pytest

from framtid.consequences.parameters import references
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.stories.examples import MOST, example, examples, likest


def _told(*about: str) -> Counter[str]:
    return Counter(likest(outlook_of(one.code), about) for one in places().municipalities)


def test_an_example_has_a_place_a_lever_a_year_and_a_page_to_read() -> None:
    assert len(examples()) >= 28
    assert len({one.place[:2] for one in examples().values()}) >= 12, "from all over the country"
    assert len({one.lever for one in examples().values()}) == len(levers())
    for name, one in examples().items():
        assert places().get(one.place)
        assert one.lever in levers()
        assert 2000 < one.year <= 2026, name
        assert one.sources, name
        for source in (references()[each] for each in one.sources):
            assert source.title, name
            assert source.publisher, name
            assert source.link.startswith(("https://", "http://")), name
            assert one.year - 1 <= source.year <= 2026, f"{name}: the page is not older than it"


@pytest.mark.parametrize("about", [(), tuple(levers())], ids=["no path", "a path of everything"])
def test_no_example_is_told_to_half_the_country(about: tuple[str, ...]) -> None:
    told = _told(*about)
    assert told.total() == len(places().municipalities)
    assert max(told.values()) <= MOST == 45, told.most_common(3)
    assert len(told) >= 20
    assert all(examples()[name].worked for name in told), "those that worked come first"


@pytest.mark.parametrize("lever", levers())
def test_an_example_is_about_the_lever_and_never_the_place_itself(lever: str) -> None:
    assert examples()[likest(outlook_of("1151"), {lever})].lever == lever
    for one in examples().values():
        picked = likest(outlook_of(one.place), {lever})
        assert examples()[picked].place != one.place


@pytest.mark.parametrize("code", sorted({one.place for one in examples().values()}))
def test_one_who_has_begun_is_told_of_somebody_else(code: str) -> None:
    told = example(outlook_of(code), language_of("nb"))
    assert told.place != language_of("nb").name(places().get(code))


def test_a_place_is_told_of_one_that_is_near_or_like_it() -> None:
    def people(code: str) -> float:
        outlook = outlook_of(code)
        return outlook.people(outlook.base_year)

    unlike = []
    for one in places().municipalities:
        there = places().get(examples()[likest(outlook_of(one.code))].place)
        sizes = sorted((people(one.code), people(there.code)))
        if one.degrees_from(there) > 3 and sizes[1] > 4 * sizes[0]:
            unlike.append(one.name)
    assert len(unlike) <= 8, unlike


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_example_is_told_with_its_words_and_its_sources(spoken: str) -> None:
    language = language_of(spoken)
    for name, one in examples().items():
        text: str = language.entry(f"examples.{name}.text")
        assert 120 < len(text) < 420, name
        assert len(language.entry(f"examples.{name}.title")) <= 65, name
        assert one.sources
