"""Local life: how many there are of an age to share a classroom, a team or an errand with."""

from framtid.consequences.indicators import Indicator
from framtid.projection.history import Floats

SPANS = {"pupils_per_grade": (6, 15), "young_per_age": (20, 34), "active_per_age": (67, 79)}
"""Pupils of a grade, young grown-ups of an age, and pensioners of the active ages."""
INDICATORS = (
    Indicator("people", "people"),
    Indicator("carers", "ratio"),
    *(Indicator(name, "people") for name in SPANS),
)


def per_age(population: Floats, first: int, last: int) -> Floats:
    """Return people per single age of a span, of populations over (…, sex, age)."""
    found: Floats = population[..., first : last + 1].sum((-2, -1)) / (last - first + 1)
    return found


def carers(population: Floats) -> Floats:
    """Return people aged 20–66 per person aged 67 or more, of populations over (…, sex, age)."""
    people = population.sum(-2)
    ratio: Floats = people[..., 20:67].sum(-1) / people[..., 67:].sum(-1)
    return ratio
