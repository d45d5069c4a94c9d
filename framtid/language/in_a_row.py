"""Names that each begin with a capital, as a sentence lists them."""

from collections.abc import Sequence


def in_a_row(names: Sequence[str]) -> str:
    """Return names after each other: only the first keeps its capital."""
    first, *rest = names
    return ", ".join((first, *(name[:1].lower() + name[1:] for name in rest)))
