"""A refresh against answers that are JSON and nothing more: that table stays out, none is kept."""

from copy import deepcopy
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framtid.statistics.ssb.answers import Answer, PassingError, SsbError, content
from framtid.statistics.ssb.klass_models import (
    Classifications,
    Correspondences,
    KlassChanges,
    KlassCodes,
)
from framtid.statistics.ssb.models import (
    CodeListAnswer,
    Config,
    Data,
    Metadata,
    TableInfo,
    TablesFound,
    checked,
)
from framtid.statistics.ssb.reading import read
from framtid.statistics.ssb.report import Fate
from tests.ssb import faults
from tests.ssb.runs import Run, fate, run, small, why
from tests.ssb.tables import Dimension, Table

__all__ = ["run", "small"]

ERROR = {"type": "Parameter error", "title": "Too many cells selected", "status": 403}
SHAPES: dict[str, object] = {
    "an error body": ERROR,
    "null": None,
    "a list": [],
    "a list of lists": [[[]]],
    "a number": 7,
    "a text": "figures",
    "an empty object": {},
    "a truth": True,
    "JSON-stat 1.2": {"dataset": {"dimension": {"id": ["Tid"], "size": [1]}, "value": [1]}},
    "a collection": {"version": "2.0", "class": "collection", "link": {"item": []}},
}
TABLES = ("free_income", "care_man_years", "median_income", "youth_outside", "moves")
"""Five tables of their own; each meets a shape of its own."""


@pytest.mark.parametrize("endpoint", ["config", "table", "metadata", "data"])
def test_a_shape_that_is_no_answer_keeps_out_that_table_alone(run: Run, endpoint: str) -> None:
    shapes = list(SHAPES.values())
    for some in (shapes[:5], shapes[5:]):
        run.ssb.fail(endpoint, *map(faults.says, some))
        report = run.refresh(*TABLES, "births_deaths_moves", put=False)
        for name in TABLES:
            assert "not as it must be" in why(report, name)
        assert fate(report, "births_deaths_moves") is Fate.NEW
    assert not run.refresh(*TABLES).refused


@pytest.mark.parametrize(
    ("endpoint", "name"),
    [
        ("tables", "projection_age"),
        ("codelist", "moves"),
        ("klass", "municipalities"),
        ("regions", "regions"),
    ],
)
@pytest.mark.parametrize("shape", ["an error body", "null", "a list of lists"])
def test_a_shape_that_is_no_answer_is_named(run: Run, endpoint: str, name: str, shape: str) -> None:
    run.ssb.fail(endpoint, faults.says(SHAPES[shape]))
    asked = name if name in {"projection_age", "moves"} else "free_income"
    report = run.refresh(asked, put=False)
    assert [one.name for one in report.refused] == [name]
    assert "not as it must be" in why(report, name)


def spoilt(answer: dict[str, Any], **changes: object) -> dict[str, Any]:
    return {name: one for name, one in (answer | changes).items() if one is not ...}


FIGURES: dict[str, dict[str, object]] = {
    "no figures": {"value": ...},
    "symbols": {"value": ["..", ":"]},
    "decimal commas": {"value": ["1,5", "2,5"]},
    "a truth": {"value": [True, False]},
    "one too few": {"value": [1]},
    "one too many": {"value": [1, 2, 3]},
    "a place beyond": {"value": {"0": 1, "2": 1}},
    "a place before": {"value": {"-1": 1}},
    "a place that is no number": {"value": {"²": 1}},
    "infinite": {"value": [float("inf"), 1]},
    "no number": {"value": [float("nan"), 1]},
    "beyond all numbers": {"value": [10**400, 1]},
    "nested": {"value": [[1, 2]]},
    "a status beyond": {"status": {"9": ":"}},
    "sizes that are not": {"size": [3, 1]},
    "a size below nothing": {"size": [-2, -1]},
    "sizes as text": {"size": ["2", "1"]},
    "a size too many": {"size": [2, 1, 1]},
    "no sizes": {"size": ...},
    "no names": {"id": ...},
    "the same name twice": {"id": ["Region", "Region"]},
    "no dimensions": {"dimension": {}},
    "another version": {"version": "1.0"},
}


def table() -> Table:
    return Table(
        "1",
        "T",
        (
            Dimension("Region", "region", {"0301": "Oslo", "4601": "Bergen"}),
            Dimension("Tid", "år", {"2025": "2025"}),
        ),
        np.array([[1.0], [2.0]]),
    )


ASKED = {"Region": ("0301", "4601"), "Tid": ("2025",)}
GOOD = table().data(ASKED, {})


@pytest.mark.parametrize("changes", FIGURES.values(), ids=FIGURES)
def test_figures_that_are_none_are_refused(changes: dict[str, object]) -> None:
    assert list(read(checked(Data, GOOD), ASKED)["value"]) == [1, 2]
    with pytest.raises(SsbError):
        read(checked(Data, spoilt(GOOD, **changes)), ASKED)


def test_a_single_category_without_an_index_and_codes_in_a_list_are_read() -> None:
    answer = deepcopy(GOOD)
    del answer["dimension"]["Tid"]["category"]["index"]
    answer["dimension"]["Region"]["category"]["index"] = ["0301", "4601"]
    frame = read(checked(Data, answer), ASKED)
    assert list(frame["Region"]) == ["0301", "4601"]
    assert list(frame["Tid"]) == ["2025", "2025"]


ENTRY = {"id": "07459", "label": "Folk", "updated": "2026-02-24T07:00:00Z", "variableNames": ["år"]}
ANSWERS: dict[type, Any] = {
    Config: {"maxDataCells": 800_000, "maxCallsPerTimeWindow": 30, "timeWindow": 60},
    TableInfo: ENTRY,
    TablesFound: {"tables": [ENTRY], "page": {"totalPages": 1}},
    Metadata: table().metadata(),
    Data: GOOD,
    CodeListAnswer: {"values": [{"code": "K-0301", "label": "Oslo"}]},
    KlassCodes: {"codes": [{"code": "0301", "name": "Oslo"}]},
    KlassChanges: {"codeChanges": [{"oldCode": "0219", "newCode": "3024"}]},
    Classifications: {
        "_embedded": {
            "searchResults": [{"name": "B", "_links": {"self": {"href": "http://x/c/104"}}}]
        },
        "page": {"totalPages": 1},
    },
    Correspondences: {
        "correspondenceItems": [
            {"sourceCode": "1", "sourceName": "B", "targetCode": "0301", "targetName": "Oslo"}
        ]
    },
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["..", "1,5", "0", "\ud800", "2026-02-24", "../../x"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def mutated(draw: st.DrawFn, answer: Any) -> Any:
    """Return a good answer with one to three parts of it gone or another."""
    told = deepcopy(answer)
    for _ in range(draw(st.integers(1, 3))):
        at = told
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inside = at[key]
            if isinstance(inside, dict | list) and inside and draw(st.booleans()):
                at = inside
                continue
            if draw(st.booleans()):
                at[key] = draw(JSON)
            else:
                del at[key]
            break
    return told


@pytest.mark.parametrize("kind", ANSWERS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_answer_is_read_or_refused_in_words(kind: type, data: st.DataObject) -> None:
    checked(kind, ANSWERS[kind])
    answer = data.draw(mutated(ANSWERS[kind]) | JSON)
    try:
        told: Any = checked(kind, answer)
        if kind is Data:
            frame = read(told, ASKED)
            assert len(frame) == 2
            assert set(frame["Region"]) == {"0301", "4601"}
    except SsbError as error:
        assert str(error).isprintable()


ODD: dict[str, faults.Fault] = {
    "a gzip bomb": faults.bomb,
    "nested without end": faults.sends(b"[" * 100_000),
    "closed as deep": faults.sends(b"[" * 100_000 + b"]" * 100_000),
    "a packing nobody asked for": faults.sends(b"{}", content_encoding="br"),
    "packed twice": faults.sends(b"{}", content_encoding="gzip, gzip"),
    "not packed at all": faults.sends(b"{}", content_encoding="gzip"),
    "not UTF-8": faults.sends(b'{"a": "\xff"}'),
    "an alphabet nobody knows": faults.sends(b"{", content_type="application/json; charset=x-no"),
    "no type": faults.sends(b"{}", content_type=""),
    "a number without end": faults.sends(b'{"a": ' + b"9" * 5000 + b"}"),
    "nothing": faults.sends(b""),
}


@pytest.mark.parametrize("fault", ODD.values(), ids=ODD)
def test_odd_answers_keep_out_the_table_and_are_not_kept(run: Run, fault: faults.Fault) -> None:
    run.ssb.fail("data", *[fault] * 6)
    report = run.refresh("free_income", put=False)
    assert fate(report, "free_income") is Fate.REFUSED
    assert not (run.store.folder / "answers").exists()


def test_figures_that_fail_their_check_are_asked_for_anew(run: Run) -> None:
    """Half of it null is whole JSON-stat; it must not be kept for the next run either."""
    values = run.table("12134").values
    half = np.where(np.arange(len(values)) % 2, values.T, np.nan).T
    run.table("12134").values = half
    assert "missing" in why(run.refresh("free_income"), "free_income")
    run.table("12134").values = values
    assert not run.refresh("free_income").refused


def test_an_answer_kept_by_an_earlier_version_is_not_trusted(run: Run) -> None:
    assert not run.refresh("free_income", put=False).refused
    kept = list((run.store.folder / "answers" / "12134").iterdir())
    for file in kept:
        file.write_bytes(b"\x1f\x8b damaged")
    assert kept
    assert not run.refresh("free_income").refused


def test_a_table_is_asked_for_again_on_demand(run: Run) -> None:
    run.refresh("free_income", "moves")
    run.ssb.asked.clear()
    report = run.refresh("free_income", "moves", again=("free_income",))
    assert fate(report, "free_income") is Fate.SAME
    assert fate(report, "moves") is Fate.CURRENT
    assert run.ssb.times("12134/data") == 1
    assert run.ssb.times("09588/data") == 0


def test_a_table_without_its_date_is_kept_out_by_name(run: Run) -> None:
    run.ssb.fail("table", faults.says(ENTRY | {"id": "09588", "updated": None}))
    report = run.refresh("moves", "free_income")
    assert "does not say when 09588 was updated" in why(report, "moves")
    assert fate(report, "free_income") is Fate.NEW


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("7", 7.0),
        ("Sun, 29 Nov 2026 10:00:11 GMT", 11.0),
        ("Sun, 29 Nov 2026 09:00:00 GMT", 0.0),
        ("²", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_wait_may_be_a_number_or_a_date(asked: str, seconds: float | None) -> None:
    headers = {"retry-after": asked, "date": "Sun, 29 Nov 2026 10:00:00 GMT"}
    with pytest.raises(PassingError) as told:
        content(Answer(503, headers, b""))
    assert told.value.wait == seconds


def test_a_refresh_ends_in_time(run: Run) -> None:
    run.ssb.fail("data", *[faults.unavailable] * 6)
    report = run.refresh("free_income", "moves", deadline=5)
    assert "may take" in why(report, "free_income")
    assert fate(report, "moves") is Fate.UNASKED
    assert sum(run.waited) <= 5
