"""The bands hold: about eight of ten municipalities fell within the 80 per cent band."""

from statistics import mean

import pytest

from framtid.commands.coverage import _averaged
from framtid.commands.writers import Row
from framtid.projection.evaluation.backtest import CHOSEN_UNTIL
from framtid.projection.evaluation.coverage import Coverage, coverage


@pytest.fixture(scope="module")
def held_out() -> list[Coverage]:
    return [found for found in coverage(pairs=100) if found.base > CHOSEN_UNTIL]


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


def test_the_averages_come_in_order_of_years() -> None:
    rows: list[Row] = [
        {"years": years, "held out": "no", "ages": "all", "within 80 %": 80.0}
        for years in (10, 2, 15, 5)
    ]
    assert [row["years"] for row in _averaged(rows)] == [2, 5, 10, 15]
