"""The chance of dying: SSB's life tables, and how it goes on falling after the last of them."""

import numpy as np
from numpy.typing import NDArray

from framtid.projection.parameters import AGES, Parameters, parameters
from framtid.statistics.arranging import arranged, rows
from framtid.statistics.snapshot import Snapshot

Floats = NDArray[np.float64]


def life_tables(figures: Snapshot) -> tuple[list[int], Floats]:
    """Return the years of the life tables and their death probabilities, (year, sex, age).

    A table ends with an age at which everybody dies. Our last age is open, and those who live
    on in it die as people of 105 do.
    """
    (known, _, _), q = arranged(*rows(figures.table("life_table"), "q", "year", "sex", "age"))
    return known.tolist(), q[..., :AGES]


def fallen(q: Floats, years: NDArray[np.int64], p: Parameters) -> Floats:
    """Return death probabilities, (sex, age), so many years on, (year, sex, age)."""
    left: Floats = (1 - p.mortality_decline) ** np.reshape(years, (-1, 1))
    return q * left[..., None]


def death(figures: Snapshot, years: NDArray[np.int64]) -> Floats:
    """Return death probabilities in each of ``years``, (year, sex, age).

    They go on falling from the year of the last table, be it the base year's or older.
    """
    known, q = life_tables(figures)
    later = fallen(q[-1], np.maximum(years - known[-1], 0), parameters())
    seen = q[np.clip(years - known[0], 0, len(known) - 1)]
    return np.where((years > known[-1])[:, None, None], later, seen)


def expectancy(q: Floats) -> float:
    """Return life expectancy at birth from death probabilities by age, (age,)."""
    alive = np.concatenate([[1.0], np.cumprod(1 - q)])
    return float((alive[:-1] + alive[1:]).sum() / 2)


def pace(q: Floats, years: int, aim: float) -> float:
    """Return the yearly fall in the chance of dying that gives a life expectancy in some years.

    Args:
        q: death probabilities of one sex by age, (age,).
        years: years from the table to the aim.
        aim: life expectancy at birth, in years.

    """
    low, high = 0.0, 0.1
    for _ in range(50):
        middle = (low + high) / 2
        reached = expectancy(q * (1 - middle) ** years)
        low, high = (middle, high) if reached < aim else (low, middle)
    return low
