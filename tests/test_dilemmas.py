"""Dilemmas of the council: fair to both sides, met by every place, and made of levers there are."""

import re

import msgspec
import pytest
from starlette.testclient import TestClient

from framtid.folders import TEXTS
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.parameter_files import parse_as
from framtid.pathways.codec import decode
from framtid.pathways.dilemmas import Dilemma, dilemmas, fitting, in_words
from framtid.pathways.levers import LOWEST, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.places import places

NB = language_of("nb")
SLACK = 0.15
"""How much longer one side's argument may be than the other's, in words."""
LEAST = 8
"""Dilemmas that every municipality meets at least."""
WHOLE = (
    "{code: ny, decides: [council], if_yes: {heltid: 1}, source: egen-vurdering,"
    " certainty: judgement}"
)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_no_that_does_something_says_so_before_it_is_given(spoken: str) -> None:
    assert any(each.if_no for each in dilemmas().values())
    no = {"nb": r"\bet nei\b", "nn": r"\beit nei\b", "en": r"\ba no\b"}[spoken]
    for name, each in dilemmas().items():
        said = re.search(no, in_words(name, language_of(spoken)).price, re.IGNORECASE)
        assert bool(said) is bool(each.if_no), name


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("name", dilemmas())
def test_both_sides_are_argued_at_equal_length(name: str, spoken: str) -> None:
    told = in_words(name, language_of(spoken))
    longer, shorter = sorted((len(told.favour.split()), len(told.against.split())))[::-1]
    assert longer <= (1 + SLACK) * shorter
    assert shorter >= 30, "a side that is not argued is no dilemma"
    assert told.question.endswith("?")
    assert len(told.question) <= 110
    assert told.price


def test_every_dilemma_has_its_words_and_every_word_its_dilemma() -> None:
    for spoken in LANGUAGES:
        files = {file.stem for file in (TEXTS / spoken / "dilemmas").glob("*.yml")}
        assert files == dilemmas().keys(), spoken
    titles = [in_words(name, NB).title for name in dilemmas()]
    assert len(set(titles)) == len(titles) >= 12


def test_every_municipality_meets_enough_of_them_and_each_is_met_somewhere() -> None:
    met: set[str] = set()
    for place in places().municipalities:
        found = fitting(outlook_of(place.code))
        assert len(found) >= LEAST, place.code
        met |= found.keys()
    assert met == dilemmas().keys()


def test_every_lever_is_asked_about_and_some_answers_let_one_down() -> None:
    asked = {lever for each in dilemmas().values() for lever in each.if_yes}
    assert asked == levers().keys()
    down = [name for name, each in dilemmas().items() if min(each.if_yes.values()) < 0]
    assert down, "yes is not always more of something"


def test_each_has_a_code_of_its_own() -> None:
    assert len({each.code for each in dilemmas().values()}) == len(dilemmas())


def test_a_place_may_meet_a_question_later_that_it_does_not_meet_now() -> None:
    """The figures of the year that is asked about count, and not only today's."""
    grown = [
        (place.code, name)
        for place in places().municipalities[:60]
        for name, each in dilemmas().items()
        if each.suits(outlook_of(place.code)) != each.suits(outlook_of(place.code), 2035)
    ]
    assert grown


def test_conditions_part_a_small_place_from_a_large_one() -> None:
    small, large = fitting(outlook_of("1151")), fitting(outlook_of("0301"))
    assert "nesten-en" in small
    assert "nesten-en" not in large
    assert "trappefritt" in large
    assert "trappefritt" not in small


def test_an_answer_sets_its_levers_and_leaves_the_others_alone() -> None:
    flats = dilemmas()["leiligheter"]
    before = Pathway.of({"unge": 1, "hjemme": 1})
    assert flats.answered(before, yes=True).levels == (("hjemme", 2), ("unge", 1))
    assert flats.answered(before, yes=False).levels == (("hjemme", -1), ("unge", 1))
    late = flats.answered(AS_IT_IS, yes=True, year=2031).choice("hjemme")
    assert (late.level, late.begins) == (2, 2031)
    assert dilemmas()["tillit"].answered(before, yes=False) == before


def test_the_answer_tells_a_place_its_dilemmas_and_where_they_lead(client: TestClient) -> None:
    got = client.get("/api/v1/dilemmas/1151.json").json()
    met = fitting(outlook_of("1151"))
    assert [each["id"] for each in got["dilemmas"]] == list(met)
    for each in got["dilemmas"]:
        assert decode(each["yes"]).pathway == met[each["id"]].answered(AS_IT_IS, yes=True)
        assert each["words"]["question"] == in_words(each["id"], NB).question
        assert each["source"]["link"]
    assert client.get("/api/v1/dilemmas/9999.json").status_code == 404


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("code: ny", "code: n1", "matching regex"),
        ("heltid: 1", "halvtid: 1", "no lever is called halvtid"),
        ("heltid: 1", "heltid: 4", "<= 3"),
        ("{heltid: 1}", "{}", "length >= 1"),
        ("egen-vurdering", "ryktet", "no source is called 'ryktet'"),
        ("council", "king", "Invalid enum value 'king'"),
        ("judgement}", "judgement, hvis_ja: {}}", "unknown field `hvis_ja`"),
        ("judgement}", "judgement, if_no: {heltid: 1}}", "yes and no do the same"),
        ("judgement}", "judgement, fits: [{indicator: x, when: now, at_least: 1}]}", "called 'x'"),
        ("judgement}", "judgement, fits: [{indicator: gap, when: now}]}", "at least or at most"),
    ],
)
def test_what_is_no_dilemma_is_refused_and_said_where(good: str, bad: str, told: str) -> None:
    assert parse_as(f"ny: {WHOLE}", dict[str, Dilemma])["ny"].if_yes == {"heltid": 1}
    with pytest.raises(msgspec.ValidationError, match=r"ny|\$") as refused:
        parse_as(f"ny: {WHOLE.replace(good, bad)}", dict[str, Dilemma])
    assert told in str(refused.value)


WHERE = {"munici", "neighb", "kommun", "naboko"}
"""What says where, and not what."""


def stems(told: str) -> set[str]:
    """Return what the words of a text that carry meaning begin with."""
    return {word[:6] for word in re.findall(r"\w+", told.lower()) if len(word) > 4} - WHERE


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_yes_is_told_by_the_level_whose_words_say_what_was_asked(spoken: str) -> None:
    language = language_of(spoken)
    for name, dilemma in dilemmas().items():
        asked = stems(in_words(name, language).question)
        for lever, level in dilemma.if_yes.items():
            levels: list[str] = language.entry(f"levers.{lever}.levels")
            said = [len(asked & stems(each)) for each in levels]
            told = said[level - LOWEST]
            assert told == max(said) or max(said) < 2, (name, lever, levels)
