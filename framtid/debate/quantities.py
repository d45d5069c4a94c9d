"""What an økonomiplan is multiplied out of: quantities by year, and what each of them costs."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from framtid.consequences import care, economy, workforce
from framtid.consequences.choices import grown
from framtid.consequences.need import income_per_need
from framtid.consequences.outside import usual as usual_outside
from framtid.consequences.parameters import parameters
from framtid.horizon import HORIZON
from framtid.pathways import applying
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.outlook import Outlook, beyond
from framtid.projection.history import Floats

SERVICES = ("care_man_years", "kindergarten_man_years", "school_man_years")
ROWS = (
    *("people", "nation", "apart", "place", "population"),
    *("room", "young", "settled", "freed", "rested", "shared", "work"),
)
"""The quantities, in the order they are shown; their words stand at ``debate.workbook.rows``."""


@dataclass(frozen=True, eq=False)
class Quantities:
    """Quantities from the first year after the base year to the horizon, and prices."""

    years: tuple[int, ...]
    rows: Mapping[str, Floats]
    """By the names in ``ROWS``, (year,): persons, man-years, kroner per inhabitant, or a ratio."""
    prices: Mapping[str, float]
    """Kroner for each, and the shares of the nation's need that the State follows."""


def prices(outlook: Outlook) -> dict[str, float]:
    """Return what each quantity costs or gives, kroner of 2025 each."""
    given, young = parameters("economy"), parameters("outside")
    here = outlook.local
    follows = given["state_follows"].value[outlook.setting.state]
    return {
        "income": income_per_need() * here.need["all"].value,
        "rise": float(follows["rise"]),
        "fall": float(follows["fall"]),
        "man_year": economy.kroner_per_man_year(),
        "absence": given["absence_cost"].number,
        "tax": given["tax_kept"].number * here.earnings.value,
        "room": given["growth_cost"].number,
        "follow_up": young["follow_up"].number,
        "assistance": young["social_assistance"].number,
        "settled_cost": given["settled_cost"].number,
        "settled_grant": given["settled_grant"].number,
    }


def quantities(outlook: Outlook) -> Quantities:
    """Return what the plan of a place along a pathway is multiplied out of."""
    span = slice(1, HORIZON - outlook.base_year + 1)
    plan = economic_plan(outlook)
    rows = {name: values[span] for name, values in _rows(outlook).items()}
    rows |= {"place": plan.columns["place"], "population": plan.columns["people"]}
    return Quantities(plan.years, {name: rows[name] for name in ROWS}, prices(outlook))


def _rows(outlook: Outlook) -> dict[str, Floats]:
    """Return the quantities that the model has, from the base year on, (year,) each."""
    series, here, practice = outlook.consequences.series, outlook.local, outlook.practice
    people, setting = series["people"], outlook.setting
    # The model's own sum of a place of several municipalities taken as one, as choices use it.
    alone = len(outlook.place.members) == 1
    more = {} if alone else beyond(outlook.place.code, outlook.alternative, setting)
    whole = {name: series[name] - more.get(name, 0.0) for name in (*SERVICES, "working")}
    usual = care.man_years(outlook.future, here, practice, setting.use).usual
    services = np.sum([whole[name] for name in SERVICES], axis=0)
    administration = economy.administration(people, here)
    return {
        "people": people,
        "nation": applying.national(outlook.alternative),
        "apart": more.get("balance_state", 0.0) / people,
        "room": grown(people, outlook.official.consequences.series["people"]),
        "young": usual_outside(outlook.future, here) * practice.included,
        "settled": practice.settled,
        "freed": usual - whole["care_man_years"],
        "rested": 100 * practice.absence * services,
        "shared": here.small * practice.administration * administration,
        "work": whole["working"] - workforce.working(outlook.future, here),
    }
