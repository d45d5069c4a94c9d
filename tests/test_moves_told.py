"""Who comes and goes: the longest bar is named, and the ages that are told stand in the table."""

import re

import pytest

from framtid.language import Language, language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.places import Place, places
from framtid.stories.place_facts import Facts
from framtid.stories.story import story_of
from framtid.views.moves import STARTS, TOLD
from framtid.views.registry import build_view

REMAINDER = {"nb": "rest", "nn": "rest", "en": "remainder"}
COMES = {"nb": ("får", "kommer"), "nn": ("får", "kjem"), "en": ("gain", "come than leave")}
LEAVES = {"nb": ("mister", "drar"), "nn": ("mister", "dreg"), "en": ("lose", "leave than come")}
YOUNG_COME = re.compile(r"unge kommer enn|unge kjem enn|(?:more young people|[Tt]he young) come\b")
YOUNG_ADULTS = slice(3, 6)
"""The bars of those aged 15 to 29."""


def told(outlook: Outlook, place: Place, language: Language) -> tuple[str, str]:
    """Return heading and text of the step, filled with no more than it speaks of."""
    region = outlook_of(place.code).region
    return (
        story_of("2040")
        .prose(language.code)
        .fill(
            "flytting",
            language,
            mine=Facts(outlook),
            region=Facts(region),
            inside=language.inside(place),
            in_region=language.inside(region.place),
        )
    )


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_longest_bar_is_named_with_its_way_in_every_municipality(spoken: str) -> None:
    language, wrong = language_of(spoken), []
    for place in places().municipalities:
        outlook = outlook_of(place.code)
        view = build_view("moves", outlook.region.place.code, spoken)
        bars = view.frames[0].figure["data"][0]
        nets = dict(zip(bars["x"], bars["y"], strict=True))
        ages = max(nets, key=lambda each: abs(nets[each]))
        gains, come = (COMES if nets[ages] > 0 else LEAVES)[spoken]
        heading, text = told(outlook, place, language)
        first = text.split(".")[0]
        ends = ages.split("–")
        named = all(re.search(rf"\b{end}\b", each) for end in ends for each in (heading, first))
        title = view.frames[0].title
        named_above = all(re.search(rf"\b{end}\b", title) for end in ends)
        if not (named and named_above and gains in heading and come in first and come in title):
            wrong.append((place.code, ages, nets[ages], heading, first, title))
    assert not wrong, wrong[:3]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_young_are_not_said_to_come_where_young_adults_together_leave(spoken: str) -> None:
    language = language_of(spoken)
    for place in places().municipalities:
        outlook = outlook_of(place.code)
        bars = build_view("moves", outlook.region.place.code, spoken).frames[0]
        if sum(bars.figure["data"][0]["y"][YOUNG_ADULTS]) < 0:
            said = " ".join((*told(outlook, place, language), bars.title, bars.alt))
            assert not YOUNG_COME.search(said), (place.code, said)


@pytest.mark.parametrize("spoken", REMAINDER)
def test_the_ages_that_are_told_are_rows_of_the_table(spoken: str) -> None:
    for code in ("5601", "0301", "1151", "46", "0"):
        view, facts = build_view("moves", code, spoken), Facts(outlook_of(code))
        assert REMAINDER[spoken] in view.subtitle
        rows = view.table.rows[len(STARTS) :]
        names = [str(name).split()[-1] for name, _ in rows]
        assert names == [f"{first}–{last}" for first, last in TOLD]
        assert rows[0][1] == pytest.approx(facts.young_moves)
        net = outlook_of(code).net_moves
        assert [row[1] for row in rows] == pytest.approx(
            [float(net[first : last + 1].sum()) for first, last in TOLD]
        )
