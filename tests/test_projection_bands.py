"""Bands: stored for every place, belonging to these figures, and recomputed under a change."""

import json
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.errors import UnknownPlaceError
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, places
from framtid.projection.counterfactual import Change
from framtid.projection.uncertainty.along_pathway import bands_under
from framtid.projection.uncertainty.bands import LEVELS, TABLE, bands, basis, pack, unpack
from framtid.projection.uncertainty.measures import CARERS, SPANS, WHAT
from framtid.statistics.snapshot import snapshot

REBUILD = "stale bands: run `python -m framtid statistics derive`"


def test_the_stored_bands_belong_to_these_figures() -> None:
    notes = snapshot().table(TABLE).schema.metadata
    assert notes[b"basis"].decode() == basis(snapshot()), REBUILD


@pytest.mark.parametrize("code", ["1151", "ba-21"])
def test_the_stored_bands_are_what_is_computed_now(code: str) -> None:
    stored, now = bands(code).values, bands_under(code, Change()).values
    size = np.maximum(stored.max(-1, keepdims=True), 1)
    assert (np.abs(now - stored) < 0.02 * size).all(), REBUILD


def test_every_place_measure_and_year_has_bands_in_order() -> None:
    for code in places().by_code:
        values = bands(code).values
        assert values.shape == (len(WHAT), 25, 7)
        assert (np.diff(values, axis=-1) >= 0).all()
        assert np.isfinite(values).all()


def test_wider_levels_hold_narrower_ones_and_the_projection() -> None:
    for code in ("0", "46", "0301", "1151"):
        outlook, found = outlook_of(code), bands(code)
        for what, (first, last) in SPANS.items():
            figure = outlook.people(2040, first, last)
            bounds = [found.interval(what, 2040, level) for level in sorted(LEVELS)]
            lows, highs = zip(*bounds, strict=True)
            assert list(lows) == sorted(lows, reverse=True)
            assert list(highs) == sorted(highs)
            assert lows[-1] <= figure <= highs[-1]


def test_the_base_year_is_known() -> None:
    low, high = bands("4601").interval("all", 2026, 95)
    assert low == high == pytest.approx(outlook_of("4601").people(2026), rel=1e-6)


def test_hands_per_old_person_are_around_the_projection() -> None:
    low, high = bands("0").interval(CARERS, 2040, 80)
    assert low < outlook_of("0").carers(2040) < high


def test_sums_are_surer_than_their_parts() -> None:
    def width(code: str) -> float:
        low, high = bands(code).interval("all", 2040, 80)
        return high - low

    for level in (Level.COUNTY, Level.MUNICIPALITY):
        assert width("0") < sum(width(place.code) for place in places().at(level))


@settings(max_examples=50)
@given(st.floats(0, 1e6), st.floats(-1, 3))
def test_storing_costs_a_hundredth_of_the_spread(figure: float, deviation: float) -> None:
    official = np.array([figure])
    value = np.maximum(official, 0.5) * (1 + deviation)
    again = unpack(pack(value[:, None], official), official)[:, 0]
    spread = np.abs(value - np.maximum(official, 0.5))
    assert np.abs(again - value) <= 0.01 * spread + 2e-5 * np.maximum(official, 0.5)


def test_an_unknown_place_or_measure_is_told() -> None:
    with pytest.raises(UnknownPlaceError):
        bands("9999")
    assert CliRunner().invoke(app, ["bands", "show", "0", "--what", "cats"]).exit_code == 2


def test_the_command_line_shows_a_place() -> None:
    run = CliRunner().invoke(app, ["bands", "show", "4601", "--format", "csv"])
    assert run.exit_code == 0
    assert run.output.splitlines()[0] == (
        "code,name,year,median,50 % low,50 % high,80 % low,80 % high,95 % low,95 % high"
    )
    assert len(run.output.splitlines()) == 26
    assert run.output.splitlines()[1].startswith("4601,Bergen,2026,")
    assert "." not in run.output, "whole persons"


def test_the_command_line_rounds_hands_per_old_person_to_hundredths() -> None:
    run = CliRunner().invoke(app, ["bands", "show", "4601", "--what", "carers", "--format", "json"])
    cells = [row["median"] for row in json.loads(run.stdout)]
    assert cells == [round(cell, 2) for cell in cells] != [round(cell) for cell in cells]


def test_stored_bands_need_no_compiler() -> None:
    code = (
        "import sys; from framtid.projection.uncertainty.bands import bands; bands('4601');"
        "sys.exit('numba' in sys.modules or 'distributed' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
