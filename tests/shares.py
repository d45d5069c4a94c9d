"""Loops over every municipality shared out, so that all cores take part in them."""

from framtid.places import Place, places

SHARES = range(12)
"""Parametrise a test over these and loop over ``share(number)``."""


def share(number: int) -> tuple[Place, ...]:
    """Return every twelfth municipality, beginning with one of the first twelve."""
    return places().municipalities[number :: len(SHARES)]
