"""Figures that a pocket calculator arrives at: each step is computed from those shown before it."""

from dataclasses import dataclass
from math import ceil, log10

from framtid.nearest import nearest

WHOLE = 1e-6
"""So near a whole number people are whole: what is between is how a computer adds."""
FINEST = 6
"""So many more decimals may be needed before what is shown ends where the model does."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure exactly as the reader sees it."""

    value: float
    decimals: int


def shown(value: float, decimals: int) -> Shown:
    """Return a figure as it is shown with so many decimals."""
    return Shown(nearest(float(value), decimals) + 0.0, decimals)


def added(*parts: Shown) -> Shown:
    """Return the sum of shown figures, with the decimals of the finest."""
    decimals = max(part.decimals for part in parts)
    return shown(sum(part.value for part in parts), decimals)


@dataclass(frozen=True, slots=True)
class Row:
    """So many people in a span of ages, what each thousand of them means, and what that gives."""

    first: int
    last: int
    people: Shown
    each: Shown
    """Per thousand people."""
    gives: Shown


def _plain(figure: Shown) -> Shown:
    """Return the same without zeros at its end, one decimal kept."""
    decimals = figure.decimals
    while decimals > 1 and nearest(figure.value, decimals - 1) == figure.value:
        decimals -= 1
    return Shown(figure.value, decimals)


def row(ages: tuple[int, int], people: float, total: float, decimals: int) -> Row:
    """Return a row that multiplies out, of what a span of ages gives in the model."""
    whole = abs(people - nearest(people)) < WHOLE
    have = shown(people, 0 if whole else decimals)
    rate = 1000 * total / people if people else 0.0
    fine = max(1, ceil(log10(max(people, 1) / 200)) + decimals)
    each = _plain(shown(rate, fine))
    return Row(*ages, have, each, shown(have.value * each.value / 1000, decimals))


def same(made: Shown, model: float, decimals: int) -> bool:
    """Return whether a figure is the model's, at most half of the last decimal apart."""
    return abs(made.value - model) <= 0.5 * 10.0**-decimals
