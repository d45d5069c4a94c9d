"""The stand-in answers as Statistics Norway does: its shapes, its errors, read with pyjstat."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import numpy as np
import pandas as pd
import pytest

from framtid.statistics.ssb.models import Data, checked
from framtid.statistics.ssb.reading import gaps, read
from tests.ssb.country import Country
from tests.ssb.server import Municipality, StandIn, serving
from tests.ssb.tables import Dimension, Table

RECORDED = Path(__file__).parent / "fixtures" / "ssb"
UNTOLD = {"label", "note", "link", "refperiod", "measuringType", "priceType", "adjustment"}
"""What SSB says beyond what a refresh reads; the titles of tables are not made by one rule."""
LOOSE = {"alternativeText", "aggregallowed", "copyright", "descriptiondefault", "matrix"}


def recorded(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((RECORDED / f"{name}.json").read_text("utf-8"))
    return found


def as_table(answer: dict[str, Any]) -> Table:
    """Return a table that holds exactly what SSB answered."""
    dimensions = []
    for name in answer["id"]:
        told = answer["dimension"][name]
        category = told["category"]
        units = {code: unit["base"] for code, unit in category.get("unit", {}).items()}
        eliminated = told["extension"]["elimination"]
        dimensions.append(
            Dimension(name, told["label"], dict(category["label"]), eliminated, units)
        )
    title = answer["extension"]["px"]["contents"].split(": ")[1].rstrip(",")
    values = np.array(answer["value"], dtype=float).reshape(answer["size"])
    table = answer["extension"]["px"]["tableid"]
    return Table(table, title, tuple(dimensions), values, updated=answer["updated"])


def figures(answer: dict[str, Any], asked: dict[str, list[str]]) -> pd.DataFrame:
    """Return an answer checked and read."""
    return read(checked(Data, answer), asked)


def without(value: Any, names: set[str]) -> Any:
    """Return a JSON value without some of its keys, however deep."""
    if isinstance(value, dict):
        return {key: without(one, names) for key, one in value.items() if key not in names}
    return [without(one, names) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", ["12134", "14746"])
def test_an_answer_has_the_shape_of_the_recorded_one(name: str) -> None:
    theirs = recorded(name)
    table = as_table(theirs)
    ours = table.data({one.id: list(one.labels) for one in table.dimensions}, {})
    drop = LOOSE | {"subject-code", "subject-area"}
    kept = {"label"}
    assert without(ours["dimension"], UNTOLD - kept | drop) == without(
        theirs["dimension"], UNTOLD - kept | drop
    )
    assert without(ours, UNTOLD | drop) == without(theirs, UNTOLD | drop)
    assert ours["label"].startswith(theirs["label"].split(",")[0])
    asked = {one.id: list(one.labels) for one in table.dimensions}
    assert figures(ours, asked).equals(figures(theirs, asked))


@pytest.fixture(scope="module")
def ssb() -> Iterator[StandIn]:
    with serving(StandIn({"12134": as_table(recorded("12134"))})) as running:
        yield running


def ask(ssb: StandIn, query: str, table: str = "12134") -> httpx2.Response:
    return httpx2.get(f"{ssb.api}/tables/{table}/data?lang=no&outputFormat=json-stat2&{query}")


GOOD = (
    "valuecodes[KOKkommuneregion0000]=0301,4601,5001&valuecodes[ContentsCode]=KOSAG110000"
    "&valuecodes[Tid]=2024"
)


def test_the_recorded_question_gives_the_recorded_figures(ssb: StandIn) -> None:
    answer = ask(ssb, GOOD)
    assert answer.status_code == 200
    assert answer.json()["value"] == recorded("12134")["value"] == [81240, 66605, 62853]


@pytest.mark.parametrize(
    ("query", "table", "body"),
    [
        (GOOD, "99999", {"title": "Non-existent table", "status": 404}),
        (GOOD.replace("0301", "0000"), "12134", {"title": "Non-existent value", "status": 400}),
        (GOOD.replace("KOSAG11", "X"), "12134", {"title": "Non-existent value", "status": 400}),
        (
            GOOD.split("&", maxsplit=1)[0],
            "12134",
            {"title": "Missing selection for mandantory variable", "status": 400},
        ),
    ],
)
def test_errors_have_ssbs_own_bodies(
    ssb: StandIn, query: str, table: str, body: dict[str, object]
) -> None:
    answer = ask(ssb, query, table)
    assert answer.status_code == 400
    assert answer.json() == {"type": "Parameter error"} | body


def test_an_address_that_is_too_long_is_a_page(ssb: StandIn) -> None:
    codes = ",".join(f"{code:04d}" for code in range(800))
    answer = ask(ssb, f"valueCodes[KOKkommuneregion0000]={codes}")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")


def test_klass_lists_municipalities_as_it_does() -> None:
    theirs = recorded("klass_131")["codes"]
    listed = [Municipality(one["code"], one["name"]) for one in theirs if one["code"] != "9999"]
    with serving(StandIn({}, listed)) as running:
        answer = httpx2.get(f"{running.klass}/classifications/131/codesAt?date=2026-01-01")
    ours = answer.json()["codes"]
    assert [without(one, {"notes"}) for one in ours] == [without(one, {"notes"}) for one in theirs]


def test_stars_and_expressions_choose_codes(ssb: StandIn) -> None:
    query = GOOD.replace("0301,4601,5001", "*").replace("2024", "from(2024)")
    assert len(ask(ssb, query).json()["value"]) == 3


def test_gaps_keep_their_reason_and_pyjstats_positions() -> None:
    table = as_table(recorded("12134"))
    table.values[1] = np.nan
    table.gap = ":"
    asked = {one.id: list(one.labels) for one in table.dimensions}
    frame = figures(table.data(asked, {}), asked)
    assert list(frame["reason"]) == ["", "confidential", ""]
    assert gaps(frame) == {"confidential": 1}
    for status, reasons in (
        ("..", ["", "not available", ""]),
        (["", ".", ""], ["", "not applicable", ""]),
        (None, ["", "left empty", ""]),
    ):
        answer = table.data(asked, {}) | {"status": status}
        assert list(figures(answer, asked)["reason"]) == reasons


def test_a_sparse_answer_is_read_as_a_whole_one() -> None:
    table = as_table(recorded("12134"))
    asked = {one.id: list(one.labels) for one in table.dimensions}
    answer = table.data(asked, {})
    sparse = answer | {"value": {"0": 81240, "2": 62853}}
    assert list(figures(sparse, asked)["value"].isna()) == [False, True, False]


def test_the_country_says_what_the_committed_edition_says() -> None:
    country = Country()
    table = country.population()
    assert np.nansum(table.values[0, ..., -1]) == 5_627_400
    assert np.nansum(table.values[1:, ..., -1]) == 5_627_400
