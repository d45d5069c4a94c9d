"""A refresh waits as long as it is told, within its time, or leaves out what it asked for."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framtid.statistics.ssb.answers import (
    Answer,
    CrowdedError,
    LongWaitError,
    PassingError,
    UnreachableError,
    content,
)
from framtid.statistics.ssb.client import ATTEMPTS, Client, Clock
from framtid.statistics.ssb.klass_models import KlassCodes
from framtid.statistics.ssb.report import Fate
from tests.ssb import faults
from tests.ssb.runs import Run, fate, run, small, why
from tests.ssb.server import StandIn, serving

__all__ = ["run", "small"]
NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)
QUESTIONS: dict[str, Callable[[Client], object]] = {
    "config": lambda client: client.limits,
    "table": lambda client: client.table("12134"),
    "tables": lambda client: client.search("framskrevet"),
    "metadata": lambda client: client.metadata("12134"),
    "codelist": lambda client: client.codelist("vs_Kommuner"),
    "data": lambda client: client.data("12134", {}, {}),
    "klass": lambda client: client.klass(
        KlassCodes, "classifications/131/codesAt", date="2026-01-01"
    ),
    "regions": lambda client: client.classifications("arbeidsmarkedsregion"),
}
"""What is asked for, and how; what it answers once it answers is the other tests' matter."""


class Busy(StandIn):
    """An SSB that has nothing, but can be busy."""

    def __repr__(self) -> str:
        return "Busy()"


@pytest.fixture(scope="module")
def ssb() -> Iterator[Busy]:
    with serving(Busy({})) as busy:
        assert isinstance(busy, Busy)
        yield busy


def waits(ssb: Busy, endpoint: str, deadline: float) -> tuple[list[float], object]:
    """Return how long one question waited each time, and what it ended in."""
    waited: list[float] = []
    clock = Clock(now=lambda: sum(waited), sleep=waited.append)
    with closing(Client(ssb.api, ssb.klass, clock=clock, deadline=deadline)) as client:
        try:
            QUESTIONS[endpoint](client)
        except Exception as error:
            return waited, error
    return waited, None


@given(
    endpoint=st.sampled_from(sorted(QUESTIONS)),
    status=st.sampled_from([429, 503, 500, 408]),
    told=st.lists(st.integers(0, 10**7) | st.integers(0, 300), min_size=1, max_size=ATTEMPTS - 1),
    deadline=st.integers(1, 7200),
)
@settings(max_examples=50)
def test_it_waits_what_it_is_told_or_says_why_it_does_not(
    ssb: Busy, endpoint: str, status: int, told: list[int], deadline: int
) -> None:
    ssb.faults.clear()
    ssb.asked.clear()
    ssb.fail(endpoint, *[faults.busy(status, one) for one in told])
    waited, end = waits(ssb, endpoint, deadline)
    assert waited == [float(one) for one in told[: len(waited)]], "never sooner than told"
    assert sum(waited) < deadline
    if sum(told) < deadline:
        assert len(waited) == len(told)
        assert not isinstance(end, LongWaitError | UnreachableError | PassingError)
        return
    assert isinstance(end, LongWaitError)
    assert f"{told[len(waited)]:,} seconds" in str(end)
    assert len(ssb.asked) == len(waited) + 1, "and asks for it no more"
    assert isinstance(end, CrowdedError) == (status == 429)


@given(seconds=st.integers(0, 10**8), dated=st.booleans())
def test_a_wait_is_read_as_it_is_told(seconds: int, dated: bool) -> None:
    until = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    headers = {
        "retry-after": until if dated else str(seconds),
        "date": format_datetime(NOW, usegmt=True),
    }
    with pytest.raises(PassingError) as told:
        content(Answer(503, headers, b""))
    assert told.value.wait == seconds


@pytest.mark.parametrize(
    ("status", "rest"), [(503, Fate.NEW), (429, Fate.UNASKED)], ids=["busy", "crowded"]
)
@pytest.mark.parametrize("endpoint", ["data", "metadata", "table"])
def test_a_wait_beyond_the_refresh_leaves_out_that_table_and_says_so(
    run: Run, endpoint: str, status: int, rest: Fate
) -> None:
    run.ssb.fail(endpoint, faults.busy(status, 7200))
    report = run.refresh("free_income", "moves")
    assert "asks us to wait 7,200 seconds" in why(report, "free_income")
    assert fate(report, "moves") is rest
    assert not run.waited


def test_a_long_wait_within_the_refresh_is_kept(run: Run) -> None:
    run.ssb.fail("data", faults.busy(503, 900))
    assert not run.refresh("free_income", "moves").refused
    assert run.waited == [900.0]
