"""What a pathway costs a whole municipality in kroner, and when it pays back after the horizon."""

from dataclasses import dataclass

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.economic_plan import SMALLEST, lays_out
from framtid.pathways.outlook import Outlook
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats

ROUNDED = 50.0
"""Kroner per inhabitant that sums of thousands are rounded by: less is no margin."""


@dataclass(frozen=True)
class Whole:
    """Kroner of 2025 for all inhabitants together, each year's inhabitants times its kroner."""

    after: float
    """What the choices have given by the horizon less what they cost."""
    owed: float
    """The most that has been laid out and not yet come back."""


def whole(outlook: Outlook) -> Whole:
    """Return a pathway's sums for a whole place."""
    series = outlook.consequences.series
    span = slice(1, HORIZON - outlook.base_year + 1)
    sums = np.cumsum(series["balance_choices"][span] * series["people"][span])
    return Whole(float(sums[-1]), float(max(-sums.min(), 0.0)))


def beside(kroner: float, each: float) -> float:
    """Return a whole sum's size to tell beside kroner per inhabitant; 0 where it must not be.

    A sum that changes its sign as people become more or fewer would only confuse.
    """
    return abs(kroner) if kroner * each > 0 and abs(each) >= SMALLEST else 0.0


def _accumulated(outlook: Outlook) -> Floats:
    """Return the choices' sum so far, from the first year to come to the last there is."""
    summed: Floats = np.cumsum(outlook.consequences.series["balance_choices"][1:])
    return summed


def repaid_later(outlook: Outlook) -> int | None:
    """Return the first year after the horizon from which nothing is owed; None where never."""
    summed, first = _accumulated(outlook), outlook.base_year + 1
    owing = np.flatnonzero(summed < -SMALLEST)
    if not len(owing) or owing[-1] == len(summed) - 1:
        return None
    return max(first + int(owing[-1]) + 1, HORIZON + 1)


def _narrow(outlook: Outlook, year: int) -> bool:
    """Return whether what is left the year it comes back would be told as nothing in hundreds."""
    return bool(_accumulated(outlook)[year - outlook.base_year - 1] < ROUNDED)


def say_later(outlook: Outlook, language: Language) -> str:
    """Return when what is owed at the horizon comes back, and how sure that is.

    Nothing is said where nothing was laid out, or where it has come back by the horizon.
    """
    summed = _accumulated(outlook)
    if not lays_out(outlook.pathway) or summed[HORIZON - outlook.base_year - 1] >= -SMALLEST:
        return ""
    runs = [outlook.under(each) for each in ALTERNATIVES]
    under = [repaid_later(each) for each in runs]
    found = [year for year in under if year]
    return on_one_line(
        language.say(
            "pathways.later",
            year=repaid_later(outlook),
            last=outlook.base_year + len(summed),
            every=len(found) == len(under),
            some=bool(found),
            narrow=any(_narrow(run, year) for run, year in zip(runs, under, strict=True) if year),
            low=min(found, default=0),
            high=max(found, default=0),
        )
    )
