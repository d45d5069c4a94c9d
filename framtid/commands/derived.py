"""What is computed from the official tables whenever they change."""

from collections.abc import Iterator

from framtid.projection import ALTERNATIVES, projection
from framtid.projection.bands import TABLE, basis
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import snapshot


def derived() -> Iterator[Draft]:
    """Yield the derived tables of the edition in force that no longer fit the others.

    The projection comes first: an edition that cannot be projected must not be put in place.
    """
    for alternative in ALTERNATIVES:
        projection(alternative)
    figures = snapshot()
    notes = figures.table(TABLE).schema.metadata or {} if figures.has(TABLE) else {}
    if notes.get(b"basis") != basis(figures).encode():
        from framtid.projection.band_table import draft  # noqa: PLC0415 - compiled, only here

        yield draft(figures)
