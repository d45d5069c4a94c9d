"""What is computed from the official tables whenever they change."""

from collections.abc import Iterator

from framtid.projection import ALTERNATIVES, projection
from framtid.projection.evaluation import stored_coverage, stored_scores
from framtid.projection.uncertainty import bands
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import Snapshot, snapshot


def _fits(figures: Snapshot, table: str, basis: str) -> bool:
    """Return whether a derived table belongs to the other tables."""
    notes = figures.table(table).schema.metadata or {} if figures.has(table) else {}
    return bool(notes.get(b"basis") == basis.encode())


def derived(everything: bool = False) -> Iterator[Draft]:
    """Yield the derived tables of the edition in force that no longer fit the others.

    The projection comes first: an edition that cannot be projected must not be put in place.

    Args:
        everything: yield them all, as when the code that computes them has changed.

    """
    for alternative in ALTERNATIVES:
        projection(alternative)
    figures = snapshot()
    if everything or not _fits(
        figures, stored_scores.TABLE, bands.basis(figures, stored_scores.SEEN)
    ):
        from framtid.projection.evaluation.scores_draft import draft as scores  # noqa: PLC0415 - heavy

        yield scores(figures)
    if everything or not _fits(figures, stored_coverage.TABLE, bands.basis(figures)):
        from framtid.projection.evaluation.coverage_draft import draft as covered  # noqa: PLC0415 - compiled, only here

        yield covered(figures)
    if everything or not _fits(figures, bands.TABLE, bands.basis(figures)):
        from framtid.projection.uncertainty.bands_draft import draft  # noqa: PLC0415 - compiled, only here

        yield draft(figures)
