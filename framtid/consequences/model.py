"""All consequences of a population in one: from care and school to hands and kroner."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np

from framtid.consequences import (
    care,
    economy,
    kindergarten,
    local_life,
    outside,
    school,
    workforce,
)
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local
from framtid.consequences.parameters import parameters
from framtid.consequences.practice import AS_TODAY, Practice
from framtid.projection import base_year
from framtid.projection.history import Floats

FIELDS = (care, kindergarten, school, workforce, economy, outside, local_life)
INDICATORS: Mapping[str, Indicator] = {
    indicator.id: indicator for indicator in chain(*(field.INDICATORS for field in FIELDS))
}
"""Every indicator by id, field by field."""


@dataclass(frozen=True, eq=False)
class Consequences:
    """What a population means for a place, year by year from the base year."""

    series: Mapping[str, Floats]
    """Values by indicator, (year,)."""
    disbelieved: Floats
    """Man-years in care that the practices together would save beyond what we believe, (year,)."""

    def at(self, indicator: str, year: int) -> float:
        """Return the value of one year."""
        return float(self.series[indicator][year - base_year()])


def _services(
    population: Floats, place: Local, in_care: care.ManYears, practice: Practice
) -> dict[str, Floats]:
    """Return users and man-years of care, kindergarten and school."""
    home, residents = care.users(population, place, practice)
    small, large = kindergarten.children(population, place)
    return {
        "care_users": home + residents,
        "care_places": care.places_needed(residents),
        "care_man_years": in_care.needed,
        "kindergarten_children": small + large,
        "kindergarten_man_years": kindergarten.man_years(population, place),
        "pupils": school.pupils(population),
        "school_man_years": school.man_years(population, place),
    }


def _hands(
    services: dict[str, Floats], usual: Floats, working: Floats, place: Local, practice: Practice
) -> dict[str, Floats]:
    """Return hands needed and at hand; ``usual`` is who works if all is as today."""
    names = ("care_man_years", "kindergarten_man_years", "school_man_years")
    total: Floats = np.sum([services[name] for name in names], axis=0)
    in_care = services["care_man_years"]
    wanted = workforce.needed(total, place.small, practice)
    effort = workforce.effort(float(in_care[0] / total[0]), practice)
    at_hand = total[0] * (working / usual[0]) * effort
    each_in_care = workforce.fuller(practice) * workforce.rested(practice)
    return {
        "working": working,
        "hands_needed": wanted,
        "hands_at_hand": at_hand,
        "gap": wanted - at_hand,
        "services_share": wanted / (effort * working),
        "care_share": workforce.needed(in_care, place.small, practice) / (each_in_care * working),
    }


def _kroner(
    budget: economy.Budget,
    saved: Floats,
    more_work: Floats,
    people: Floats,
    place: Local,
    practice: Practice,
) -> dict[str, Floats]:
    """Return the budget with what practice saves in care and administration, and costs."""
    shared = place.small * practice.administration * economy.administration(people, place)
    spared = saved * economy.kroner_per_man_year() + shared
    spending = budget.spending - spared + practice.costs * people
    tax = parameters("economy")["tax_kept"].number * place.earnings.value
    income = budget.income + more_work * tax
    return {
        "spending": spending,
        "income": income,
        "balance": income - spending,
        "balance_per_inhabitant": (income - spending) / people,
        "evened_out": budget.evened_out,
        "not_evened_out": budget.not_evened_out,
    }


def consequences(
    population: Floats, place: Local, national: Floats, practice: Practice = AS_TODAY
) -> Consequences:
    """Return everything a population means for a place.

    Args:
        population: persons, (year, sex, age), the first year being the base year.
        place: what the place is known to be like.
        national: ``economy.need_growth`` of the nation, (year,).
        practice: what is done otherwise than today.

    """
    in_care = care.man_years(population, place, practice)
    services = _services(population, place, in_care, practice)
    usual = workforce.working(population, place)
    working = workforce.working(population, place, practice)
    people = population.sum((-2, -1))
    budget = economy.budget(population, place, national)
    saved = in_care.usual - in_care.needed
    series = {
        **services,
        **_hands(services, usual, working, place, practice),
        **_kroner(budget, saved, working - usual, people, place, practice),
        "outside": outside.outside(population, place, practice),
        "people": people,
        "carers": local_life.carers(population),
        **{name: local_life.per_age(population, *ages) for name, ages in local_life.SPANS.items()},
    }
    return Consequences(series, in_care.disbelieved)
