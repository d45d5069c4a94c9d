"""What is told is what a reader makes of a file's figure, halves rounded as spreadsheets do."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.numbers import reach, spoken
from framtid.nearest import finely, nearest, nearest_all
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.tables.csv import exact
from framtid.views.claims import Alternatives, Change
from framtid.views.model import View
from framtid.views.registry import build_view, views
from tests.test_views import CASES

SOME = ("0", "46", "5610", "1577")
"""Places whose every view is read."""


def by_hand(written: float, decimals: int) -> float:
    """Return what a spreadsheet makes of a figure as it is written."""
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(repr(float(written))).quantize(step, ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("value", "decimals", "told"),
    [(1414.5, 0, 1415), (-0.5, 0, -1), (2.45, 1, 2.5), (2.675, 2, 2.68), (1465, -1, 1470)],
)
def test_halves_go_from_nought(value: float, decimals: int, told: float) -> None:
    assert nearest(value, decimals) == told
    assert nearest_all([value], decimals).tolist() == [told]
    if decimals >= 0:
        written = language_of("en").numbers.decimal(value, decimals)
        assert written.replace(",", "").replace("\u2212", "-") == f"{told:.{decimals}f}"


@given(value=st.floats(-1e7, 1e7), decimals=st.integers(0, 3))
@example(value=1414.4975, decimals=0)
@example(value=2.44996, decimals=1)
def test_a_file_rounds_to_what_is_told(value: float, decimals: int) -> None:
    for told in (decimals, decimals - 1):
        written = finely(value, (decimals, decimals - 1), decimals + 2)
        assert by_hand(written, told) == pytest.approx(nearest(value, told), abs=1e-9)


def _rounds(view: View) -> None:
    told = [each.decimals for each in view.table.columns]
    for row, written in zip(view.table.rows, exact(view.table), strict=True):
        for cell, file, decimals in zip(row, written, told, strict=True):
            if isinstance(cell, float) and decimals is not None and np.isfinite(cell):
                assert by_hand(float(file or 0), decimals) == nearest(cell, decimals), view.id


@pytest.mark.parametrize("name", views())
def test_every_table_rounds_to_what_a_page_shows(name: str) -> None:
    codes = [code for view, code in CASES if view == name and code in SOME]
    assert codes
    for code in codes:
        _rounds(build_view(name, code))


def test_every_place_is_told_as_its_file_rounds() -> None:
    """1 414.5 is told as 1 415 everywhere: in sentences, tables and what is made of them."""
    for place in places().by_code.values():
        view = build_view("over80", place.code)
        claim = next(each for each in view.claims if isinstance(each, Change))
        year = next(row for row in exact(view.table) if row[0] == HORIZON)
        told = claim.told[1]
        if told != spoken(told) or told < 1000:
            assert by_hand(float(year[1] or 0), 0) == told, place.code


def test_the_ends_of_alternatives_are_rounded_as_their_figure_is() -> None:
    for place in places().by_code.values():
        outlook = outlook_of(place.code)
        runs = [outlook.under(name).consequences for name in ("LLML", "MMMM", "HHMH")]
        for measure, indicator in (("gap", "gap"), ("places", "care_places")):
            values = [run.at(indicator, HORIZON) for run in runs]
            ends = Alternatives(measure, place.code, HORIZON, min(values), max(values)).told
            assert ends == (nearest(min(values)), nearest(max(values))), place.code


def test_the_ends_around_a_large_count_are_as_round_as_it() -> None:
    assert reach(195_432, 212_600) == (195_000, 213_000)
    assert reach(195_432, 212_600, 199_400) == (195_432, 212_600)
