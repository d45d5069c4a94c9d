"""Words that a figure, a year or a study has to bear: both paths told alike, evidence whole."""

import re

import pytest
from starlette.testclient import TestClient

from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.consequences.parameters import Certainty
from framtid.debate.situation import key_figures
from framtid.language import language_of
from framtid.pathways.descriptions import indicators
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.pathways.payback import payback
from framtid.pathways.shifts import filled
from framtid.places import places
from framtid.stories import stories
from framtid.stories.path_facts import PathFacts
from framtid.stories.path_report import tell_path
from framtid.stories.plan_told import tell_plan
from framtid.stories.tell import tell
from framtid.views.registry import build_view

LANGUAGES = ("nb", "nn", "en")
SOME = ["0", "46", "ba-5", "0301", "1151", "5610", *[p.code for p in places().municipalities[::45]]]
DARK, LIGHT = (named()[name] for name in ("mork-vei", "lys-vei"))
NORTH = "known.refugees_stay_north"
TOLD_WITH = {
    "reablement_municipalities": {"nb": "borte etter et år", "nn": "borte", "en": "gone after"},
    "refugees_stay|": dict.fromkeys(LANGUAGES, NORTH),
}
"""A fact that another answers or narrows, and what a line with it has to say of that."""
PROVEN = re.compile(r"(?i)noen har klart før|nokon har klart før|somebody has managed before")
"""What would make of our judgement something that has been done."""
WAYS = {"nb": ("flere", "færre"), "nn": ("fleire", "færre"), "en": ("more", "fewer")}
NO_FORECAST = {"nb": "ingen spådom", "nn": "ingen spådom", "en": "no forecast"}


def _front_pages(code: str, spoken: str) -> list[str]:
    """Return the headlines of the two front pages, the dark path's first."""
    steps = {step.id: step for step in tell("2040", code, spoken).steps}
    return [version.heading for version in steps["forsiden"].more.versions]  # type: ignore[union-attr]


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("code", SOME)
def test_both_front_pages_have_the_same_headline_but_for_the_figure_and_which_way(
    code: str, spoken: str
) -> None:
    headlines, expected = _front_pages(code, spoken), filled(outlook_of(code), 2040)
    assert len(headlines) == 2
    shapes = set()
    for pathway, said in zip((DARK, LIGHT), headlines, strict=True):
        outlook = outlook_of(code, pathway=pathway)
        shifts = filled(outlook, 2040)
        if PathFacts(outlook, language_of(spoken)).at("gap") > 0:
            assert shifts != expected
            more, less = WAYS[spoken]
            which = more if shifts > expected else less
            assert re.search(rf"\b{which}\b", said), said
            assert re.search(rf"\b{shifts}\b", said), said
            shapes.add(said.replace(which, "").replace(str(shifts), ""))
    assert len(shapes) == 1, headlines
    assert headlines[0] != headlines[1]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_where_the_dark_path_stands_beside_the_light_it_is_said_to_be_no_forecast(
    spoken: str,
) -> None:
    steps = {step.id: step for step in tell("2040", "3209", spoken).steps}
    assert NO_FORECAST[spoken] in steps["forsiden"].html


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("fact", TOLD_WITH)
def test_a_study_that_another_answers_is_not_told_alone(fact: str, spoken: str) -> None:
    told = 0
    for story in stories().values():
        for line in (story.folder / f"{spoken}.md").read_text(encoding="utf-8").splitlines():
            if f"known.{fact}" in line:
                told += 1
                assert TOLD_WITH[fact][spoken] in line, line
    assert told


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_story_says_that_every_lever_has_been_pulled_by_somebody(spoken: str) -> None:
    for story in stories().values():
        found = PROVEN.search((story.folder / f"{spoken}.md").read_text(encoding="utf-8"))
        assert not found, (story, found)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_shifts_that_stand_empty_in_2040_are_not_told_as_todays(spoken: str) -> None:
    for code in SOME:
        headings = {step.id: step.heading for step in tell("utenfor", code, spoken).steps}
        if filled(outlook_of(code), 2040) < 100:
            assert "2040" in headings["jobbene"]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_figure_of_what_has_been_says_its_year(spoken: str) -> None:
    prose = (stories()["2040"].folder / f"{spoken}.md").read_text(encoding="utf-8")
    for figure, year in (("lives.children|", "children_year"), ("women_gained", "lives.last")):
        lines = [line for line in prose.splitlines() if figure in line]
        assert lines
        assert all(year in line for line in lines)


@pytest.mark.parametrize("code", [code for code in SOME if code != "0"])
def test_the_nations_vacancies_are_never_told_as_a_places_own(code: str) -> None:
    rate = {"nb": "landets andel", "nn": "andelen", "en": "the country’s rate"}
    for spoken, words in rate.items():
        view = build_view("roster", code, spoken)
        outlook = outlook_of(code)
        today = re.compile(rf"\b{filled(outlook, outlook.base_year)}\b.*(i dag|today)")
        told = [frame.alt for frame in view.frames if today.search(frame.alt)]
        assert told
        assert all(words in alt for alt in told), told
        assert words in str(view.table.rows[0][0])


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("nb", "For {judged} av {all}"),
        ("nn", "For {judged} av {all}"),
        ("en", "For {judged} of {all}"),
    ],
)
def test_om_tallene_says_how_many_levers_are_judged(
    client: TestClient, spoken: str, words: str
) -> None:
    count = language_of(spoken).numbers.count
    judged = sum(each.certainty is Certainty.JUDGEMENT for each in levers().values())
    page = re.sub(r"\s+", " ", client.get(f"/om?lang={spoken}").text)
    assert words.format(judged=count(judged), all=count(len(levers()))) in page
    for measured in ("etter det som er målt", "set by what has been measured"):
        assert measured not in page


EARNED = re.compile(r"tjent inn|tent inn|gjenstår|står att|paid for itself|remain")
"""Words of an investment."""


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("code", SOME)
def test_what_is_let_slip_is_not_told_as_an_investment(code: str, spoken: str) -> None:
    language = language_of(spoken)
    for pathway in (DARK, Pathway.of({"heltid": -1, "naervaer": -1})):
        outlook = outlook_of(code, pathway=pathway)
        title = build_view("path_plan", code, spoken, pathway=pathway).frames[-1].title
        for said in (tell_plan(outlook, language).answer, title, payback(outlook, language)):
            assert not EARNED.search(said), said


NOT_COUNTED = {"nb": "ikke talt her", "nn": "ikkje talt her", "en": "not counted here"}
SURPLUS = {"nb": "gå i pluss", "nn": "gå i pluss", "en": "be a surplus"}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_figures_of_a_debate_say_what_is_not_counted_and_what_may_have_another_sign(
    spoken: str,
) -> None:
    """Man-years by the nation's figures are told as that, and kroner whose sign is open as open."""
    language = language_of(spoken)
    for code in SOME:
        outlook = outlook_of(code)
        *_, gap, kroner = key_figures(outlook, language)
        counted = outlook.local.need["care"].basis == "own"
        assert (NOT_COUNTED[spoken] in gap.reach) != counted, code
        ends = PathFacts(outlook, language).span("balance_per_inhabitant")
        assert language.numbers.signed(float(ends.low)) in kroner.reach, code
        assert (SURPLUS[spoken] in kroner.reach) == (ends.low < 0 < ends.high), code


def test_only_what_is_counted_in_a_place_is_called_its_own() -> None:
    nb = language_of("nb")
    for place in places().municipalities[::9]:
        for name, told in indicators(place, nb).items():
            figures = local(place)
            counted = INDICATORS[name].basis(figures) == "own"
            assert told.own == counted, (place.code, name)
            assert (told.whose == nb.say("pathways.whose.own")) == counted, (place.code, name)


def test_what_is_told_by_itself_is_rounded_once() -> None:
    """61.8 pupils of a year group are 62 in a sentence as in a table, and 333 of 370 hands 90."""
    nb = language_of("nb")
    for place in places().municipalities[::45]:
        outlook = outlook_of(place.code, pathway=LIGHT)
        at = outlook.consequences.at
        text = " ".join(part.text for part in tell_path(outlook, nb).sections)
        goal = nb.numbers.count(grade := round(at("pupils_per_grade", 2040)))
        assert grade >= 1000 or f"{goal} elev" in text or f"som i dag: {goal}" in text, place.code
        if (number := filled(outlook)) < 99:
            share = at("hands_at_hand", 2040) / at("hands_needed", 2040)
            assert number == round(100 * share), place.code
