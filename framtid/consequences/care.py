"""Municipal care: the need a population brings, its users, places and man-years."""

from dataclasses import dataclass

import numpy as np

from framtid.consequences.ages import later
from framtid.consequences.figure import Figure
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local, nation
from framtid.consequences.need import weights
from framtid.consequences.parameters import Certainty, parameters
from framtid.consequences.practice import AS_TODAY, Practice
from framtid.consequences.setting import Use
from framtid.projection.history import Floats, history
from framtid.statistics.keeping import kept

OLD = 67
"""From this age the use of care follows health rather than disability."""
VERY_OLD = 80
"""KOSTRA tells of those of this age and more."""

_USE = ("care.home_use", "care.institution_use", "care.home_use_80", "care.institution_use_80")
_MAN_YEARS = ("care.man_years_2023", "need_weights", "need_index", "care_man_years")
INDICATORS = (
    Indicator("care_users", "people", _USE, ("home_use",)),
    Indicator("care_places", "places", (*_USE, "care.places_per_resident"), ("institution_use",)),
    Indicator("care_man_years", "man_years", _MAN_YEARS, ("care",), Certainty.INDICATIVE),
)


def need(population: Floats, sector: str = "care") -> Floats:
    """Return the need of populations over (…, sex, age): comparable between years and places."""
    total: Floats = (population.sum(-2) * weights(sector)).sum(-1)
    return total


@kept(maxsize=1)
def per_inhabitant() -> float:
    """Return the nation's man-years in care per inhabitant in the base year, at constant use.

    Man-years of a year are counted in a week of November, and belong to those who lived then.
    """
    known, given = history(), parameters("care")
    counted, gone = given["man_years_2023"], given["counted_at"].number
    at = int(np.searchsorted(known.years, counted.year))
    before, after = known.population[at : at + 2].sum(1)
    then = (1 - gone) * before + gone * after
    return counted.number * float(need(nation()) / need(then) / nation().sum())


@dataclass(frozen=True, eq=False)
class ManYears:
    """Man-years in care: with today's practice, and what another practice saves, (year,)."""

    usual: Floats
    saved: Floats

    @property
    def needed(self) -> Floats:
        """Man-years needed."""
        left: Floats = self.usual - self.saved
        return left

    def believed(self, share: Floats) -> "ManYears":
        """Return the same with only a share of what is saved, (year,)."""
        return ManYears(self.usual, self.saved * share)


def _elapsed(population: Floats) -> Floats:
    return np.arange(len(population), dtype=float)


def _shift(population: Floats, healthier: Floats | float) -> Floats:
    """Return years of better health since the base year, (year,)."""
    gained = parameters("care")["years_gained"].number
    return np.broadcast_to(healthier * gained * _elapsed(population), len(population))


@kept(maxsize=64)
def _moved(curve: str, years: tuple[float, ...]) -> Floats:
    """Return the nation's need, or use of a service, as people stay healthier, (year, age)."""
    by_age = weights("care") if curve == "need" else parameters("care")[curve].by_age
    return later(by_age, np.array(years), OLD)


def _growth(population: Floats, healthier: Floats | float) -> Floats:
    curves = _moved("need", tuple(_shift(population, healthier)))
    wanted = (population.sum(-2) * curves).sum(-1)
    grown: Floats = wanted / need(population[0])
    return grown


def use_by_age(known: Figure, service: str, here: Floats) -> Floats:
    """Return the share of each age that uses a service, (age,): right for those of 80 and more."""
    scaled: Floats = parameters("care")[service].by_age * _level(known, service, here)
    return scaled


def _level(known: Figure, service: str, here: Floats) -> float:
    """Return how many times the nation's use by age a place's is.

    A place's own share is met by its own people of the base year, (sex, age), the nation's share by
    the nation's.
    """
    shape = parameters("care")[service].by_age
    old = (here if known.own else nation())[:, VERY_OLD:].sum(0)
    return float(known.value * old.sum() / (shape[VERY_OLD:] @ old))


def users(
    population: Floats, place: Local, practice: Practice = AS_TODAY, use: Use = "constant"
) -> tuple[Floats, Floats]:
    """Return users of home services and residents of institutions, (year,) each."""
    residents = _counted("institution_use", place.institution_use, population, practice, use)
    moved = practice.homes * residents
    home = _counted("home_use", place.home_use, population, practice, use)
    return home + moved, residents - moved


def _counted(
    service: str, known: Figure, population: Floats, practice: Practice, use: Use
) -> Floats:
    """Return users of a service before any are moved to homes, (year,)."""
    assumed = parameters("care")["assumptions"].value[use]
    curves = _moved(service, tuple(_shift(population, assumed["healthier"] + practice.healthier)))
    total = (population.sum(-2) * curves).sum(-1) * _level(known, service, population[0])
    changed: Floats = total * (1 + assumed[service]) ** _elapsed(population)
    return changed


def places_needed(residents: Floats) -> Floats:
    """Return places in institutions: beds stand empty for a while between residents."""
    return residents * parameters("care")["places_per_resident"].number


def man_years(
    population: Floats,
    place: Local,
    practice: Practice = AS_TODAY,
    use: Use = "constant",
) -> ManYears:
    """Return the man-years a population needs, the first year being the base year.

    Args:
        population: persons, (year, sex, age).
        place: its own level of need.
        practice: what is done otherwise than today.
        use: how use by age develops by itself.

    """
    given = parameters("care")
    assumed = given["assumptions"].value[use]
    level = per_inhabitant() * place.people * place.need["care"].value
    level = level * (1 + assumed["man_years"]) ** _elapsed(population)
    usual = left = level * _growth(population, assumed["healthier"])
    at_home = given["home_share"].number
    if practice.healthier.any():
        left = level * _growth(population, assumed["healthier"] + practice.healthier)
    left = left * (1 - at_home * practice.technology) * (1 - at_home * practice.volunteers)
    residents = _counted("institution_use", place.institution_use, population, AS_TODAY, use)
    left = left - practice.homes * residents * given["saved_per_moved"].number
    return ManYears(usual, usual - left)
