"""Kindergarten: the children who come, and the grown-ups the staffing norm asks for."""

from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local
from framtid.consequences.parameters import parameters
from framtid.projection.history import Floats

_RESTS_ON = ("kindergarten.coverage_1_2", "kindergarten.coverage_3_5", "key_figures")
_NORM = ("kindergarten.children_per_adult_1_2", "kindergarten.children_per_adult_3_5")
INDICATORS = (
    Indicator("kindergarten_children", "people", _RESTS_ON, ("coverage",)),
    Indicator("kindergarten_man_years", "man_years", (*_RESTS_ON, *_NORM), ("coverage",)),
)


def children(population: Floats, place: Local) -> tuple[Floats, Floats]:
    """Return children aged 1–2 and 3–5 in kindergarten, of populations over (…, sex, age)."""
    people = population.sum(-2)
    small, large = place.coverage
    return people[..., 1:3].sum(-1) * small.value, people[..., 3:6].sum(-1) * large.value


def man_years(population: Floats, place: Local) -> Floats:
    """Return the basic staffing that the norm asks for, leaders not counted."""
    small, large = children(population, place)
    given = parameters("kindergarten")
    needed: Floats = (
        small / given["children_per_adult_1_2"].number
        + large / given["children_per_adult_3_5"].number
    )
    return needed
