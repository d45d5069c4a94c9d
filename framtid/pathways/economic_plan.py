"""The økonomiplan of a place along a pathway: what it costs, saves and leaves, year by year."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from framtid.horizon import HORIZON
from framtid.nearest import nearest_all
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.projection.history import Floats

CHOSEN = ("starting", "running", "savings", "more_income", "people")
"""What the choices do to the balance, part by part: costs below nothing, gains above."""
PARTS = ("state", "place", *CHOSEN)
"""Everything the balance is made of."""
COLUMNS = (*PARTS, "balance", "choices", "accumulated")
SMALLEST = 0.5
"""Kroner per inhabitant under which nothing is owed: it would be told as zero."""


@dataclass(frozen=True, eq=False)
class EconomicPlan:
    """Kroner per inhabitant from the first year after the base year to the horizon.

    Kroner of 2025, (year,) each. ``PARTS`` sum to the balance, ``CHOSEN`` to the choices.
    """

    years: tuple[int, ...]
    columns: Mapping[str, Floats]
    """By the names in ``COLUMNS``."""

    @property
    def costs_first(self) -> bool:
        """Whether the choices together have ever cost more than they have given."""
        return bool((self.columns["accumulated"] < -SMALLEST).any())

    @property
    def repaid(self) -> int | None:
        """The first year from which the choices have given back what they cost.

        None where they have not by the horizon, or never cost more than they gave.
        """
        owing = np.flatnonzero(self.columns["accumulated"] < -SMALLEST)
        if not len(owing) or owing[-1] == len(self.years) - 1:
            return None
        return self.years[int(owing[-1]) + 1]

    @property
    def owed(self) -> float:
        """Return the most that has been laid out and not yet come back, kroner per inhabitant."""
        return float(max(-self.columns["accumulated"].min(), 0))

    def at(self, column: str, year: int) -> float:
        """Return the value of one year."""
        return float(self.columns[column][self.years.index(year)])

    def rows(self) -> list[tuple[float, ...]]:
        """Return a row a year: the year, then ``COLUMNS`` in whole kroner per inhabitant."""
        shown = nearest_all([self.columns[name] for name in COLUMNS]).astype(int) + 0
        return [(year, *line) for year, line in zip(self.years, shown.T.tolist(), strict=True)]


def lays_out(pathway: Pathway) -> bool:
    """Whether a pathway pulls any lever up: what only lets things slip has nothing to earn back."""
    return any(level > 0 for _, level in pathway.levels)


def economic_plan(outlook: Outlook) -> EconomicPlan:
    """Return the plan of a place along a pathway, under the switches of the outlook.

    What other inhabitants than in the official line bring and take, in free income and need, is
    ``people``: what is left of the choices when their own costs and gains are taken out.
    """
    series = outlook.consequences.series
    span = slice(1, HORIZON - outlook.base_year + 1)
    people = series["people"][span]
    own = {
        "starting": -series["starting_cost"][span] / people,
        "running": -series["running_cost"][span] / people,
        "savings": series["savings"][span] / people,
        "more_income": series["more_income"][span] / people,
    }
    choices = series["balance_choices"][span]
    columns = {
        "state": series["balance_state"][span],
        "place": series["balance_place"][span],
        **own,
        "people": choices - np.sum(list(own.values()), axis=0),
        "balance": series["balance_per_inhabitant"][span],
        "choices": choices,
        "accumulated": np.cumsum(choices),
    }
    return EconomicPlan(tuple(range(outlook.base_year + 1, HORIZON + 1)), columns)
