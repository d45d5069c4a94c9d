"""Municipal care: the need a population brings, its users, places and man-years."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from framtid.consequences.ages import later
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local, nation
from framtid.consequences.parameters import Certainty, parameters
from framtid.consequences.practice import AS_TODAY, Practice
from framtid.projection import base_year
from framtid.projection.history import Floats, history
from framtid.projection.parameters import AGES
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

OLD = 67
"""From this age the use of care follows health rather than disability."""
Assumption = Literal["constant", "healthier", "trend"]
"""Constant use by age, healthier ageing, or the falling use of recent years continued."""
ASSUMPTIONS: tuple[Assumption, ...] = ("constant", "healthier", "trend")

_USE = ("care.home_use", "care.institution_use", "care.home_use_80", "care.institution_use_80")
_MAN_YEARS = ("care.man_years_2023", "need_weights", "need_index", "care_man_years")
INDICATORS = (
    Indicator("care_users", "people", _USE, ("home_use",)),
    Indicator("care_places", "places", (*_USE, "care.places_per_resident"), ("institution_use",)),
    Indicator("care_man_years", "man_years", _MAN_YEARS, ("care",), Certainty.INDICATIVE),
)


@kept()
def weights(sector: str = "care") -> Floats:
    """Return need per person by single age, the average inhabitant being about 1, (age,).

    Source: the 2026 cost key of the municipal income system (Grønt hefte).
    """
    table = snapshot().table("need_weights")
    by_age = np.zeros(AGES)
    for row in table.to_pylist():
        by_age[row["first_age"] : row["last_age"] + 1] = row[sector]
    return by_age


def need(population: Floats, sector: str = "care") -> Floats:
    """Return the need of populations over (…, sex, age): comparable between years and places."""
    total: Floats = (population.sum(-2) * weights(sector)).sum(-1)
    return total


@kept(maxsize=1)
def per_inhabitant() -> float:
    """Return the nation's man-years in care per inhabitant in the base year, at constant use."""
    known = history()
    counted = parameters("care")["man_years_2023"]
    then = known.population[int(np.searchsorted(known.years, counted.year))].sum(0)
    return counted.number * float(need(nation()) / need(then) / nation().sum())


@dataclass(frozen=True, eq=False)
class ManYears:
    """Man-years in care: with today's practice, and what another practice may save, (year,)."""

    usual: Floats
    wished: Floats
    """What the practices would save together, were there no limit."""
    most: Floats
    """The most we believe they may save."""

    @property
    def needed(self) -> Floats:
        """Man-years needed."""
        left: Floats = self.usual - np.minimum(self.wished, self.most)
        return left

    @property
    def disbelieved(self) -> Floats:
        """Man-years the practices would save beyond what we believe."""
        beyond: Floats = np.maximum(self.wished - self.most, 0)
        return beyond


def _elapsed(population: Floats) -> Floats:
    return np.arange(len(population), dtype=float)


def _shift(population: Floats, healthier: Floats | float) -> Floats:
    """Return years of better health since the base year, (year,)."""
    gained = parameters("care")["years_gained"].number
    return np.broadcast_to(healthier * gained * _elapsed(population), len(population))


def _growth(population: Floats, healthier: Floats | float) -> Floats:
    curves = later(weights(), _shift(population, healthier), OLD)
    wanted = (population.sum(-2) * curves).sum(-1)
    grown: Floats = wanted / need(population[0])
    return grown


def users(population: Floats, place: Local, practice: Practice = AS_TODAY) -> tuple[Floats, Floats]:
    """Return users of home services and residents of institutions, (year,) each."""
    given, shift = parameters("care"), _shift(population, practice.healthier)
    people = population.sum(-2)

    def count(use: str, own: float) -> Floats:
        curve = given[use].by_age * (own / given[f"{use}_80"].number)
        total: Floats = (people * later(curve, shift, OLD)).sum(-1)
        return total

    residents = count("institution_use", place.institution_use.value)
    moved = practice.homes * residents
    return count("home_use", place.home_use.value) + moved, residents - moved


def places_needed(residents: Floats) -> Floats:
    """Return places in institutions: beds stand empty for a while between residents."""
    return residents * parameters("care")["places_per_resident"].number


def man_years(
    population: Floats,
    place: Local,
    practice: Practice = AS_TODAY,
    assumption: Assumption = "constant",
) -> ManYears:
    """Return the man-years a population needs, the first year being the base year.

    Args:
        population: persons, (year, sex, age).
        place: its own level of need.
        practice: what is done otherwise than today.
        assumption: how use by age develops by itself.

    """
    given = parameters("care")
    assumed = given["assumptions"].value[assumption]
    level = per_inhabitant() * place.people * place.need["care"].value
    level = level * (1 + assumed["trend"]) ** _elapsed(population)
    usual = level * _growth(population, assumed["healthier"])
    at_home = given["home_share"].number
    left = level * _growth(population, assumed["healthier"] + practice.healthier)
    left = left * (1 - at_home * practice.technology) * (1 - at_home * practice.volunteers)
    _, residents = users(population, place)
    left = left - practice.homes * residents * given["saved_per_moved"].number
    cap = given["cap"]
    reached = np.minimum(_elapsed(population) / (cap.year - base_year()), 1)
    return ManYears(usual, usual - left, cap.number * reached * usual)
