"""What sets a municipality apart from its like is told as the table beside it shows."""

import pytest

from framtid.consequences.similar import similar
from framtid.debate.briefing import MOST, SENTENCE, briefing, special
from framtid.debate.situation import compared
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.outlook import outlook_of
from framtid.pathways.switches import AS_USUAL
from framtid.places import places
from framtid.stories.among_similar import AGES, FEW, among, measured, reach, said, told_among

SOME = ["5056", "5610", *(place.code for place in places().municipalities[::30])]
CERTAIN = {"nb": "ikke sikker", "nn": "ikkje sikker", "en": "not certain"}


@pytest.mark.parametrize("code", SOME)
def test_figures_outside_all_those_of_its_like_are_told_and_no_others(code: str) -> None:
    outlook, nb = outlook_of(code), language_of("nb")
    own = measured(outlook)
    like = [measured(outlook_of(each.place.code)) for each in similar(outlook.place)]
    found, told = {each.name: each for each in among(outlook)}, told_among(outlook, nb)
    few = {name for name in AGES if outlook.people(outlook.base_year, *AGES[name]) < FEW}
    assert found.keys() == own.keys() - few
    outside = {name for name, each in found.items() if each.outside}
    for name in found:
        values = [each[name] for each in like]
        if name in outside:
            assert own[name] < min(values) or own[name] > max(values)
            higher = own[name] > max(values)
            what = nb.say(f"news.among.measures.{name}")
            line = next(each for each in told if each.lower().startswith(what.lower()))
            assert ("høyere enn" in line) == higher
            assert ("lavere enn" in line) != higher
    assert len(told) == max(len(outside), 1)
    if not outside:
        farthest = max(found.values(), key=lambda each: each.apart)
        assert nb.say(f"news.among.measures.{farthest.name}") in told[0]
        assert "mellom det laveste og det høyeste" in told[0]


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("code", SOME[:6])
def test_each_is_told_as_in_the_table_and_as_sure_as_its_band(code: str, spoken: str) -> None:
    outlook, language = outlook_of(code), language_of(spoken)
    rows = {row[0]: row[1] for row in compared(outlook, language).rows}
    told = told_among(outlook, language)
    first = among(outlook)[0]
    assert rows[language.say(f"debate.compared.rows.{first.name}")] in told[0]
    ends = reach(outlook, first.name)
    assert ends
    assert all(said(first.name, end, language) in told[0] for end in ends)
    low, high = (first.low, first.high) if first.outside else (first.middle, first.middle)
    surely = ends[1] < low if first.own < first.middle else ends[0] > high
    assert (CERTAIN[spoken] not in told[0]) == surely
    assert told[0] in briefing(outlook, language, AS_USUAL).special


def test_only_a_municipality_is_laid_beside_its_like() -> None:
    for code in ("0", "ba-5", "50"):
        assert told_among(outlook_of(code), language_of("nb")) == ()


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_what_is_particular_is_a_few_sentences_everywhere(spoken: str) -> None:
    language = language_of(spoken)
    every = [place.code for place in places().municipalities] + ["0", "ba-5"]
    for code in every if spoken == "nb" else SOME:
        told = special(outlook_of(code), language)
        assert len(SENTENCE.findall(" ".join(told))) <= MOST, code
        assert told or not told_among(outlook_of(code), language), code
