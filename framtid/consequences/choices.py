"""What choices cost and save in kroner a year, cause by cause.

Costs and savings follow those whom a choice concerns: the man-years that are freed, the young who
come in, those who settle, those who move here. Kroner of 2025.
"""

from dataclasses import dataclass, fields

import numpy as np

from framtid.consequences import economy
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local
from framtid.consequences.outside import usual as usual_outside
from framtid.consequences.parameters import Certainty, parameters
from framtid.consequences.practice import Practice
from framtid.projection.history import Floats

_COSTS = (
    "economy.absence_cost",
    "economy.growth_cost",
    "economy.settled_cost",
    "economy.settled_grant",
    "outside.follow_up",
    "outside.social_assistance",
)
INDICATORS = tuple(
    Indicator(name, "kroner", _COSTS, ("all",), Certainty.JUDGEMENT)
    for name in ("starting_cost", "running_cost", "savings", "more_income")
)


@dataclass(frozen=True, eq=False)
class Kroner:
    """Kroner a year beyond the official line, (year,)."""

    starting_cost: Floats
    """Setting up, and room for those who come."""
    running_cost: Floats
    savings: Floats
    """Man-years freed, administration shared, absence and social assistance spared."""
    more_income: Floats
    """Tax of those who work, and the State's grants for those who settle."""

    @property
    def net(self) -> Floats:
        """What is left of it."""
        total: Floats = self.savings + self.more_income - self.starting_cost - self.running_cost
        return total

    def series(self) -> dict[str, Floats]:
        """Return each part by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def grown(people: Floats, official: Floats) -> Floats:
    """Return inhabitants a year who come on top of the official line and need new room, (year,)."""
    beyond = np.maximum(people - people[0], 0) - np.maximum(official - people[0], 0)
    each_year: Floats = np.maximum(np.diff(beyond, prepend=beyond[0]), 0)
    return each_year


def kroner(
    practice: Practice,
    place: Local,
    population: Floats,
    official: Floats,
    *,
    saved: Floats,
    services: Floats,
    more_work: Floats,
) -> Kroner:
    """Return what choices cost and save.

    Args:
        practice: what is done otherwise than today.
        place: what it is known to be like.
        population: persons along the pathway, (year, sex, age).
        official: inhabitants along the official line, (year,).
        saved: man-years in care that are saved and believed, (year,).
        services: man-years of the services, (year,).
        more_work: inhabitants at work beyond the official line's share, (year,).

    """
    given, young = parameters("economy"), parameters("outside")
    people = population.sum((-2, -1))
    included = usual_outside(population, place) * practice.included
    shared = place.small * practice.administration * economy.administration(people, place)
    rested = 100 * practice.absence * services * given["absence_cost"].number
    tax = given["tax_kept"].number * place.earnings.value
    zero = np.zeros(len(people))
    return Kroner(
        starting_cost=practice.starting * people
        + grown(people, official) * given["growth_cost"].number,
        running_cost=practice.running * people
        + included * young["follow_up"].number
        + practice.settled * given["settled_cost"].number,
        savings=saved * economy.kroner_per_man_year()
        + shared
        + rested
        + included * young["social_assistance"].number,
        more_income=more_work * tax + practice.settled * given["settled_grant"].number + zero,
    )
