"""All consequences of a population in one: from care and school to hands and kroner."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np

from framtid.consequences import (
    care,
    choices,
    economy,
    kindergarten,
    local_life,
    outside,
    school,
    workforce,
)
from framtid.consequences.choices import kroner
from framtid.consequences.effort import Effort, effort
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local
from framtid.consequences.practice import AS_TODAY, Practice
from framtid.consequences.setting import USUAL, Setting
from framtid.projection import base_year
from framtid.projection.history import Floats

FIELDS = (care, kindergarten, school, workforce, economy, choices, outside, local_life)
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
    """Man-years that the choices would give together beyond what we believe, (year,)."""

    def at(self, indicator: str, year: int) -> float:
        """Return the value of one year."""
        return float(self.series[indicator][year - base_year()])


@dataclass(frozen=True, eq=False)
class Line:
    """What the official line gives, which all that is chosen in a place is held against."""

    national: Floats
    """``economy.need_growth`` of the nation, (year,)."""
    people: Floats
    working: Floats
    budget: economy.Budget

    @classmethod
    def of(
        cls, population: Floats, place: Local, national: Floats, setting: Setting = USUAL
    ) -> "Line":
        """Return that of a population, (year, sex, age), the first year being the base year."""
        budget = economy.budget(population, place, national, setting)
        working = workforce.working(population, place)
        return cls(national, population.sum((-2, -1)), working, budget)


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked: whose consequences, of which people, under which practice and setting."""

    population: Floats
    """Persons along the pathway, (year, sex, age), the first year being the base year."""
    official: Line
    place: Local
    practice: Practice = AS_TODAY
    setting: Setting = USUAL


def _users(asked: Question) -> dict[str, Floats]:
    """Return users of care, kindergarten and school."""
    population, place = asked.population, asked.place
    home, residents = care.users(population, place, asked.practice, asked.setting.use)
    small, large = kindergarten.children(population, place)
    return {
        "care_users": home + residents,
        "care_places": care.places_needed(residents),
        "kindergarten_children": small + large,
        "pupils": school.pupils(population),
    }


def _hands(asked: Question, in_care: care.ManYears) -> tuple[dict[str, Floats], Effort]:
    """Return man-years, hands needed and at hand, and the effort that the choices ask for."""
    population, place, practice = asked.population, asked.place, asked.practice
    teaching = school.man_years(population, place)
    nursery = kindergarten.man_years(population, place)
    others = teaching + nursery
    usual_services = in_care.usual + others
    part = float(in_care.usual[0] / usual_services[0])
    asked_for = effort(in_care, usual_services, workforce.given(part, practice, place))
    believed = asked_for.believed
    in_care = in_care.believed(believed)
    each = 1 + (workforce.given(part, practice, place) - 1) * believed
    rested = workforce.rested(practice, place)
    each_in_care = 1 + (workforce.fuller(practice) * rested - 1) * believed
    working = workforce.working(population, place, practice)
    wanted = workforce.needed(in_care.needed + others, place.small, practice)
    at_hand = usual_services[0] * (working / asked.official.working[0]) * each
    in_care_wanted = workforce.needed(in_care.needed, place.small, practice)
    return {
        "care_man_years": in_care.needed,
        "kindergarten_man_years": nursery,
        "school_man_years": teaching,
        "working": working,
        "hands_needed": wanted,
        "hands_at_hand": at_hand,
        "gap": wanted - at_hand,
        "services_share": wanted / (each * working),
        "care_share": in_care_wanted / (each_in_care * working),
        "effort": asked_for.counted,
    }, asked_for


def _kroner(asked: Question, in_care: care.ManYears, hands: dict[str, Floats]) -> dict[str, Floats]:
    """Return the budget, what choices cost and save, and who decides which part of the balance."""
    population, place = asked.population, asked.place
    people, line = population.sum((-2, -1)), asked.official.people
    budget = economy.budget(population, place, asked.official.national, asked.setting)
    official = asked.official.budget
    names = ("care_man_years", "kindergarten_man_years", "school_man_years")
    # Tax of those who are more than people alone would give: heads are paid for already.
    more_work = hands["working"] - workforce.working(population, place)
    made = kroner(
        asked.practice,
        place,
        population,
        line,
        saved=in_care.usual - hands["care_man_years"],
        services=np.sum([hands[name] for name in names], axis=0),
        more_work=more_work,
    )
    spending = budget.spending + made.starting_cost + made.running_cost - made.savings
    income = budget.income + made.more_income
    each, line_each = (income - spending) / people, (official.income - official.spending) / line
    return {
        "spending": spending,
        "income": income,
        "balance": income - spending,
        "balance_per_inhabitant": each,
        "balance_state": official.state,
        "balance_place": line_each - official.state,
        "balance_choices": each - line_each,
        "evened_out": budget.evened_out,
        **made.series(),
    }


def consequences(asked: Question) -> Consequences:
    """Return everything a population means for a place."""
    population, place = asked.population, asked.place
    in_care = care.man_years(population, place, asked.practice, asked.setting.use)
    hands, asked_for = _hands(asked, in_care)
    series = {
        **_users(asked),
        **hands,
        **_kroner(asked, in_care, hands),
        "outside": outside.outside(population, place, asked.practice),
        "people": population.sum((-2, -1)),
        "carers": local_life.carers(population),
        **{name: local_life.per_age(population, *ages) for name, ages in local_life.SPANS.items()},
    }
    beyond = (asked_for.wished - asked_for.counted) * hands["hands_needed"]
    return Consequences(series, beyond)
