"""A municipality beside those that are like it: who they are on the way to 2040, and who ages."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from framtid.consequences.similar import rules, similar
from framtid.errors import NotAMunicipalityError
from framtid.horizon import HORIZON
from framtid.nearest import nearest
from framtid.pathways.outlook import OLD, WORKING, municipalities
from framtid.places import Place, places
from framtid.projection import base_year
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import intervals
from framtid.projection.uncertainty.measures import CARERS
from framtid.statistics.keeping import kept

Pace = Literal["faster", "same", "slower"]
MEASURES = ("people", "aged", "carers")
"""Inhabitants, the share aged 80 or more, and people aged 20–66 per person aged 67 or more."""
AGED = 80


@dataclass(frozen=True, slots=True)
class Standing:
    """One municipality now and in 2040, and how fast it ages beside the reader's own."""

    place: Place
    people: tuple[float, float]
    aged: tuple[float, float]
    """Share of the inhabitants, 0 to 1."""
    carers: tuple[float, float]
    reach: tuple[float, float]
    """What eight of ten futures have ``carers`` between in 2040."""
    distance: float = 0.0
    """In standard deviations."""
    pace: Pace = "same"
    """Of ageing: how much ``carers`` falls, beside the reader's own."""

    @property
    def change(self) -> int:
        """Change of ``carers`` in whole per cent, as it is told."""
        return nearest(100 * (self.carers[1] / self.carers[0] - 1))


@dataclass(frozen=True, slots=True)
class Beside:
    """A municipality and those that are like it, the nearest first."""

    own: Standing
    others: tuple[Standing, ...]

    def count(self, pace: Pace) -> int:
        """Return how many age faster, slower or about the same as the reader's own."""
        return sum(other.pace == pace for other in self.others)

    @property
    def far(self) -> bool:
        """Whether those that are most like it are not really alike."""
        return float(np.mean([other.distance for other in self.others])) > rules().far


@kept(maxsize=1)
def _figures() -> tuple[Floats, ...]:
    """Return every measure now and in 2040, (municipality, 2) each, and the reach of ``carers``."""
    everyone, years = municipalities(), (base_year(), HORIZON)
    people = np.stack([everyone.people(year) for year in years], axis=1)
    aged = np.stack([everyone.people(year, AGED) for year in years], axis=1)
    working = np.stack([everyone.people(year, *WORKING) for year in years], axis=1)
    old = np.stack([everyone.people(year, OLD) for year in years], axis=1)
    reach = np.stack(intervals(CARERS, HORIZON), axis=1)
    return people, aged / people, working / old, reach


def standing(place: Place) -> Standing:
    """Return a municipality now and in 2040; raise NotAMunicipalityError for another place."""
    if place.code not in places().index:
        raise NotAMunicipalityError(place.code)
    at = places().index[place.code]
    people, aged, carers, reach = ((float(each[at, 0]), float(each[at, 1])) for each in _figures())
    return Standing(place, people, aged, carers, reach)


def _pace(own: Standing, other: Standing) -> Pace:
    apart = other.change - own.change
    if abs(apart) < rules().pace:
        return "same"
    return "faster" if apart < 0 else "slower"


def beside(place: Place, by: str | None = None) -> Beside:
    """Return a municipality beside those that are like it.

    Args:
        place: a municipality.
        by: what they are to be alike in; the usual choice where it is left out.

    Raises:
        NotAMunicipalityError: the place is of several, or the nation.
        UnknownOptionError: there is no such choice.

    """
    own = standing(place)
    found = [(alike, standing(alike.place)) for alike in similar(place, by)]
    others = [replace(s, distance=a.distance, pace=_pace(own, s)) for a, s in found]
    return Beside(own, tuple(others))
