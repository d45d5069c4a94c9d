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
from framtid.projection.evaluation.rivals import RIVALS, Nearer, nearest
from framtid.projection.evaluation.scores import Score
from framtid.projection.evaluation.stored_coverage import totals
from framtid.projection.evaluation.stored_scores import averages, by_base, by_centrality
from framtid.projection.flows import Year, first_year, flows
from framtid.projection.history import history
from framtid.statistics.keeping import kept

METHODS = (OURS, HINDSIGHT, *RIVALS)
"""Whose errors stand in the table, ours first."""
TOLD = (2016, 10)
"""The base and the years ahead that places are told of: the longest that ends today."""
SHOCK = 2022
"""The base before the refugees from Ukraine."""
NAMED = 5
MIDDLING = ("median", "all")
"""The measure and the people of whom half of the municipalities are nearer."""


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


def _errors(held_out: bool) -> dict[str, list[Score | None]]:
    """Return every method's score by years ahead, all of them from the same bases."""
    found = averages(held_out)
    years = [ahead for ahead in HORIZONS if (OURS, "all", ahead) in found]
    return {method: [found.get((method, "all", ahead)) for ahead in years] for method in METHODS}


def _per_base() -> dict[int, list[tuple[Score, Score] | None]]:
    """Return our score and the line's by years ahead, base by base."""
    found = by_base()
    return {
        base: [
            (found[OURS, base, ahead], found["linear", base, ahead])
            if (OURS, base, ahead) in found
            else None
            for ahead in HORIZONS
        ]
        for base in BASES
    }


def _bias() -> dict[int, list[tuple[float, float]]]:
    """Return our bias and what the true nation would have left, by class of centrality."""
    found = by_centrality()
    return {
        label: [
            (found[OURS, label, ahead].bias, found[HINDSIGHT, label, ahead].bias)
            for ahead in HORIZONS
        ]
        for label in sorted({label for _, label, _ in found})
    }


def _coverage() -> dict[int, list[float | None]]:
    """Return the share of municipalities within the band for eight of ten, base by base."""
    found = totals()
    return {
        base: [
            found[base, ahead].within[80] if (base, ahead) in found else None for ahead in HORIZONS
        ]
        for base in BASES
    }


def _beaten() -> list[Nearer]:
    """Return where a rival is nearer: the middling municipality, and people, all or of an age."""
    told = [one for held_out in (True, False) for one in nearest(held_out)]
    return [
        one for one in told if one.measure == "weighted" or (one.measure, one.group) == MIDDLING
    ]


def _most_central() -> list[str]:
    """Return the names of the municipalities of the most central class, the capital first."""
    return [place.short for place in places().municipalities if place.centrality == 1]


@kept(1, by=spoken)
def accuracy() -> dict[str, Any]:
    """Return what the page tells: errors beside rivals', bias, coverage, best and worst places."""
    means, later, (base, ahead) = averages(), averages(held_out=True), TOLD
    told = _misses(base, ahead)
    two = {base: by_base()[OURS, base, 2].mean for base in BASES}
    return {
        "bases": len(BASES),
        "seen": {
            ahead: sum((OURS, base, ahead) in by_base() for base in BASES) for ahead in HORIZONS
        },
        "held_from": CHOSEN_UNTIL,
        "held_2": later[OURS, "all", 2].mean,
        "held_5": later[OURS, "all", 5].mean,
        "near_5": means[OURS, "all", 5].near,
        "near_10": means[OURS, "all", 10].near,
        "shock_2": two[SHOCK],
        "other_2": mean(error for base, error in two.items() if base != SHOCK),
        "horizons": HORIZONS,
        "held_horizons": [ahead for ahead in HORIZONS if (OURS, "all", ahead) in later],
        "methods": _errors(held_out=False),
        "held_out": _errors(held_out=True),
        "per_base": _per_base(),
        "beaten": _beaten(),
        "bias": _bias(),
        "central": _most_central(),
        "coverage": _coverage(),
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
