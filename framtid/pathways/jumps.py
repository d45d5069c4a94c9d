"""Years when the population of a municipality jumped, though nothing was moved or estimated."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from framtid.consequences.criteria import people, rules, span
from framtid.places import places
from framtid.projection import base_year
from framtid.projection.borders import estimates, moved_borders
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept


@dataclass(frozen=True, slots=True)
class Jump:
    """A year in which many came or went at once."""

    year: int
    """The calendar year: what is counted on its 31 December stands at 1 January of the next."""
    change: float
    """As a share of those who lived there."""


def _living(year: int) -> Floats:
    return span(people(year), (0, 105))


@kept(maxsize=1)
def jumps() -> Mapping[str, tuple[Jump, ...]]:
    """Return the jumps of each municipality that has any, by code, the oldest first."""
    rule, found = rules().jump, dict[str, tuple[Jump, ...]]()
    for year in range(rule.since, base_year()):
        before, after = _living(year), _living(year + 1)
        for at, place in enumerate(places().municipalities):
            more = float(after[at] - before[at])
            large = abs(more) >= max(rule.people, rule.share * before[at])
            if large and _counted(place.code, year):
                jump = Jump(year, more / float(before[at]))
                found[place.code] = (*found.get(place.code, ()), jump)
    return MappingProxyType(found)


def _counted(code: str, year: int) -> bool:
    """Return whether both ends of a year are counted, of one and the same land."""
    return moved_borders().get(code) != year + 1 and estimates().get(code, 0) <= year
