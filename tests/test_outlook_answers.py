"""Pathways for pages and programs: over HTTP and on the command line."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.answers import as_data
from framtid.consequences.model import INDICATORS
from framtid.errors import BrokenPathError
from framtid.language import language_of
from framtid.nearest import nearest
from framtid.pathways import rounding
from framtid.pathways.adding_up import every
from framtid.pathways.answer import IN_FILES, answer
from framtid.pathways.codec import decode
from framtid.pathways.goals import goals
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import path
from framtid.pathways.switches import AS_USUAL

TOLD_WITH_ANY = (-1, 0, 1, 3)
"""Decimals that figures are told with."""


def test_one_answer_holds_what_the_page_needs(client: TestClient) -> None:
    found = client.get("/api/v1/outlook/3201.json?path=1-heltid2-flytt1").json()
    assert found["path"]["code"] == "2-he2fl1"
    assert found["levers"] == dict.fromkeys(levers(), 0) | {"heltid": 2, "flytt": 1}
    assert [each["undo"] for each in found["changes"]] == ["2-fl1", "2-he2"]
    assert found["years"][0] == 2026
    assert set(found["series"]) == set(found["indicators"])
    for series in found["series"].values():
        assert {len(values) for values in series.values()} == {len(found["years"])}
        pairs = zip(series["low"], series["path"], series["high"], strict=True)
        assert all(low <= middle <= high for low, middle, high in pairs)
    assert len(found["pyramids"]["2040"]["path"]["men"]) == 106
    assert found["link_note"] is None
    assert found["adds_up"]["hands"]["enough"] is False


def test_the_official_line_is_the_path_when_all_is_as_today(client: TestClient) -> None:
    found = client.get("/api/v1/outlook/5610.json").json()
    assert all(series["path"] == series["official"] for series in found["series"].values())
    assert found["pyramids"]["2040"]["path"] == found["pyramids"]["2040"]["official"]
    assert all(year["difference"] == 0 for each in found["told"].values() for year in each.values())


@pytest.mark.parametrize("broken", ["tull", "1-heltid9", "'; drop table", "9-heltid1", "1" * 400])
def test_a_broken_code_gives_the_default_path_and_a_note(client: TestClient, broken: str) -> None:
    found = client.get("/api/v1/outlook/5610.json", params={"path": broken})
    assert found.status_code == 200
    assert found.json()["path"]["code"] == "2"
    assert found.json()["link_note"]


@settings(max_examples=25)
@given(st.text(max_size=150), st.text(max_size=30), st.text(max_size=20))
def test_strangers_may_send_anything(client: TestClient, code: str, goal: str, target: str) -> None:
    asked = {"path": code, "goal": goal, "target": target}
    assert client.get("/api/v1/outlook/1151.json", params={"path": code}).status_code == 200
    assert client.get("/api/v1/ways/1151.json", params=asked).status_code in {200, 400, 404}


def test_figures_are_there_as_csv(client: TestClient) -> None:
    found = client.get("/api/v1/outlook/3201.csv?path=lys-vei")
    rows = list(csv.DictReader(io.StringIO(found.text)))
    row = next(r for r in rows if r["indicator"] == "gap" and r["year"] == "2040")
    seen = outlook_of("3201", "MMMM", path("lys-vei")).consequences.at("gap", 2040)
    assert float(row["path"]) == pytest.approx(seen, abs=0.005)
    assert list(row) == ["year", "indicator", "unit", "path", "official"]


@pytest.mark.parametrize("code", ["0", "0301", "5610", "1151"])
def test_a_file_has_the_decimals_that_mean_something_in_each_unit(
    client: TestClient, code: str
) -> None:
    found = client.get(f"/api/v1/outlook/{code}.csv?path=lys-vei").text
    rows = list(csv.DictReader(io.StringIO(found)))
    assert {row["unit"] for row in rows} == {each.unit for each in INDICATORS.values()}
    for row in rows:
        for value in (row["path"], row["official"]):
            assert value != "-0.0"
            usual = max(1, IN_FILES[row["unit"]])
            if len(value.partition(".")[2]) > usual:
                # Rounding twice would give another figure than is told.
                twice = [nearest(round(float(value), usual), told) for told in TOLD_WITH_ANY]
                assert twice != [nearest(float(value), told) for told in TOLD_WITH_ANY], row
            assert IN_FILES[row["unit"]] or "." not in value, row


def test_choices_hold_every_lever_with_its_sheet(client: TestClient) -> None:
    found = client.get("/api/v1/choices/3201.json").json()
    assert [each["id"] for each in found["levers"]] == list(levers())
    assert all(len(each["levels"]) == 5 for each in found["levers"])
    assert all(each["text"] for each in found["levers"][0]["sheet"])
    assert found["paths"][0]["code"] == "2"
    assert {each["id"] for each in found["goals"]} == set(goals())


def test_what_it_takes_is_answered_with_codes_that_reach_it(client: TestClient) -> None:
    found = client.get("/api/v1/ways/5628.json?goal=baereevne").json()
    assert found["outcome"] == "reached"
    for way in found["answers"]:
        again = client.get(f"/api/v1/outlook/5628.json?path={way['code']}").json()
        assert again["series"]["carers"]["path"][14] >= 2.0
        assert not again["link_note"]
    far = client.get("/api/v1/ways/5628.json?goal=baereevne&target=9").json()
    assert far["outcome"] == "far"


@pytest.mark.parametrize("address", ["/outlook/9999.json", "/ways/5610.json?goal=romskip"])
def test_what_is_not_there_is_a_plain_404(client: TestClient, address: str) -> None:
    found = client.get(f"/api/v1{address}")
    assert found.status_code == 404
    assert found.json()["message"]


@pytest.mark.parametrize("code", ["0", "0301", "3201", "5610", "1151"])
@pytest.mark.parametrize("name", ["lys-vei", "mork-vei", "flytt-hit"])
def test_told_figures_add_up_as_near_as_rounding_lets_them(code: str, name: str) -> None:
    outlook = outlook_of(code, "MMMM", path(name))
    for indicator in rounding.TOLD:
        for year in rounding.YEARS:
            figures = rounding.told(outlook, indicator, year)
            apart = figures["path"] - figures["official"]
            step = {"kroner_each": 10, "ratio": 0.1}.get(INDICATORS[indicator].unit, 1)
            assert figures["difference"] == pytest.approx(apart, abs=step + 1e-3), indicator
    words = every(outlook, language_of("nb"))
    assert str(words["gap"]["2040"].sentence).endswith(".")


def test_the_command_line_gives_the_same() -> None:
    asked = ["outlook", "3201", "--path", "2-he2", "--format", "json"]
    found = CliRunner().invoke(app, asked)
    assert json.loads(found.stdout) == as_data(answer("3201", AS_USUAL, decode("1-heltid2")))
    rows = CliRunner().invoke(app, ["outlook", "3201", "--path", "lys-vei", "--format", "csv"])
    assert rows.stdout.startswith("year,indicator,unit,path,official\n2026,")
    asked = ["ways", "5628", "baereevne"]
    ways = CliRunner().invoke(app, [*asked, "--format", "json"])
    assert json.loads(ways.stdout)["outcome"] == "reached"
    table = CliRunner().invoke(app, asked)
    heads, *answers = table.stdout.splitlines()
    assert heads.split() == ["path", "reached", "carers", "2040", "at_least", "today", "changes"]
    assert len(answers) == len(json.loads(ways.stdout)["answers"])
    assert "Hvert av disse" in table.stderr


@pytest.mark.parametrize("path", ["tull", "1-heltid9", "2-heltid1"])
@pytest.mark.parametrize("verb", [["outlook", "3201"], ["ways", "3201", "skole"]])
def test_a_path_that_cannot_be_read_is_an_error_on_the_command_line(
    verb: list[str], path: str
) -> None:
    told = CliRunner().invoke(app, [*verb, "--path", path])
    assert isinstance(told.exception, BrokenPathError)
    assert path in str(told.exception)


def test_a_lever_that_is_not_known_is_told_and_left_out() -> None:
    told = CliRunner().invoke(app, ["outlook", "3201", "--path", "1-heltid2-tull1"])
    assert told.exit_code == 0
    assert "levers that are not known" in told.stderr


@pytest.mark.parametrize(
    "number", ["nan", "inf", "1_0", "0x1", "１０", "1e3", "9" * 20, "tull", "--1"]
)
@pytest.mark.parametrize("name", ["target", "ceiling"])
def test_what_is_no_number_is_told_and_not_swallowed(
    client: TestClient, name: str, number: str
) -> None:
    answer = client.get("/api/v1/ways/5628.json", params={"goal": "baereevne", name: number})
    assert answer.status_code == 400
    assert answer.json()["error"] == "unknown_option"
    assert name in answer.json()["message"]
