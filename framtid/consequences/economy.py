"""The municipality's economy: need by the official cost key against income by head count.

Kroner of 2025. The state evens out need between municipalities, so that one that ages faster
than the nation is paid for the difference. Nobody pays for the ageing of the whole nation, nor
for what stays when people become fewer.
"""

from dataclasses import dataclass

import numpy as np

from framtid.consequences.care import need, per_inhabitant
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local
from framtid.consequences.parameters import Certainty, parameters
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

_KEY = ("need_weights", "need_index", "economy.income_per_inhabitant", "free_income")
_TAX = ("economy.tax_kept", "median_income")
_ALL = (*_KEY, "economy.fixed_share", *_TAX, "cost_key")
INDICATORS = (
    Indicator("spending", "kroner", (*_KEY, "economy.fixed_share"), ("all",)),
    Indicator("income", "kroner", (*_KEY, *_TAX), ("all",)),
    Indicator("balance", "kroner", _ALL, ("all",)),
    Indicator("balance_per_inhabitant", "kroner_each", _ALL, ("all",)),
    Indicator("evened_out", "kroner_each", _KEY, ("all",), Certainty.INDICATIVE),
    Indicator("not_evened_out", "kroner_each", (*_KEY, "economy.fixed_share"), ("all",)),
)


@kept(maxsize=1)
def sector_weights() -> dict[str, float]:
    """Return each sector's share of the official cost key, by its Norwegian name there."""
    rows = snapshot().table("cost_key").to_pylist()
    return {row["sector"]: row["sector_weight"] for row in rows}


def kroner_per_man_year() -> float:
    """Return what a man-year in care costs: the key's share of income over the man-years."""
    income = parameters("economy")["income_per_inhabitant"].number
    return income * sector_weights()["pleie"] / per_inhabitant()


def need_growth(population: Floats) -> Floats:
    """Return need per inhabitant relative to the first year, all services, (year,)."""
    each = need(population, "all") / population.sum((-2, -1))
    grown: Floats = each / each[0]
    return grown


@dataclass(frozen=True, eq=False)
class Budget:
    """Kroner a year before anything is done otherwise, (year,)."""

    spending: Floats
    income: Floats
    evened_out: Floats
    """Per inhabitant: more (or less) than today because the place ages unlike the nation."""
    not_evened_out: Floats
    """Per inhabitant: need more than today that no one pays for."""


def budget(population: Floats, place: Local, national: Floats) -> Budget:
    """Return the budget of a place.

    Args:
        population: persons, (year, sex, age), the first year being the base year.
        place: its own level of need.
        national: ``need_growth`` of the nation, (year,).

    """
    given = parameters("economy")
    each = given["income_per_inhabitant"].number * place.need["all"].value
    people = population.sum((-2, -1))
    grown = need_growth(population)
    gone = np.maximum(people[0] - people, 0) * given["fixed_share"].number * each
    return Budget(
        spending=each * people * grown + gone,
        income=each * people * (grown / national),
        evened_out=each * (grown / national - 1),
        not_evened_out=each * (grown - grown / national) + gone / people,
    )


def administration(people: Floats, place: Local) -> Floats:
    """Return what administration costs, by the key's share."""
    each = parameters("economy")["income_per_inhabitant"].number * place.need["all"].value
    return people * each * sector_weights()["administrasjon"]
