"""The bands hold: about eight of ten municipalities fell within the 80 per cent band."""

from statistics import mean

import pytest

from framtid.commands.coverage import _averaged
from framtid.commands.writers import Row
from framtid.projection.evaluation.coverage import coverage
from framtid.projection.evaluation.stored_coverage import TABLE, Coverage, covered, groups, totals
from framtid.projection.uncertainty.bands import basis
from framtid.statistics.snapshot import snapshot


@pytest.fixture(scope="module")
def computed() -> list[Coverage]:
    return list(coverage())


@pytest.fixture(scope="module")
def held_out(computed: list[Coverage]) -> list[Coverage]:
    return [found for found in computed if found.held_out]


@pytest.mark.parametrize("horizon", [2, 5])
def test_eight_of_ten_are_within_where_nothing_was_chosen(
    held_out: list[Coverage], horizon: int
) -> None:
    there = [found for found in held_out if found.horizon == horizon]
    totals = mean(found.within[80] for found in there if found.group == "all")
    groups = mean(found.within[80] for found in there if found.group != "all")
    assert 75 <= totals <= 85
    assert 75 <= groups <= 85


def test_a_wider_band_holds_more(held_out: list[Coverage]) -> None:
    for found in held_out:
        assert found.within[50] <= found.within[80] <= found.within[95]


def test_the_stored_coverage_is_what_is_computed_now(computed: list[Coverage]) -> None:
    remedy = "stale coverage: run `python -m framtid statistics derive --all`"
    notes = snapshot().table(TABLE).schema.metadata
    assert notes[b"basis"].decode() == basis(snapshot()), remedy
    for stored, now in zip(covered(), computed, strict=True):
        assert (stored.base, stored.horizon, stored.group) == (now.base, now.horizon, now.group)
        assert stored.places == now.places
        assert stored.within == pytest.approx(now.within, abs=0.3), remedy


def test_coverage_is_kept_by_base_for_everybody_and_for_age_groups() -> None:
    assert totals().keys() == groups().keys()
    of = [each.within[80] for each in covered() if (each.base, each.horizon) == (2020, 5)]
    assert groups()[2020, 5] == pytest.approx(mean(of[1:]))
    assert totals()[2020, 5].within[80] == of[0]


def test_the_averages_come_in_order_of_years() -> None:
    rows: list[Row] = [
        {"years": years, "held out": "no", "ages": "all", "within 80 %": 80.0}
        for years in (10, 2, 15, 5)
    ]
    assert [row["years"] for row in _averaged(rows)] == [2, 5, 10, 15]
