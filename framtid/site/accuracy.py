"""Hvor godt treffer vi: the backtest as a table, and the places it fits best and worst."""

from dataclasses import dataclass
from typing import Any

from framtid.places import Place, places
from framtid.projection import base_year
from framtid.projection.backtest import BASES, HINDSIGHT, HORIZONS, OURS, Case, cases
from framtid.projection.flows import Year, first_year, flows
from framtid.projection.scores import Score, average, score
from framtid.statistics.snapshot import per_edition

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


def _misses(case: Case) -> list[Miss]:
    """Return every scored municipality, the smallest error first."""
    municipalities = places().municipalities
    rows = zip(case.scored, case.predicted, case.actual, strict=True)
    found = [Miss(municipalities[at], float(p), float(a)) for at, p, a in rows]
    return sorted(found, key=lambda miss: abs(miss.error))


@per_edition(maxsize=1)
def accuracy() -> dict[str, Any]:
    """Return what the page tells: mean errors by method and years ahead, best and worst places."""
    scores: dict[tuple[str, str, int], list[Score]] = {}
    told: list[Miss] = []
    first: dict[int, Score] = {}
    for case in cases():
        got = score(case.predicted, case.actual)
        scores.setdefault((case.method, case.group, case.horizon), []).append(got)
        if (case.method, case.group, case.base, case.horizon) == (OURS, "all", *TOLD):
            told = _misses(case)
        if (case.method, case.group, case.horizon) == (OURS, "all", HORIZONS[0]):
            first[case.base] = got
    means = {key: average(found) for key, found in scores.items()}
    base, ahead = TOLD
    two = {case_base: got.mean for case_base, got in first.items()}
    return {
        "bases": len(BASES),
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
            for _, group, _ in means
            if group != "all"
        },
        "base": base,
        "year": base + ahead,
        "best": told[:NAMED],
        "worst": told[: -NAMED - 1 : -1],
    }


@per_edition(maxsize=1)
def carried() -> dict[str, Any]:
    """Return the nation's next year as the drawing shows it."""
    year: Year = first_year(flows(), list(range(len(places().municipalities))))
    return {"now": base_year(), "next": base_year() + 1, "year": year}
