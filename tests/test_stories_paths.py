"""The story told along a path: in every municipality, in whole sentences, with its figures."""

import re
from itertools import product
from typing import Any

import pytest

from framtid.answers import as_data
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway, path
from framtid.pathways.rounding import TOLD as TOLD_OF
from framtid.pathways.shifts import filled
from framtid.stories import read_aloud, tell
from framtid.stories.document import Document
from framtid.stories.path_facts import PathFacts
from framtid.stories.prose import plain
from framtid.stories.prose_values import prose_values
from framtid.stories.story import stories
from tests.schemas import check_schema
from tests.shares import SHARES, share
from tests.story_parts import further

CODES = ("0", "ba-5", "46", "0301", "1151", "3209", "5610")
WAYS = (None, "lys-vei", "mork-vei", "som-i-dag", "2-he330hjmfl2")
NB = language_of("nb")
TOLD = ("velg", "spakene", "dagen", "pengene", "ventetiden", "forsiden", "begynner-na")
BROKEN = re.compile(r"  | [.,:]|,,|\.\.|[-−]\d|\b(?:null|nan|inf|None|én årsverk|én plasser)\b|\{")


def told(code: str, way: str | None = None) -> dict[str, Any]:
    return as_data(tell("2040", code, "nb", decode(way) if way else None))


def steps(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {step["id"]: step for step in document["steps"]}


def put_together(rest: str, parts: list[str]) -> str:
    """Put a code together as the reader's script does (``lever-choice.js``)."""
    picked = "".join(parts)
    return f"{rest}-{picked}" if picked and "-" not in rest else rest + picked


def text(step: dict[str, Any]) -> str:
    return f"{step['heading']} " + re.sub(r"<[^>]+>", "", step["html"])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", CODES)
def test_the_document_keeps_the_schema_whatever_is_chosen(code: str, way: str | None) -> None:
    document = told(code, way)
    check_schema(document, Document)
    for step in document["steps"]:
        assert step["frame"] in document["views"][step["view"]]["frames"]


@pytest.mark.parametrize("number", SHARES)
def test_every_municipality_is_told_of_its_future_in_whole_sentences(number: int) -> None:
    for place, way in product(share(number), WAYS):
        found = read_aloud("2040", place.code, "nb", decode(way) if way else None, only=TOLD)
        for name in TOLD:
            heading, html = found[name]
            said = text({"heading": heading, "html": html})
            assert not BROKEN.search(said), (place.code, way, said)
            assert heading == heading.strip()


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_day_and_a_front_page_are_told_in_whole_sentences(code: str, spoken: str) -> None:
    for way in WAYS:
        parts = further(code, way, spoken)
        assert set(parts) == {"gjett", "dagen", "forsiden"}
        for text_of_it in parts.values():
            assert not BROKEN.search(plain(text_of_it)), (code, way, text_of_it)


@pytest.mark.parametrize(("code", "way"), [("0", "2-te1"), ("3209", "lys-vei"), ("0301", "2-un1")])
def test_the_course_is_told_as_finely_as_beside_the_path_all_over_the_page(
    code: str, way: str
) -> None:
    """61 100 by itself and 61 110 beside 60 320 would be two figures of one thing."""
    values = prose_values(outlook_of(code), decode(way).pathway, NB)
    course, chosen = values["course"], values["chosen"]
    for name in (*TOLD_OF, "care_places"):
        assert course.at(name) == course.official(name) == chosen.official(name), name
        assert course.now(name) == chosen.now(name), name
        assert not course.beside(name), name


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", CODES)
def test_what_is_read_aloud_is_what_the_steps_say(code: str, way: str | None) -> None:
    found = steps(told(code, way))
    spoken = read_aloud("2040", code, "nb", decode(way) if way else None)
    assert spoken == {name: (step["heading"], step["html"]) for name, step in found.items()}


@pytest.mark.parametrize("code", CODES)
def test_the_steps_before_the_fork_are_the_same_whatever_is_chosen(code: str) -> None:
    heads = []
    for way in WAYS:
        listed = told(code, way)["steps"]
        fork = next(i for i, step in enumerate(listed) if step["ask"] == "path")
        heads.append(listed[:fork])
    assert all(head == heads[0] for head in heads)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("way", ["lys-vei", "mork-vei", "som-i-dag"])
def test_the_steps_after_the_fork_tell_that_future(code: str, way: str) -> None:
    found, chosen = steps(told(code, way)), PathFacts(outlook_of(code, pathway=path(way)), NB)
    say = language_of().fill
    (day,), (paper,) = (found[name]["more"]["versions"] for name in ("dagen", "forsiden"))
    hours = " ".join(hour["html"] for hour in day["hours"])
    assert say("{{ v|count }} årsverk", v=chosen.at("gap")) in text(found["spakene"])
    assert say("{{ v|count }} årsverk", v=chosen.at("gap")) in paper["html"]
    assert say("{{ v|count }} plasser", v=chosen.at("care_places")) in text(found["dagen"])
    assert say("{{ v|count|start }} unge", v=chosen.at("outside")) in text(found["dagen"])
    assert say("{{ v|count|start }} unge", v=chosen.at("outside")) in paper["html"]
    assert say("{{ v|count }} elever", v=chosen.at("pupils")) in hours
    assert say("{{ v|exact }} kroner", v=-chosen.at("balance_per_inhabitant")) in paper["html"]
    assert say("{{ v|exact }} kroner", v=-chosen.at("balance_per_inhabitant")) in text(
        found["pengene"]
    )
    order = ("velg", "spakene", "dagen", "pengene", "ventetiden", "forsiden")
    shown = [found[name]["view"].split("/")[0] for name in order]
    assert shown == [
        "roster",
        "roster",
        "path_places",
        "path_kroner",
        "path_waiting",
        "path_hands",
    ]


def test_a_choice_leads_to_the_lives_along_it() -> None:
    order = [step["id"] for step in told("3209")["steps"]]
    assert order[order.index("velg") :][:3] == ["velg", "spakene", "dagen"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", CODES)
def test_what_the_levers_come_to_is_what_the_prose_says(code: str, way: str | None) -> None:
    document = told(code, way)
    hands, kroner = document["choice"]["result"]
    outlook = outlook_of(code).along(decode(way or "som-i-dag").pathway)
    assert str(filled(outlook, 2040)) in hands or "alle" in hands
    said = text(steps(document)["spakene"]).replace("&nbsp;", "\u00a0")
    if way:
        figure = re.search(r"[\d\u00a0]+", kroner)
        assert figure is None or figure[0].strip("\u00a0") in said


def test_before_any_choice_the_dark_and_the_light_path_are_told_together() -> None:
    for name, step in steps(told("3209")).items():
        if name in {"dagen", "spakene", "pengene", "forsiden"}:
            assert "mørke" in text(step)
            assert "lyse" in text(step)
            assert step["view"] == ("roster/3209" if name == "spakene" else "roads/3209")
        if name in {"dagen", "forsiden"}:
            assert [one["tone"] for one in step["more"]["versions"]] == ["dark", "light"]


def test_anna_and_amina_live_by_the_levers_and_not_by_the_name_of_the_path() -> None:
    for level, home, work in ((2, "ved butikken", "lærling"), (-1, "trappene", "kofferten")):
        code = f"1-hjemme{level}-unge{level}"
        (day,) = steps(told("1580", code))["dagen"]["more"]["versions"]
        assert day["heading"].endswith(home)
        (amina,) = (hour["html"] for hour in day["hours"] if "Amina" in hour["html"])
        assert work in amina


def test_what_differs_within_the_noise_is_said_to_be_about_the_same() -> None:
    chosen = PathFacts(outlook_of("1151", pathway=path("mork-vei")), NB)
    gap = "gap"
    differs = chosen.outlook.consequences.at(gap, 2040)
    assert differs != chosen.outlook.official.consequences.at(gap, 2040)
    assert chosen.direction(gap) == "same"
    assert "om lag like mange som i dagens kurs" in text(steps(told("1151", "mork-vei"))["spakene"])


def test_the_course_differs_from_itself_in_nothing() -> None:
    chosen = PathFacts(outlook_of("4601", pathway=AS_IT_IS), NB)
    assert chosen.direction("gap") == chosen.direction("balance_per_inhabitant") == "same"
    assert chosen.beside("people") == 0
    assert PathFacts(outlook_of("0"), NB).shifts(2026) == 98


@pytest.mark.parametrize("code", CODES)
def test_the_levers_start_where_the_path_is_and_lead_back_to_it(code: str) -> None:
    for way in WAYS[1:]:
        taken = decode(way).pathway
        choice = told(code, way)["choice"]
        picked = [
            level["part"]
            for each in choice["levers"]
            for level in each["levels"]
            if level["chosen"]
        ]
        assert len(picked) == len(choice["levers"]) >= 3
        assert decode(put_together(choice["rest"], picked)).pathway == taken
        assert decode(choice["code"]).pathway == taken


def test_a_lever_that_does_nothing_in_a_place_is_not_offered_there() -> None:
    offered = {
        code: {each["id"] for each in told(code)["choice"]["levers"]} for code in ("0", "3209")
    }
    assert offered["3209"] == set(stories()["2040"].levers)
    assert offered["3209"] - offered["0"] == {"flytt"}


@pytest.mark.parametrize("code", ["x", "9-heltid2", "<script>", "1-" + "a" * 200])
def test_a_broken_code_is_as_no_choice_and_says_so(code: str) -> None:
    choice = told("3209", code)["choice"]
    assert choice["code"] == ""
    assert choice["note"]
    assert not any(each["chosen"] for each in choice["paths"])


def test_the_way_on_carries_the_path() -> None:
    ways = {way: told("3209", way)["onward"][0]["address"] for way in (None, *WAYS[3:])}
    assert ways == {
        None: "/veivalg?sted=3209",
        "som-i-dag": "/veivalg?sted=3209&vei=som-i-dag",
        "2-he330hjmfl2": "/veivalg?sted=3209&vei=2-he330hjmfl2",
    }
    (old,) = (
        way["address"]
        for way in told("3209", "1-heltid3-hjemme-1-flytt2")["onward"]
        if "/veivalg" in way["address"]
    )
    assert old == "/veivalg?sted=3209&vei=2-he3hjmfl2"


def test_a_story_offers_paths_and_levers_that_exist() -> None:
    for story in stories().values():
        assert all(path(name) is not None for name in story.paths)
        assert Pathway.of(dict.fromkeys(story.levers, 1)).levels


@pytest.mark.parametrize("way", WAYS)
def test_what_can_be_done_stands_in_a_paragraph_of_its_own(way: str | None) -> None:
    found = steps(told("3209", way))
    for name, count in {"dagen": 3, "ventetiden": 2}.items():
        assert found[name]["html"].count("<p>") == count, "the last of the day is a note"
    assert found["forsiden"]["html"].count("<p>") == 3, "how sure the figures are, between"
    assert steps(told("3209"))["skolen"]["html"].count("<p>") == 2
