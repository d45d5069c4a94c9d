"""Choosing what the moves assume, on nothing but what had come true by the year of the choice."""

from dataclasses import dataclass, replace

import numpy as np

from framtid.projection.evaluation.backtest import (
    CHOSEN_UNTIL,
    in_hindsight,
    inhabitants,
    scorable,
)
from framtid.projection.history import Floats, history
from framtid.projection.parameters import Parameters, parameters

BASES = tuple(range(2010, 2017))
"""Years to project from; earlier ones have fewer than four years to learn from."""
SHORTEST = 2
"""The fewest years ahead that are looked at."""
INDEPENDENT = 3
"""How many of the bases count as independent: 2010, 2013 and 2016. Those between see the same."""
WEIGHTS = tuple(round(0.05 * step, 2) for step in range(21))
"""Weights of the pool that are tried."""
HALF_LIVES = (4.0, 6.0, 8.0, 12.0, 20.0, 40.0, 100.0)
"""Half-lives of a transition's weight that are tried, in years."""


@dataclass(frozen=True)
class Trial:
    """How a value of a parameter did, in per cent of a municipality's population, (base,)."""

    value: float
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


def _trial(value: float, p: Parameters) -> Trial:
    found = []
    for base in BASES:
        run = in_hindsight(base, CHOSEN_UNTIL, p)
        years = range(base + SHORTEST, CHOSEN_UNTIL + 1)
        found.append(np.mean([_case(run, base, year) for year in years], axis=0))
    error, bias = np.array(found).T
    return Trial(value, error, bias)


def pool_weights() -> list[Trial]:
    """Return how every weight of the pool would have done, the least first."""
    return [_trial(value, replace(parameters(), pool_weight=value)) for value in WEIGHTS]


def half_lives() -> list[Trial]:
    """Return how every half-life would have done, the shortest first."""
    return [_trial(value, replace(parameters(), half_life=value)) for value in HALF_LIVES]


def beyond(trial: Trial, best: Trial) -> tuple[float, float]:
    """Return how much worse a trial is than the best, and the standard error of that."""
    worse = trial.loss - best.loss
    return float(worse.mean()), float(worse.std(ddof=1) / np.sqrt(INDEPENDENT))


def least(found: list[Trial]) -> Trial:
    """Return the trial with the least loss."""
    return min(found, key=lambda trial: float(trial.loss.mean()))


def chosen(found: list[Trial]) -> Trial:
    """Return the least value that is as good as the best to within a standard error."""
    best = least(found)
    for trial in found:
        worse, noise = beyond(trial, best)
        if worse <= noise:
            return trial
    return best
