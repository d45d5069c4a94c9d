"""Hvor vi skiller oss fra SSB: the page's numbers are counted from the figures in force."""

import numpy as np
import pytest

from framtid.places import places
from framtid.projection import base_year, projection
from framtid.projection.evaluation.ssb_differences import differences
from framtid.projection.evaluation.ssb_editions import local
from framtid.projection.uncertainty.bands import bands
from framtid.site.pages.differences import differing
from framtid.statistics.snapshot import snapshot


def test_the_differences_are_between_our_run_and_ssbs_edition() -> None:
    theirs = snapshot().table("projection_municipality").to_pandas()
    theirs = theirs[theirs["year"] == 2040].set_index("municipality")["population"]
    ours = projection().population[2040 - base_year()].sum((1, 2))
    found = differences(2040)
    assert [each.share for each in found] == sorted(each.share for each in found)
    for each in found:
        assert each.theirs == theirs[each.place.code]
        # The stored run is in single precision.
        assert each.ours == pytest.approx(ours[places().index[each.place.code]], rel=1e-5)


def test_what_lies_outside_is_counted_place_by_place() -> None:
    told = differing()
    for level in (80, 95):
        outside = 0
        for place in places().municipalities:
            low, high = bands(place.code).interval("all", 2040, level)
            outside += not low <= local(place)[2040] <= high
        assert told[f"outside_{level}"] == outside
    assert told["outside_95"] < told["outside_80"] < told["of"] == len(places().municipalities)


def test_the_largest_differences_are_named_and_part_of_them_is_news() -> None:
    told = differing()
    assert told["lower"][0].share < told["lower"][-1].share < 0
    assert told["higher"][0].share > told["higher"][-1].share > 0
    counted = np.array([each.ours for each in differences(base_year())])
    assert counted.sum() == pytest.approx(snapshot_total())
    assert 0 < told["apart_now"] < told["apart"]


def snapshot_total() -> float:
    """Return how many live in the country, as the snapshot has it."""
    table = snapshot().table("population_municipality").to_pandas()
    return float(table[f"y{base_year()}"].sum())
