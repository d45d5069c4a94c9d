"""Hvor godt treffer vi: the backtest as a table, and the places it fits best and worst."""

from dataclasses import dataclass
from statistics import mean
from typing import Any

from framtid.language.current import spoken
from framtid.places import Place, places
from framtid.projection import base_year
from framtid.projection.evaluation.backtest import (
    BASES,
    CHOSEN_UNTIL,
    GROUPS,
    HINDSIGHT,
    HORIZONS,
    OURS,
    inhabitants,
    projected,
    scorable,
)
from framtid.projection.evaluation.stored_scores import averages, records
from framtid.projection.flows import Year, first_year, flows
from framtid.projection.history import history
from framtid.statistics.keeping import kept

METHODS = (OURS, HINDSIGHT, "linear", "exponential", "hamilton-perry", "constant")
"""Whose errors stand in the table, ours first."""
TOLD = (2016, 10)
"""The base and the years ahead that places are told of: the longest that ends today."""
NAMED = 5


@dataclass(frozen=True)
class Miss:
    """A municipality's projected and true population."""

    place: Place
    predicted: float
    actual: float

    @property
    def error(self) -> float:
        """Share by which the projection was too high, or too low when negative."""
        return self.predicted / self.actual - 1


def _misses(base: int, ahead: int) -> list[Miss]:
    """Return every municipality whose borders stood still, the smallest error first."""
    known, municipalities = history(), places().municipalities
    said, actual = projected(base)[ahead].sum((1, 2)), inhabitants(base + ahead)
    found = [
        Miss(municipalities[at], float(said[at]), float(actual[at]))
        for at in scorable(known, base, base + ahead)
    ]
    return sorted(found, key=lambda miss: abs(miss.error))


@kept(1, by=spoken)
def accuracy() -> dict[str, Any]:
    """Return what the page tells: mean errors by method and years ahead, best and worst places."""
    means, (base, ahead) = averages(), TOLD
    told = _misses(base, ahead)
    two = {
        record.base: record.score.mean
        for record in records()
        if (record.method, record.group, record.horizon) == (OURS, "all", HORIZONS[0])
    }
    return {
        "bases": len(BASES),
        "held_5": mean(
            record.score.mean
            for record in records()
            if (record.method, record.group, record.horizon) == (OURS, "all", 5)
            and record.base > CHOSEN_UNTIL
        ),
        "near_5": means[OURS, "all", 5].near,
        "near_10": means[OURS, "all", 10].near,
        "worst_2": max(two.values()),
        "other_2": (sum(two.values()) - max(two.values())) / (len(two) - 1),
        "horizons": HORIZONS,
        "methods": {
            method: [means.get((method, "all", ahead)) for ahead in HORIZONS] for method in METHODS
        },
        "ages": {
            group: [means[OURS, group, ahead].weighted for ahead in HORIZONS]
            for group in GROUPS
            if group != "all"
        },
        "base": base,
        "year": base + ahead,
        "best": told[:NAMED],
        "worst": told[: -NAMED - 1 : -1],
    }


@kept(1, by=spoken)
def carried() -> dict[str, Any]:
    """Return the nation's next year as the drawing shows it."""
    year: Year = first_year(flows(), list(range(len(places().municipalities))))
    return {"now": base_year(), "next": base_year() + 1, "year": year}
