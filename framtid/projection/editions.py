"""What others have said the future would be: SSB's editions, for the nation and for places."""

import numpy as np

from framtid.places import Level, Place
from framtid.projection import base_year
from framtid.projection.control import ALTERNATIVES
from framtid.projection.history import history
from framtid.statistics.snapshot import per_edition, snapshot

Series = dict[int, float]
"""Persons by year."""

MAIN = ALTERNATIVES[0]
LOCAL = 2024
"""SSB's edition whose municipal totals are at hand."""


@per_edition(maxsize=1)
def national() -> dict[int, Series]:
    """Return the nation's total in SSB's main alternative, by edition."""
    table = snapshot().table("projection_nation").to_pandas()
    table = table[table["alternative"] == MAIN]
    totals = table.groupby(["edition", "year"])["population"].sum()
    return {
        int(edition): {int(year): float(people) for (_, year), people in rows.items()}
        for edition, rows in totals.groupby(level=0)
    }


@per_edition(maxsize=1)
def _municipal() -> dict[str, Series]:
    table = snapshot().table("projection_municipality").to_pandas()
    return {
        code: dict(zip(rows["year"].tolist(), rows["population"].astype(float), strict=True))
        for code, rows in table.groupby("municipality")
    }


def local(place: Place) -> Series:
    """Return a place's total in SSB's main alternative of 2024: the sum of its municipalities."""
    if place.level is Level.NATION:
        return national()[LOCAL]
    series = [_municipal()[code] for code in place.members]
    return {year: float(np.sum([one[year] for one in series])) for year in series[0]}


@per_edition()
def worst_miss(first_age: int) -> float:
    """Return the largest share by which an earlier edition missed today's people from an age on."""
    table = snapshot().table("projection_nation").to_pandas()
    table = table[(table["alternative"] == MAIN) & (table["year"] == base_year())]
    people = table[table["first_age"] >= first_age].groupby("edition")["population"].sum()
    counted = history().population[-1].sum((0, 1))[first_age:].sum()
    return float((people / counted - 1).abs().max())
