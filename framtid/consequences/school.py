"""School: pupils, and teachers by the teacher norm at the place's own level of cost."""

import numpy as np

from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local, nation
from framtid.consequences.parameters import parameters
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept

FIRST, LAST = 6, 15
"""Ages on 1 January of those who go to school."""
INDICATORS = (
    Indicator("pupils", "people"),
    Indicator(
        "school_man_years",
        "man_years",
        ("school.norm", "school.pupils_per_man_year", "need_index"),
        ("school",),
    ),
)


def pupils(population: Floats) -> Floats:
    """Return pupils of populations over (…, sex, age)."""
    found: Floats = population[..., FIRST : LAST + 1].sum((-2, -1))
    return found


def _by_norm(population: Floats) -> Floats:
    """Return pupils weighted by how many teachers the norm gives their grade."""
    group = parameters("school")["norm"].by_age[FIRST : LAST + 1]
    weighted: Floats = (population[..., FIRST : LAST + 1].sum(-2) / group).sum(-1)
    return weighted


@kept(maxsize=1)
def per_inhabitant() -> float:
    """Return the nation's man-years of teaching per inhabitant in the base year."""
    taught = float(pupils(nation())) / parameters("school")["pupils_per_man_year"].number
    return taught / float(nation().sum())


def man_years(population: Floats, place: Local) -> Floats:
    """Return man-years of teaching, the first year being the base year, (year,)."""
    level = per_inhabitant() * place.people * place.need["school"].value
    needed = _by_norm(population)
    grown: Floats = level * needed / np.maximum(needed[0], 1e-9)
    return grown
