"""The hundred of an outlook: the lives that its population, along its pathway, amounts to."""

from framtid.horizon import HORIZON
from framtid.pathways import applying
from framtid.pathways.outlook import Outlook
from framtid.pathways.settling import staying_in
from framtid.projection.hundred import Hundred, live
from framtid.projection.turnover import turnover
from framtid.statistics.keeping import kept


def told_years(outlook: Outlook) -> tuple[int, int, int]:
    """Return the years that are told of: now, halfway and the horizon."""
    return outlook.base_year, (outlook.base_year + HORIZON) // 2, HORIZON


@kept(16)
def hundred_of(outlook: Outlook, told: tuple[int, ...] = ()) -> Hundred:
    """Return a hundred who live from now to the horizon; the same outlook gives the same lives.

    Args:
        outlook: of the place.
        told: the years that are told of, where they are others than ``told_years``.

    """
    here = applying.flows_of(outlook.place.code, outlook.alternative)
    moving = applying.of_people(outlook.pathway)
    departures = None
    if not moving.is_default:
        departures = applying.change(moving, here, staying_in(outlook.place)).departures
    run = turnover(here, outlook.future, HORIZON, departures)
    return live(run, frozenset(told or told_years(outlook)))
