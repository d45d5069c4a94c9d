"""Where our projection and SSB's newest of every municipality part, and by how much."""

from dataclasses import dataclass

from framtid.places import Place, places
from framtid.projection import base_year, projection
from framtid.projection.evaluation.ssb_editions import local
from framtid.projection.uncertainty.bands import LEVELS, bands
from framtid.statistics.keeping import kept


@dataclass(frozen=True)
class Difference:
    """A municipality's inhabitants in a year: ours, and SSB's in its newest edition at hand."""

    place: Place
    ours: float
    theirs: float
    outside: frozenset[int]
    """The bands, 50, 80 or 95 per cent, that SSB's figure lies outside."""

    @property
    def share(self) -> float:
        """Return by which share ours is higher, or lower when negative."""
        return self.ours / self.theirs - 1


def _difference(place: Place, ours: float, year: int) -> Difference:
    found, theirs = bands(place.code), local(place)[year]
    reach = {level: found.interval("all", year, level) for level in LEVELS}
    outside = {level for level, (low, high) in reach.items() if not low <= theirs <= high}
    return Difference(place, ours, theirs, frozenset(outside))


@kept(maxsize=8)
def differences(year: int) -> tuple[Difference, ...]:
    """Return every municipality's difference in a year, the one where ours is lowest first."""
    totals = projection().population[year - base_year()].sum((1, 2)).tolist()
    found = (
        _difference(place, ours, year)
        for place, ours in zip(places().municipalities, totals, strict=True)
    )
    return tuple(sorted(found, key=lambda each: each.share))
