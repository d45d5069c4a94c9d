"""How long one projection of all municipalities takes, and the fit before it."""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from benchmarks import plain_projection
from framtid.projection import base_year
from framtid.projection.cohort import project
from framtid.projection.control import control
from framtid.projection.history import history
from framtid.projection.rates import fit

TIMES = 15


def clock(run: Callable[[], object]) -> float:
    """Return the median time of some runs in milliseconds."""
    taken = []
    for _ in range(TIMES):
        start = perf_counter()
        run()
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


def main() -> None:
    """Print the times."""
    known, target = history(), control()
    rates = fit(known)
    fitting = clock(lambda: fit(known))
    running = clock(lambda: project(known.population[-1], base_year(), rates, target))
    plain = clock(
        lambda: plain_projection.project(known.population[-1], base_year(), rates, target)
    )
    sys.stdout.write(f"  fit all rates                              {fitting:6.1f} ms\n")
    sys.stdout.write(f"  project 357 x 2 x 106 to 2050, controlled  {running:6.1f} ms\n")
    sys.stdout.write(f"  the same step by step in plain NumPy       {plain:6.1f} ms\n")
