"""Young people who are neither in work, education nor training."""

from framtid.consequences.indicators import Indicator
from framtid.consequences.parameters import parameters
from framtid.consequences.practice import AS_TODAY, Practice
from framtid.projection.history import Floats

INDICATORS = (Indicator("outside", "people", ("outside.share",), ("rates",)),)


def usual(population: Floats) -> Floats:
    """Return how many are outside at the nation's share, of populations over (…, sex, age)."""
    young = population[..., 15:30].sum((-2, -1))
    found: Floats = young * parameters("outside")["share"].number
    return found


def outside(population: Floats, practice: Practice = AS_TODAY) -> Floats:
    """Return how many are outside when some are brought in, (year,)."""
    left: Floats = usual(population) * (1 - practice.included)
    return left


def brought_to_work(population: Floats, practice: Practice) -> Floats:
    """Return how many more work because they are brought in, (year,); the others study."""
    more: Floats = usual(population) * practice.included * parameters("outside")["to_work"].number
    return more
