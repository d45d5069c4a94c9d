"""Choosing the pool's weight on nothing but what had come true by the year of the choice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from framtid.projection.evaluation.backtest import (
    CHOSEN_UNTIL,
    in_hindsight,
    inhabitants,
    scorable,
)
from framtid.projection.history import Floats, history
from framtid.projection.parameters import parameters

__all__ = ["WEIGHTS", "Trial", "beyond", "chosen", "least", "trials"]

BASES = tuple(range(2010, 2017))
"""Years to project from; earlier ones have fewer than four years to learn from."""
SHORTEST = 2
"""The fewest years ahead that are looked at."""
INDEPENDENT = 3
"""How many of the bases count as independent: 2010, 2013 and 2016. Those between see the same."""
WEIGHTS = tuple(round(0.05 * step, 2) for step in range(21))


@dataclass(frozen=True)
class Trial:
    """How a weight did, in per cent of a municipality's population, (base,)."""

    weight: float
    error: Floats
    """Mean absolute error, the mean over years ahead."""
    bias: Floats
    """Mean over the classes of centrality of the size of their mean error."""

    @property
    def loss(self) -> Floats:
        """Return what is to be small: error and bias together."""
        return self.error + self.bias


def _case(projected: Floats, base: int, year: int) -> tuple[float, float]:
    """Return the mean absolute error and the mean size of the classes' bias."""
    known = history()
    scored = scorable(known, base, year)
    error = projected[year - base].sum((1, 2))[scored] / inhabitants(year)[scored] - 1
    classes = known.centrality[scored]
    bias = [abs(error[classes == label].mean()) for label in np.unique(classes)]
    return 100 * float(np.abs(error).mean()), 100 * float(np.mean(bias))


def _trial(weight: float) -> Trial:
    p = replace(parameters(), pool_weight=weight)
    found = []
    for base in BASES:
        run = in_hindsight(base, CHOSEN_UNTIL, p)
        years = range(base + SHORTEST, CHOSEN_UNTIL + 1)
        found.append(np.mean([_case(run, base, year) for year in years], axis=0))
    error, bias = np.array(found).T
    return Trial(weight, error, bias)


def trials() -> Iterator[Trial]:
    """Yield how every weight would have done."""
    return map(_trial, WEIGHTS)


def beyond(trial: Trial, best: Trial) -> tuple[float, float]:
    """Return how much worse a trial is than the best, and the standard error of that."""
    worse = trial.loss - best.loss
    return float(worse.mean()), float(worse.std(ddof=1) / np.sqrt(INDEPENDENT))


def least(found: list[Trial]) -> Trial:
    """Return the trial with the least loss."""
    return min(found, key=lambda trial: float(trial.loss.mean()))


def chosen(found: list[Trial]) -> Trial:
    """Return the least weight that is as good as the best to within a standard error."""
    best = least(found)
    for trial in found:
        worse, noise = beyond(trial, best)
        if worse <= noise:
            return trial
    return best
