"""Young people of a place as figures: those outside, and how many are the neighbours'."""

from collections.abc import Iterable
from typing import NamedTuple

from framtid.horizon import HORIZON
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.rounding import alone, told
from framtid.pathways.youth import YOUTHS, youths
from framtid.places import Place, places
from framtid.views import scene

FEW = 10
"""Fewer than this outside are counted in no picture: somebody might know who they are."""


class Crowd(NamedTuple):
    """Those outside today as figures; all the young where those outside are few."""

    few: bool
    number: int
    """How many figures there are."""
    each: int
    """How many persons a figure is."""
    young: float
    outside: float

    @classmethod
    def of(cls, outlook: Outlook) -> "Crowd":
        """Return the crowd of a place."""
        year = outlook.base_year
        young, outside = youths(outlook, year), outlook.official.consequences.at("outside", year)
        few = alone("outside", outside) < FEW
        people = young if few else outside
        each = _scale(people)
        return cls(few, nearest(people / each), each, young, 1.0 * outside)


class Ahead(NamedTuple):
    """Those outside in 2040 as figures, beside those along today's course, or those of today."""

    few: bool
    number: int
    """How many figures there are."""
    beside: int
    """How many there are along today's course; today, where that is no other course."""
    each: int
    young: float
    more: float
    """How many more young people are outside than along that course; under zero where fewer."""

    @classmethod
    def of(cls, outlook: Outlook, crowd: Crowd) -> "Ahead":
        """Return those ahead; where those outside are few all the young, and nobody beside."""
        young = youths(outlook, HORIZON)
        said = told(outlook, "outside", HORIZON)
        there, beside = said["path"], said["official"] if said["difference"] else said["now"]
        if crowd.few:
            there = beside = young
        each = _scale(max(there, beside))
        number, others = nearest(there / each), nearest(beside / each)
        return cls(crowd.few, number, others, each, young, there - beside)


def _scale(people: float) -> int:
    """Return how many persons a figure is, so that there are a hundred at most."""
    return next(size for size in scene.scales() if people / size <= YOUTHS)


class Shared(NamedTuple):
    """How many of the hundred young of an area live in one of its municipalities."""

    around: Place
    focus: Place
    number: int

    @property
    def others(self) -> int:
        """How many other municipalities the area has."""
        return len(self.around.members) - 1


def _young(codes: Iterable[str], outlook: Outlook) -> dict[str, float]:
    each = {code: outlook_of(code, outlook.alternative) for code in codes}
    return {code: youths(one, outlook.base_year) for code, one in each.items()}


def area(place: Place) -> Place:
    """Return the nearest area of more than one municipality: the place itself, or one around it."""
    return next(one for one in (place, *places().parents(place)) if len(one.members) > 1)


def shared(outlook: Outlook) -> Shared:
    """Return a municipality among its neighbours; the largest one of a larger place."""
    known, place = places(), outlook.place
    around = area(place)
    young = _young(around.members, outlook)
    own = [code for code in place.members if len(place.members) == 1]
    focus = own[0] if own else max(young, key=young.__getitem__)
    return Shared(around, known.get(focus), nearest(YOUTHS * young[focus] / sum(young.values())))
