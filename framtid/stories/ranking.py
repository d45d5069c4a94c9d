"""All municipalities side by side on one measure: where each stands, and how sure that is."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from framtid.horizon import HORIZON
from framtid.pathways.outlook import municipalities
from framtid.places import places
from framtid.projection import ALTERNATIVES, base_year
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS, SPANS
from framtid.statistics.keeping import kept

LEVEL = 80
"""Per cent of the trajectories that a place's own figure is taken to lie within."""
TOPS = (5, 10, 20, 36)
"""How many a place is said to be among; the last is a tenth of all."""
End = Literal["most", "least"]


@dataclass(frozen=True, eq=False)
class Field:
    """One measure for every municipality, in code order."""

    now: Floats
    goal: Floats
    """In 2040, in SSB's main alternative."""
    others: tuple[Floats, ...]
    """What is ranked, in each of SSB's alternatives."""
    low: Floats
    high: Floats
    """What is ranked, at the ends of the 80 per cent band of each municipality."""
    ranked: Floats
    """What is ranked: the change for people, the level for hands per old person."""

    def rank(self, at: int, end: End) -> int:
        """Return the worst place that a municipality can be said to have, 1 for the outermost.

        Its own figure is taken at the end of its band that speaks against it, among the others'
        official ones, and it must hold in all of SSB's alternatives too.
        """
        sign = 1 if end == "most" else -1
        cautious = self.low if end == "most" else self.high
        beyond = [int((sign * self.ranked > sign * cautious[at]).sum())]
        beyond += [int((sign * values > sign * values[at]).sum()) for values in self.others]
        return 1 + max(beyond)

    def among(self, at: int, end: End) -> int | None:
        """Return among how many a municipality surely is, or None where it does not stand out."""
        return next((top for top in TOPS if self.rank(at, end) <= top), None)


def _values(what: str, alternative: str, year: int) -> Floats:
    found = municipalities(alternative)
    return found.carers(year) if what == CARERS else found.people(year, *SPANS[what])


@kept(maxsize=16)
def field(what: str) -> Field:
    """Return every municipality on a measure that bands are told of."""
    now = _values(what, "MMMM", base_year())
    goals = {alternative: _values(what, alternative, HORIZON) for alternative in ALTERNATIVES}
    ends = np.array(
        [bands(place.code).interval(what, HORIZON, LEVEL) for place in places().municipalities]
    )
    by = np.ones_like(now) if what == CARERS else np.maximum(now, 1.0)
    return Field(
        now=now,
        goal=goals["MMMM"],
        others=tuple(values / by for values in goals.values()),
        low=ends[:, 0] / by,
        high=ends[:, 1] / by,
        ranked=goals["MMMM"] / by,
    )
