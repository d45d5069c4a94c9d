"""What is computed from the official tables whenever they change."""

from collections.abc import Iterator

from framtid.projection import ALTERNATIVES, projection
from framtid.statistics.builder.inputs import Draft


def derived() -> Iterator[Draft]:
    """Yield every derived table of the edition in force.

    The projection comes first: an edition that cannot be projected must not be put in place.
    """
    for alternative in ALTERNATIVES:
        projection(alternative)
    yield from ()
