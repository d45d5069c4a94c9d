"""What others have said the future would be: SSB's editions, for the nation and for places."""

from dataclasses import dataclass

import numpy as np

from framtid.places import Level, Place
from framtid.projection import base_year
from framtid.projection.control import ALTERNATIVES
from framtid.projection.history import history
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

Series = dict[int, float]
"""Persons by year."""

MAIN = ALTERNATIVES[0]
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
    table = snapshot().table("projection_nation").to_pandas()
    table = table[table["alternative"] == MAIN]
    totals = table.groupby(["edition", "year"])["population"].sum()
    return {
        int(edition): {int(year): float(people) for (_, year), people in rows.items()}
        for edition, rows in totals.groupby(level=0)
    }


@kept(maxsize=1)
def municipal() -> Municipal:
    """Return SSB's newest edition at hand for the municipalities."""
    name = NEWEST if snapshot().has(NEWEST) else COMMITTED
    frame = snapshot().table(name).to_pandas()
    if name == NEWEST:
        wide = frame.drop(columns=["sex", "age"]).groupby("municipality").sum()
        wide.columns = [int(column[1:]) for column in wide.columns]
    else:
        wide = frame.pivot_table(index="municipality", columns="year", values="population")
    totals = wide.astype(float).to_dict("index")
    return Municipal(min(map(int, wide.columns)), name, {str(k): v for k, v in totals.items()})


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
    table = snapshot().table("projection_nation").to_pandas()
    table = table[(table["alternative"] == MAIN) & (table["year"] == base_year())]
    people = table[table["first_age"] >= first_age].groupby("edition")["population"].sum()
    counted = history().population[-1].sum((0, 1))[first_age:].sum()
    return float((people / counted - 1).abs().max())
