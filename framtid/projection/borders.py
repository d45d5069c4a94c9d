"""Municipalities whose figures do not follow one piece of land: borders moved, and estimates."""

from collections.abc import Mapping
from types import MappingProxyType

from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

OVER = " moved from "
"""What the reason of a moved border says; the others are marks of an estimate."""


def _last(*, borders: bool) -> Mapping[str, int]:
    """Return the last year that is listed for each municipality, of one kind of reason."""
    found: dict[str, int] = {}
    for row in snapshot().table("population_estimated").to_pylist():
        if (OVER in row["reason"]) is borders:
            code = row["municipality"]
            found[code] = max(row["year"], found.get(code, row["year"]))
    return MappingProxyType(found)


@kept(maxsize=1)
def moved_borders() -> Mapping[str, int]:
    """Return the year an area last came to a municipality or went from it, 1 January, by code.

    Figures of before are of the old border, so those who live there look as if they had moved.
    """
    return {code: year + 1 for code, year in _last(borders=True).items()}


@kept(maxsize=1)
def estimates() -> Mapping[str, int]:
    """Return the first year that is counted and not estimated, by code."""
    return {code: year + 1 for code, year in _last(borders=False).items()}
