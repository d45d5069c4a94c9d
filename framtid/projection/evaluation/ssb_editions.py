"""What others have said the future would be: SSB's editions, for the nation and for places."""

import re
from dataclasses import dataclass

import numpy as np

from framtid.places import Level, Place
from framtid.projection import base_year
from framtid.projection.control import ALTERNATIVES
from framtid.projection.history import history
from framtid.statistics.arranging import rows, summed
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

Series = dict[int, float]
"""Persons by year."""

MAIN = ALTERNATIVES[0]
YEAR = re.compile(r"y\d{4}")
BEFORE_OURS = 2024
"""The nation's last edition before the one that our projection is controlled to."""
NEWEST, COMMITTED = "projection_age", "projection_municipality"
"""SSB's municipal projections: what a refresh brings, and what lies in the first edition."""


@dataclass(frozen=True)
class Municipal:
    """One of SSB's editions for the municipalities, main alternative."""

    edition: int
    """Its first year."""
    table: str
    totals: dict[str, Series]
    """Persons by year, by municipality."""


@kept(maxsize=1)
def national() -> dict[int, Series]:
    """Return the nation's total in SSB's main alternative, by edition."""
    told = snapshot().table("projection_nation")
    people_by = summed(*rows(told, "population", "edition", "year", alternative=MAIN))
    found: dict[int, Series] = {}
    for (edition, year), people in people_by.items():
        found.setdefault(edition, {})[year] = people
    return found


@kept(maxsize=1)
def municipal() -> Municipal:
    """Return SSB's newest edition at hand for the municipalities."""
    name = NEWEST if snapshot().has(NEWEST) else COMMITTED
    table = snapshot().table(name)
    totals: dict[str, Series] = {}
    if name == NEWEST:
        for column in filter(YEAR.fullmatch, table.column_names):
            for code, people in summed(*rows(table, column, "municipality")).items():
                totals.setdefault(code, {})[int(column[1:])] = people
    else:
        people_by = summed(*rows(table, "population", "municipality", "year"))
        for (code, year), people in people_by.items():
            totals.setdefault(code, {})[year] = people
    return Municipal(min(min(series) for series in totals.values()), name, totals)


def edition_of(place: Place) -> int:
    """Return which of SSB's editions is set beside ours for a place."""
    return BEFORE_OURS if place.level is Level.NATION else municipal().edition


def local(place: Place) -> Series:
    """Return a place's total in SSB's main alternative: the sum of its municipalities.

    For the nation it is the edition before the one that ours is controlled to.
    """
    if place.level is Level.NATION:
        return national()[BEFORE_OURS]
    series = [municipal().totals[code] for code in place.members]
    return {year: float(np.sum([one[year] for one in series])) for year in series[0]}


@kept()
def worst_miss(first_age: int) -> float:
    """Return the largest share by which an earlier edition missed today's people from an age on."""
    told = snapshot().table("projection_nation")
    names = ("first_age", "population", "edition")
    ages, people, editions = rows(told, *names, alternative=MAIN, year=base_year())
    from_age = summed(people[ages >= first_age], editions[ages >= first_age])
    counted = history().population[-1].sum((0, 1))[first_age:].sum()
    return max(abs(float(people / counted) - 1) for people in from_age.values())
