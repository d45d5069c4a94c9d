"""Two paths for one place, or two places, side by side: figures that can be set against another."""

from dataclasses import dataclass

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language.numbers import Told
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import alone, beside
from framtid.pathways.shifts import missing

FIGURES = ("gap", "balance_per_inhabitant", "carers", "pupils_per_grade")
"""The figures that are set side by side: hands, kroner, who carries, and school."""


@dataclass(frozen=True)
class Compared:
    """One indicator on both sides as it is told."""

    indicator: str
    one: float
    other: float
    difference: float
    """How much more the first has."""
    share_one: float
    share_other: float
    """For the gap: how many of each hundred hands needed are missing. Nought for the others."""


def _beside(
    indicator: str, one: Outlook, other: Outlook, values: tuple[float, float]
) -> tuple[Told, Told, Told]:
    """Return ``beside`` so that it says the same whichever comes first.

    Today's course is what others are set beside; of two paths, it is the one with the least.
    """
    paths = (not each.pathway.is_default for each in (one, other))
    ranks = list(zip(paths, values, strict=True))
    if ranks[0] >= ranks[1]:
        return beside(indicator, *values)
    second, first, difference = beside(indicator, values[1], values[0])
    return first, second, Told(-difference)


def compare(one: Outlook, other: Outlook) -> tuple[Compared, ...]:
    """Return the figures of 2040; of one place they are rounded alike, so that they add up."""
    compared = []
    for indicator in FIGURES:
        values = one.consequences.at(indicator, HORIZON), other.consequences.at(indicator, HORIZON)
        if one.place == other.place or INDICATORS[indicator].unit in {"ratio", "kroner_each"}:
            first, second, difference = _beside(indicator, one, other, values)
        else:
            first, second = (alone(indicator, value) for value in values)
            difference = Told(round(first - second, 3))
        shares = (missing(one), missing(other)) if indicator == "gap" else (0.0, 0.0)
        compared.append(Compared(indicator, first, second, difference, *shares))
    return tuple(compared)
