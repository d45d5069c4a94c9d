"""How often the truth fell within the bands: the same trajectories, drawn at years long gone."""

from collections.abc import Iterator

import numpy as np

from framtid.projection.control import control
from framtid.projection.evaluation.backtest import (
    BASES,
    GROUPS,
    projected,
    scored_ages,
)
from framtid.projection.evaluation.stored_coverage import LEVELS, Coverage
from framtid.projection.flows import take_apart
from framtid.projection.history import Floats, history
from framtid.projection.rates import fit
from framtid.projection.uncertainty.spread import Spread
from framtid.projection.uncertainty.trajectories import trajectories

PAIRS = 100
"""Pairs of trajectories per base: coverage moves less than a hundredth with more."""


def _grouped(drawn: Floats, group: str) -> Floats:
    """Sum trajectories over (municipality, group, trajectory) to a scored age group."""
    starts = control().starts
    first, last = GROUPS[group]
    people: Floats = drawn[:, (starts >= first) & (starts <= last)].sum(1)
    return people


def _within(drawn: Floats, actual: Floats, level: int) -> float:
    """Return the share, in per cent, of municipalities inside; people are counted whole."""
    tail = (1 - level / 100) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail], axis=-1)
    return 100 * float(((actual >= np.floor(low)) & (actual <= np.ceil(high))).mean())


def coverage(pairs: int = PAIRS, spread: Spread | None = None) -> Iterator[Coverage]:
    """Yield the coverage of every base, horizon and age group that can be scored by now.

    Args:
        pairs: pairs of trajectories drawn for each base.
        spread: the spreads, the committed ones by default.

    """
    known = history()
    everyone = list(range(known.population.shape[1]))
    for base in BASES:
        run = take_apart(projected(base), base, fit(known.until(base)))
        drawn = trajectories(run, everyone, range(pairs), s=spread).astype(float)
        for horizon, group, actual, scored in scored_ages(base):
            people = _grouped(drawn[scored, horizon - 1], group)
            within = {level: _within(people, actual, level) for level in LEVELS}
            yield Coverage(base, horizon, group, len(scored), within)
