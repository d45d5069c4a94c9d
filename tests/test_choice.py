"""Veivalg as plain data: the meter, the pictures of a path, and what the page is sent."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from framtid.answers import as_data
from framtid.language import language_of
from framtid.pathways.balance import closed, meter, verdict
from framtid.pathways.codec import decode
from framtid.pathways.goals import goals
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway, named, path
from framtid.pathways.rounding import told
from framtid.stories.simulator import choice, desk, pictures
from framtid.views.registry import build_view, views

CODES = ("0", "ba-5", "0301", "1151", "3201", "4026")
LIGHT = path("lys-vei")


@pytest.mark.parametrize(
    ("official", "left", "word"),
    [
        (100, 0, "enough"),
        (100, -5, "enough"),
        (100, 20, "nearly"),
        (100, 60, "some"),
        (100, 100, "little"),
        (100, 130, "farther"),
        (0, 4, "farther"),
        (-10, -2, "enough"),
    ],
)
def test_the_meter_has_a_word_for_what_is_left(official: float, left: float, word: str) -> None:
    assert verdict(closed(official, left)) == word


@pytest.mark.parametrize("code", CODES)
def test_the_meter_says_what_is_told_of_the_path(code: str) -> None:
    outlook = outlook_of(code, pathway=LIGHT)
    hands, kroner = as_data(meter(outlook, language_of()))["scales"]
    exact = language_of().numbers.exact
    assert exact(told(outlook, "gap", 2040)["path"]) in hands["text"]
    assert exact(-told(outlook, "balance_per_inhabitant", 2040)["path"]) in kroner["text"]
    assert hands["closed"] > 0
    official = as_data(meter(outlook_of(code), language_of()))
    assert {scale["closed"] for scale in official["scales"]} == {0}


LINES = [
    name for name in pictures() if name not in {"roster", "youth", "path_waiting", "path_hundred"}
]
"""Pictures of lines; the others are of figures, and of bars for each time to begin."""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LINES)
def test_a_picture_always_draws_the_official_line_in_dashed_ink(code: str, name: str) -> None:
    for pathway in named().values():
        frame = build_view(name, code, pathway=pathway).frames[0]
        dashed = [trace for trace in frame.figure["data"] if trace.get("line", {}).get("dash")]
        official = [trace for trace in dashed if trace["line"]["dash"] == "dash"]
        assert official
        assert {trace["line"]["color"] for trace in official} == {"#1F2A33"}
        assert len(frame.title) < 120
        assert "  " not in frame.title + frame.alt


@pytest.mark.parametrize("name", LINES)
def test_pictures_of_a_place_share_traces_and_scale_along_every_named_path(name: str) -> None:
    made = [build_view(name, "4026", pathway=pathway).figure for pathway in named().values()]
    axis = "xaxis" if name == "path_pyramid" else "yaxis"
    kinds = {
        tuple((trace.get("mode", trace["type"]), len(trace["x"])) for trace in each["data"])
        for each in made
    }
    assert len(kinds) == 1
    assert len({tuple(each["layout"][axis]["range"]) for each in made}) == 1


def test_a_view_without_a_path_of_its_own_stays_with_the_official_line() -> None:
    assert build_view("carers", "4026", pathway=LIGHT) is build_view("carers", "4026")
    assert build_view("path_carers", "4026", pathway=LIGHT).path.startswith("2-")
    assert build_view("path_carers", "4026", pathway=AS_IT_IS).path == ""


def test_min_kommune_leaves_the_pictures_of_a_path_to_veivalg() -> None:
    assert [maker.id for maker in views().values() if maker.along] == list(pictures())
    assert len(pictures()) == 11


@pytest.mark.parametrize("code", CODES)
def test_the_page_gets_words_for_all_that_can_be_chosen(code: str) -> None:
    found = as_data(desk(code))
    assert [lever["id"] for lever in found["levers"]] == list(levers())
    assert all(len(lever["levels"]) == len(LEVELS) for lever in found["levers"])
    assert set(found["steps"]) == {str(level) for level in LEVELS}
    assert [picture["id"] for picture in found["pictures"]] == list(pictures())
    assert found["place"]["inside"]


def test_every_single_move_is_told_in_whole_sentences() -> None:
    for name in levers():
        for level in LEVELS:
            read = decode(f"1-{name}{level}")
            found = as_data(choice("1151", read))
            for sentence in found["sentences"]:
                assert sentence[0].isupper() or sentence[0].isdigit()
                assert sentence.endswith(".")
                assert "  " not in sentence
            assert [change["lever"] for change in found["changes"]] == [name] * (level != 0)


def test_the_page_knows_which_goals_a_path_reaches() -> None:
    found = as_data(choice("0301", decode("1-teknologi2-mestring3")))
    reached = outlook_of("0301", pathway=Pathway.of({"teknologi": 2, "mestring": 3}))
    assert found["reached"] == [goal.id for goal in goals().values() if goal.reached(reached)]
    assert "baereevne" in found["reached"]
    assert "begge" not in found["reached"]


def test_an_answer_is_small_and_holds_the_picture_that_was_asked_for(client: TestClient) -> None:
    address = "/api/v1/choice/4026.json?path=lys-vei&picture="
    assert client.get(address + "path_kroner").json()["picture"]["id"] == "path_kroner"
    odd = client.get(address + "<script>")
    assert odd.json()["picture"]["id"] == pictures()[0]
    assert len(odd.content) < 20_000
    assert client.get("/api/v1/choice/9999.json").status_code == 404


def test_the_table_of_a_picture_is_a_file_that_knows_the_path(client: TestClient) -> None:
    address = build_view("path_hands", "4026", pathway=LIGHT).path
    found = client.get(f"/api/v1/views/path_hands/4026.csv?path={address}")
    assert f"path_hands-tinn-4026-nb-{address}.csv" in found.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(found.text.lstrip("\ufeff"))))
    at_2040 = next(row for row in rows if row["År"] == "2040")
    here, course = (
        float(at_2040[next(name for name in at_2040 if name.startswith(head))])
        for head in ("Mangler (", "Mangler, dagens kurs")
    )
    assert here < course
    plain = client.get("/api/v1/views/path_hands/4026.csv").text
    assert plain != found.text


def test_a_code_of_old_leads_on_with_the_path(client: TestClient) -> None:
    moved = client.get("/veivalg?sted=3033&vei=1-heltid2")
    assert moved.status_code == 301
    assert moved.headers["location"] == "/veivalg?sted=3209&vei=1-heltid2"


def test_who_has_no_script_is_led_to_the_path_as_prose(client: TestClient) -> None:
    page = client.get("/veivalg?sted=4026&vei=tull<b>").text
    assert "/vei?sted=4026&amp;vei=2" in page
    assert "tull" not in page
    assert "Velg vei i Tinn" in page


def test_veivalg_answers_friendly_for_an_unknown_place(client: TestClient) -> None:
    missing = client.get("/veivalg?sted=9999")
    assert missing.status_code == 404
    assert "Vi fant ikke stedet" in missing.text
    assert client.get("/veivalg/4026").headers["location"] == "/veivalg?sted=4026"
