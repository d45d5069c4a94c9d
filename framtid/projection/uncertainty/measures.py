"""What bands are told of: SSB's ten age groups, useful sums of them, and hands per old person."""

import numpy as np
from numpy.typing import NDArray

from framtid.projection.control import control
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES
from framtid.projection.uncertainty.cells import Singles

OLDEST = AGES - 1
SPANS: dict[str, tuple[int, int]] = {
    "0": (0, 0),
    "1-5": (1, 5),
    "6-12": (6, 12),
    "13-15": (13, 15),
    "16-19": (16, 19),
    "20-44": (20, 44),
    "45-66": (45, 66),
    "67-79": (67, 79),
    "80-89": (80, 89),
    "90+": (90, OLDEST),
    "all": (0, OLDEST),
    "0-5": (0, 5),
    "6-15": (6, 15),
    "20-66": (20, 66),
    "67+": (67, OLDEST),
    "80+": (80, OLDEST),
}
"""First and last age of each group that people are counted in."""
CARERS = "carers"
"""People aged 20–66 per person aged 67 or more."""
WHAT = (*SPANS, CARERS)
FEWEST = 0.5
"""Persons below which a ratio is not taken, so that the smallest places have one."""


def _sums() -> NDArray[np.float32]:
    """Return which age groups each span is the sum of, (span, group)."""
    starts = control().starts
    return np.array(
        [[first <= start <= last for start in starts] for first, last in SPANS.values()], np.float32
    )


def measured(people: Singles) -> Singles:
    """Return every measure of persons by group, (step, group, …) to (measure, step, …)."""
    spans = np.einsum("wg,tg...->wt...", _sums(), people)
    names = list(SPANS)
    working, old = spans[names.index("20-66")], spans[names.index("67+")]
    ratio = working / np.maximum(old, FEWEST)
    return np.concatenate([spans, ratio[None]], dtype=np.float32)


def grouped(population: Floats) -> Floats:
    """Return persons in SSB's ten age groups, (year, sex, age) to (year, group)."""
    groups: Floats = np.add.reduceat(population.sum(-2), control().starts, axis=-1)
    return groups
