"""SSB's national projection as control: population by ten age groups, year and alternative."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from framtid.errors import UnknownAlternativeError
from framtid.projection.history import Floats
from framtid.statistics.arranging import arranged, rows
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

ALTERNATIVES = ("MMMM", "LLML", "HHMH")
"""SSB's main, low and high national growth, the three with municipal figures."""


@dataclass(frozen=True)
class Control:
    """Targets for the nation: ``people[year]`` over the groups that start at ``starts``."""

    edition: int
    starts: NDArray[np.int64]
    years: NDArray[np.int64]
    people: Floats
    """Persons on 1 January, (year, group)."""

    def until(self, last: int) -> "Control":
        """Return the targets up to the year ``last``."""
        kept = self.years <= last
        return replace(self, years=self.years[kept], people=self.people[kept])


@kept(maxsize=8)
def newest(base: int) -> int:
    """Return SSB's newest edition that was out in the year ``base``."""
    editions = snapshot().table("projection_nation")["edition"].unique().to_pylist()
    return max(int(edition) for edition in editions if edition <= base)


@kept()
def control(alternative: str = "MMMM", edition: int = 2026) -> Control:
    """Return SSB's national figures; raise UnknownAlternativeError for others than three."""
    if alternative not in ALTERNATIVES:
        raise UnknownAlternativeError(alternative)
    table = snapshot().table("projection_nation")
    of = {"edition": edition, "alternative": alternative}
    (years, starts), people = arranged(*rows(table, "population", "year", "first_age", **of))
    return Control(edition, starts, years, people)
