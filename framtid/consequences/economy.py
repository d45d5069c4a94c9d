"""The municipality's economy: need by the official cost key against income by head count.

Kroner of 2025. The State evens out need between municipalities, so that one that ages faster than
the nation is paid for the difference. Whether free income follows the ageing of the whole nation is
for the State to decide (``Setting``). What stays when people become fewer is paid for by the
basis criterion of the key as far as that goes, which gives every municipality the same.
"""

from dataclasses import dataclass

import numpy as np

from framtid.consequences.care import need, per_inhabitant
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import Local, nation
from framtid.consequences.need import income_per_need
from framtid.consequences.parameters import Certainty, parameters
from framtid.consequences.setting import USUAL, Setting
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

MUNICIPALITIES = 357
_KEY = ("need_weights", "need_index", "economy.income_outside_oslo", "free_income")
_STATE = ("economy.state_follows",)
_TAX = ("economy.tax_kept", "median_income")
_STAYS = ("economy.fixed_share", "cost_key")
_ALL = (*_KEY, *_STATE, *_STAYS, *_TAX)
_JUDGED = Certainty.JUDGEMENT
INDICATORS = (
    Indicator("spending", "kroner", (*_KEY, *_STAYS), ("all",)),
    Indicator("income", "kroner", (*_KEY, *_STATE, *_TAX), ("all",)),
    Indicator("balance", "kroner", _ALL, ("all",)),
    Indicator("balance_per_inhabitant", "kroner_each", _ALL, ("all",)),
    Indicator("balance_state", "kroner_each", (*_KEY, *_STATE), ("all",), _JUDGED),
    Indicator("balance_place", "kroner_each", (*_KEY, *_STATE, *_STAYS), ("all",)),
    Indicator("balance_choices", "kroner_each", _ALL, ("all",)),
    Indicator("evened_out", "kroner_each", _KEY, ("all",), Certainty.INDICATIVE),
)


@kept(maxsize=1)
def sector_weights() -> dict[str, float]:
    """Return each sector's share of the official cost key, by its Norwegian name there."""
    rows = snapshot().table("cost_key").to_pylist()
    return {row["sector"]: row["sector_weight"] for row in rows}


@kept(maxsize=1)
def basis_share() -> float:
    """Return the share of the cost key that is the same for every municipality."""
    rows = snapshot().table("cost_key").to_pylist()
    return float(sum(row["weight"] for row in rows if row["criterion"] == "basis"))


def kroner_per_man_year() -> float:
    """Return what a man-year in care costs: the key's share of income over the man-years."""
    return income_per_need() * sector_weights()["pleie"] / per_inhabitant()


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
    state: Floats
    """Per inhabitant: what the nation's own ageing leaves, as the State is set to follow it."""
    evened_out: Floats
    """Per inhabitant: more (or less) than today because the place ages unlike the nation."""


def _staying(people: Floats, each: float, members: int) -> Floats:
    """Return what stays of the cost when people become fewer, beyond what the State pays, (year,).

    The basis criterion does not fall with people; it pays for what stays as far as it goes.
    """
    lost = np.maximum(people[0] - people, 0)
    stays = lost * parameters("economy")["fixed_share"].number * each
    basis = basis_share() * income_per_need() * float(nation().sum()) / MUNICIPALITIES * members
    unpaid: Floats = np.maximum(stays - basis * lost / people[0], 0)
    return unpaid


def budget(population: Floats, place: Local, national: Floats, setting: Setting = USUAL) -> Budget:
    """Return the budget of a place.

    Args:
        population: persons, (year, sex, age), the first year being the base year.
        place: its own level of need.
        national: ``need_growth`` of the nation, (year,).
        setting: what the State decides.

    """
    each = income_per_need() * place.need["all"].value
    people = population.sum((-2, -1))
    grown, followed = need_growth(population), setting.followed(national)
    return Budget(
        spending=each * people * grown + _staying(people, each, place.members),
        income=each * people * (grown / national) * followed + place.result * people,
        state=each * (followed - national),
        evened_out=each * (grown / national - 1),
    )


def administration(people: Floats, place: Local) -> Floats:
    """Return what administration costs, by the key's share."""
    each = income_per_need() * place.need["all"].value
    return people * each * sector_weights()["administrasjon"]
