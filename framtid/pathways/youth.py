"""A hundred young people: how many of them are outside school and work."""

from framtid.horizon import HORIZON
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook

YOUTHS = 100
FIRST, LAST = 15, 29
"""The ages that are counted, as in ``data/parameters/outside.yml``."""


def youths(outlook: Outlook, year: int) -> float:
    """Return how many young people there are in a year."""
    return outlook.people(year, FIRST, LAST)


def outside_of_hundred(outlook: Outlook, year: int = HORIZON) -> int:
    """Return how many of a hundred young people are outside, to the nearest whole one.

    Along a pathway it is as many as on the official line, less those that the choices bring in,
    rounded by themselves: two rounded shares would tell of a larger difference than there is.
    """
    official, along = (_share(each, year) for each in (outlook.official, outlook))
    return nearest(official) - nearest(official - along)


def _share(outlook: Outlook, year: int) -> float:
    """Return how many are outside of a hundred, unrounded."""
    return YOUTHS * outlook.consequences.at("outside", year) / youths(outlook, year)
