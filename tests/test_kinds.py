"""Kinds of step: what a guess, a birth year, a day, a front page and an example are made of."""

import re
from xml.etree import ElementTree as ET

import pytest

from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.stories import drawings, kinds, tell
from framtid.stories.document import DocumentStep
from framtid.stories.examples import example, likest
from framtid.stories.kinds_told import drawn, hours
from framtid.stories.one_step import one_step
from framtid.stories.story import story_of

CODES = ("0", "46", "ba-5", "0301", "1151", "5610")
OLD = [
    "lenger",
    "barna",
    "over-80",
    "dobbelt",
    "hender",
    "alternativene",
    "kartet",
    "ulikt",
    "hvor",
    "arbeidsmarkedet",
    "flytting",
    "naboene",
    "hundre-i-dag",
    "hundre-2040",
    "plassen",
    "pyramiden-i-dag",
    "fyrtarnet",
    "de-eldste",
    "skolen",
    "gapet",
    "det-vi-vet",
    "for-ti-ar-siden",
    "spennet",
    "det-vi-ikke-vet",
    "to-veier",
    "vaktene",
    "velg",
    "vaktlista",
    "anna",
    "amina",
    "pengene",
    "sammen",
    "spakene",
    "regnestykket",
    "begynner-na",
]
"""The steps of the story as it was first told; links to them are out in the world."""


def _steps(code: str, way: str | None = None) -> dict[str, DocumentStep]:
    told = tell("2040", code, "nb", decode(way) if way else None)
    return {step.id: step for step in told.steps}


@pytest.mark.parametrize("code", CODES)
def test_every_step_of_old_leads_to_one_that_is_told(code: str) -> None:
    told = tell("2040", code)
    ids = {step.id for step in told.steps}
    was = told.was
    assert isinstance(was, dict)
    for old in OLD:
        assert (old in ids) != (old in was), old
        assert was.get(old, old) in ids
    if code != "0":
        assert was["fyrtarnet"] == "du"
        assert was["naboene"] == "arbeidsmarkedet"


def test_a_step_that_a_place_does_not_have_leads_to_the_next() -> None:
    story = story_of("2040")
    ids = [step.id for step in story.steps]
    without = [name for name in ids if name not in {"arbeidsmarkedet", "flytting", ids[-1]}]
    was = story.was(without)
    assert was["naboene"] == was["flytting"] == was["arbeidsmarkedet"] == "hundre-2040"
    assert was[ids[-1]] == ids[-2]


@pytest.mark.parametrize("code", CODES)
def test_the_table_of_birth_years_is_the_places_people(code: str) -> None:
    more, outlook = _steps(code)["du"].more, outlook_of(code)
    assert isinstance(more, kinds.You)
    for year, table in ((more.now, more.here), (more.goal, more.later)):
        assert len(table) == 106
        assert abs(sum(table) - outlook.people(year)) <= 53, "half a person for each age"
        assert table[40] == round(outlook.people(year, 40, 40))


def test_a_guess_goes_on_from_what_is_known_to_the_answer_of_the_figure() -> None:
    more, nation = _steps("5610")["gjett"].more, outlook_of("0")
    assert isinstance(more, kinds.Guess)
    assert more.since + len(more.history) - 1 == nation.base_year
    assert more.history[-1] == round(nation.people(nation.base_year, 80))
    assert more.future[-1] == round(nation.people(2040, 80))
    assert more.low < more.future[-1] < more.high
    told = language_of("nb").fill("{{ v|about }}", v=more.future[-1])
    assert told in more.html.replace("&nbsp;", "\u00a0")


@pytest.mark.parametrize("way", [None, "lys-vei", "mork-vei", "som-i-dag", "2-he2unm"])
def test_a_day_has_the_same_hours_in_every_future(way: str | None) -> None:
    steps = _steps("5610", way)
    day, front = steps["dagen"].more, steps["forsiden"].more
    assert isinstance(day, kinds.Day)
    assert isinstance(front, kinds.Front)
    assert len(day.versions) == len(front.versions) == (1 if way else 2)
    each = [[hour.at for hour in one.hours] for one in day.versions]
    assert all(one == each[0] for one in each)
    assert len(each[0]) == 6
    assert each[0] == sorted(each[0])
    assert all(hour.drawing for one in day.versions for hour in one.hours)
    for name in drawn(day) | drawn(front):
        assert drawings.drawing(name, language_of("nb")).svg
    tones = {"lys-vei": "light", "mork-vei": "dark"}
    if way:
        assert day.versions[0].tone == tones.get(way, "plain")


def test_the_two_futures_are_drawn_and_headed_apart_in_every_municipality() -> None:
    for place in places().municipalities:
        day = one_step("2040", "dagen", place.code, "nb").more
        front = one_step("2040", "forsiden", place.code, "nb").more
        assert isinstance(day, kinds.Day)
        assert isinstance(front, kinds.Front)
        dark, light = ([hour.drawing for hour in one.hours] for one in day.versions)
        assert all(a != b for a, b in zip(dark, light, strict=True)), place
        worse, better = front.versions
        assert worse.drawing != better.drawing
        assert "færre vakter" in worse.heading, place
        assert "flere vakter" in better.heading or "alle vaktene" in better.heading, place


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_drawing_is_that_of_the_branch_it_stands_in(spoken: str) -> None:
    prose = story_of("2040").prose(spoken).parts["dagen-versjon"]
    of = {name: re.findall(rf"\[{name}\] ([^{{]+)", str(prose)) for name in drawings.names()}
    assert {name for name, lines in of.items() if not lines} == {"turnus"}
    alone, both = of["kveld"][0], of["kjokken"][0]
    assert re.search("alene|åleine|alone", alone)
    assert re.search(r"\b(to|two)\b", both)


@pytest.mark.parametrize("taken", [0, 84, 99, 100])
def test_a_board_has_as_many_squares_as_its_text_says(taken: int) -> None:
    told = drawings.drawing(f"turnus{taken}", language_of("nb"))
    assert told.svg.count("h16.8v6") == taken
    assert (str(taken) in told.alt) == (taken < 100)


def test_a_path_without_a_name_has_a_short_one_in_a_papers_head() -> None:
    front = _steps("1577", "2-hj2fl2")["forsiden"].more
    day = _steps("1577", "2-hj2fl2")["dagen"].more
    assert isinstance(front, kinds.Front)
    assert isinstance(day, kinds.Day)
    assert len(front.versions[0].name) < 20 < len(day.versions[0].name)


def test_a_moment_of_a_day_is_a_line_with_a_time_and_perhaps_a_drawing() -> None:
    first, second = hours("- 07.15 [dor2] Det *banker*.\n- 19:00 Kveld.\nIkke denne.")
    assert (first.at, first.drawing, first.html) == (
        "07.15",
        "dor2",
        "<p>Det <em>banker</em>.</p>\n",
    )
    assert (second.at, second.drawing) == ("19:00", "")


def test_an_example_is_of_what_the_path_pulls() -> None:
    path = decode("2-te3").pathway
    told = example(outlook_of("5610"), language_of("nb"), path)
    assert told.place == "Stavanger"
    assert "noe du valgte" in told.why
    assert example(outlook_of("5610"), language_of("nb")).place != "Stavanger"


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_an_example_and_a_drawing_are_told_in_every_language(spoken: str) -> None:
    language = language_of(spoken)
    nearest = {likest(outlook_of(place.code)): place.code for place in places().municipalities}
    for code in ("0", *nearest.values()):
        told = example(outlook_of(code), language)
        assert told.heading
        figure = re.search(r"\d|dobbel|twice", told.html)
        assert figure or told.place == "Bodø", "what was found there has no number"
        assert not re.search(r"  |[{}]", told.html + told.why)
    for name in drawings.names():
        assert len(drawings.drawing(name, language).alt) > 40
    assert set(language.entry("drawings")) == set(drawings.names())


def test_drawings_are_small_and_take_their_colours_from_the_page() -> None:
    files = sorted(drawings.FOLDER.glob("*.svg"))
    assert sum(file.stat().st_size for file in files) < 60_000
    for file in files:
        root = ET.fromstring(file.read_text("utf-8"))  # noqa: S314 - our own
        assert root.get("stroke") == "currentColor"
        assert root.get("stroke-width") == "2.5", "one hand"
        fills = {node.get("fill", "none") for node in root.iter()}
        assert all(re.fullmatch(r"none|currentColor|var\(--ft-[a-z-]+\)|#36434e", f) for f in fills)
