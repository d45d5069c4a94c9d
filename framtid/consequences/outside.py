"""Young people who are neither in work, education nor training."""

from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local
from framtid.consequences.parameters import parameters
from framtid.consequences.practice import AS_TODAY, Practice
from framtid.projection.history import Floats

INDICATORS = (Indicator("outside", "people", ("outside.share", "youth_outside"), ("outside",)),)


def usual(population: Floats, place: Local) -> Floats:
    """Return how many are outside at today's share, of populations over (…, sex, age)."""
    young = population[..., 15:30].sum((-2, -1))
    found: Floats = young * parameters("outside")["share"].number * place.outside.value
    return found


def outside(population: Floats, place: Local, practice: Practice = AS_TODAY) -> Floats:
    """Return how many are outside when some are brought in, (year,)."""
    left: Floats = usual(population, place) * (1 - practice.included)
    return left


def brought_to_work(population: Floats, place: Local, practice: Practice) -> Floats:
    """Return how many more work because they are brought in, (year,); the others study."""
    to_work = parameters("outside")["to_work"].number
    more: Floats = usual(population, place) * practice.included * to_work
    return more
