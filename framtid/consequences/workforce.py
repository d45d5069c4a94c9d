"""The municipality's workforce: who works, and how many of them the services need."""

import numpy as np

from framtid.consequences.ages import later
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local, nation
from framtid.consequences.outside import brought_to_work
from framtid.consequences.parameters import parameters, stepped
from framtid.consequences.practice import AS_TODAY, Practice
from framtid.projection import base_year
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept

SENIOR = 60
"""Leaving work may be moved from this age on."""
_WORK = (
    "workforce.participation",
    "workforce.employment_20_66",
    "workforce.later_anyway",
)
_SERVICES = (
    "care.man_years_2023",
    "school.pupils_per_man_year",
    "kindergarten.children_per_adult_1_2",
    "need_index",
)
_HANDS = (*_SERVICES, *_WORK, "workforce.vacant")
_LEVEL = ("care", "school", "coverage")
_OWN = (*_LEVEL, "rates")
INDICATORS = (
    Indicator("working", "people", _WORK, ("rates",)),
    Indicator("hands_needed", "man_years", (*_SERVICES, "workforce.vacant"), _LEVEL),
    Indicator("hands_at_hand", "man_years", _HANDS, _OWN),
    Indicator("gap", "man_years", _HANDS, _OWN),
    Indicator("services_share", "share", _HANDS, _OWN),
    Indicator("care_share", "share", _HANDS, ("care", "rates")),
    Indicator(
        "effort", "share", ("care.cap", "workforce.full_time_reserve", "workforce.absence"), _OWN
    ),
)


@kept(maxsize=1)
def employment() -> Floats:
    """Return the share that works by sex and age, scaled to today's level, (sex, age)."""
    given = parameters("workforce")
    shape = np.array([stepped(given["participation"].value[sex]) for sex in ("men", "women")])
    grown = nation()[:, 20:67]
    level = (grown * shape[:, 20:67]).sum() / grown.sum()
    scaled: Floats = shape * (given["employment_20_66"].number / level)
    return scaled


@kept(maxsize=64)
def at_work(staying: tuple[float, ...]) -> Floats:
    """Return the share that works as people stay so many years longer, (year, sex, age)."""
    return later(employment(), np.array(staying), SENIOR)


def working(population: Floats, place: Local, practice: Practice = AS_TODAY) -> Floats:
    """Return how many inhabitants work, the first year being the base year, (year,)."""
    staying = practice.later + later_anyway(len(population))
    usual = (population * at_work(tuple(staying))).sum((-2, -1))
    less = parameters("workforce")["newcomers_less"].number * employment()[:, 20:67].mean()
    found: Floats = usual + brought_to_work(population, place, practice) - practice.newcomers * less
    return found


@kept()
def later_anyway(years: int) -> Floats:
    """Return years people stay longer in work whatever is chosen here, (year,).

    The pension agreement of 2024 raises the ages of pension from those born in 1964 on.
    """
    given = parameters("workforce")["later_anyway"]
    reached: Floats = np.clip(np.arange(years) / (given.year - base_year()), 0, 1)
    more: Floats = given.number * reached
    more.flags.writeable = False
    return more


def rested(practice: Practice, place: Local) -> Floats:
    """Return how much more is got from the same positions when sick leave falls, 1 is as today."""
    more: Floats = 1 + practice.absence / (1 - place.absence)
    return more


def fuller(practice: Practice) -> Floats:
    """Return how much more is got from the same people in care in fuller positions."""
    more: Floats = 1 + practice.full_time * parameters("workforce")["full_time_reserve"].number
    return more


def given(care_part: float, practice: Practice, place: Local) -> Floats:
    """Return what a worker in the services gives, 1 is as today; care is part of them, (year,)."""
    each: Floats = (1 + care_part * (fuller(practice) - 1)) * rested(practice, place)
    return each


def needed(services: Floats, small: float, practice: Practice = AS_TODAY) -> Floats:
    """Return hands needed: the services' man-years and the posts that stand vacant."""
    vacant = 1 + parameters("workforce")["vacant"].number
    hands: Floats = services * (1 - small * practice.shared) * vacant
    return hands
