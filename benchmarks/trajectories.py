"""Trajectories compiled and in plain NumPy, a place under a change, and what memory they take."""

import resource
import sys
from time import perf_counter, process_time

import numpy as np

from benchmarks import plain_trajectories
from benchmarks.projection import clock
from framtid.projection.counterfactual import Change, changed
from framtid.projection.flows import flows
from framtid.projection.uncertainty.along_pathway import bands_under
from framtid.projection.uncertainty.spread import spread
from framtid.projection.uncertainty.trajectories import Ensemble, arrange, trajectories

SAMPLE = list(range(0, 357, 20))
"""Municipalities that plain NumPy carries; all would take minutes."""


def _say(what: str, figure: float, unit: str) -> None:
    sys.stdout.write(f"  {what:<58}{figure:8.2f} {unit}\n")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _plain(ensemble: Ensemble) -> float:
    """Return the seconds plain NumPy takes for all municipalities, from a sample of them."""
    runs, drawn = arrange(ensemble.flows.at(SAMPLE), spread()), ensemble.drawn(SAMPLE)
    start = perf_counter()
    for order, place in enumerate(SAMPLE):
        moves = drawn[order] - ensemble.centre
        plain_trajectories.carry(runs[order], ensemble.drivers, ensemble.plan, place, moves)
    return (perf_counter() - start) * 357 / len(SAMPLE)


def main() -> None:
    """Print the figures."""
    base, everybody = flows(), list(range(357))
    start = perf_counter()
    trajectories(base, [0], range(1))
    _say("first use: compiling, or reading what was compiled", perf_counter() - start, "s")
    for count in (250, 500, 1000, 2000):
        start, busy = perf_counter(), process_time()
        trajectories(base, everybody, range(count // 2))
        _say(f"{count} trajectories of 357 to 2050, compiled", perf_counter() - start, "s")
        _say("  processor time of all threads", process_time() - busy, "s")
        if count == 1000:
            _say("  most memory so far, of the whole process", _peak(), "GB")
    ensemble = Ensemble(base, spread(), range(50))
    start = perf_counter()
    ensemble.of(everybody, arrange(base, spread()))
    _say("100 trajectories, compiled", perf_counter() - start, "s")
    _say("100 trajectories, plain NumPy (from a twentieth)", _plain(ensemble), "s")
    change = Change(fertility=np.full(1, 0.1))
    _say("one place under a change", clock(lambda: changed(base, [5], change)), "ms")
    _say("all 357 under a change", clock(lambda: changed(base, everybody, change)), "ms")
    bands_under("3201", change)
    _say("bands of one place under a change", clock(lambda: bands_under("3201", change)), "ms")
