"""The need for municipal care that a population brings, by the official cost key's ages."""

from functools import lru_cache

import numpy as np

from framtid.projection.history import Floats
from framtid.projection.parameters import AGES
from framtid.statistics.snapshot import snapshot


@lru_cache
def weights(sector: str = "care") -> Floats:
    """Return need per person by single age, the average inhabitant being about 1, (age,).

    Source: the 2026 cost key of the municipal income system (Grønt hefte).
    """
    table = snapshot().table("need_weights")
    by_age = np.zeros(AGES)
    for row in table.to_pylist():
        by_age[row["first_age"] : row["last_age"] + 1] = row[sector]
    return by_age


def need(population: Floats, sector: str = "care") -> Floats:
    """Return the need of populations over (…, sex, age): comparable between years and places."""
    total: Floats = (population.sum(-2) * weights(sector)).sum(-1)
    return total
