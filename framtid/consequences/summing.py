"""Several municipalities: what the sum of them is, where taking them as one gives another figure.

Levels of need differ between municipalities that age at different speeds, so the figures of a
region taken as one are not quite the sum of its parts. The difference along the official line is
added, so that the parts add up to the whole; along a pathway it is taken to be the same.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from framtid.consequences.model import Consequences
from framtid.projection.history import Floats

SUMS = (
    "care_users",
    "care_places",
    "care_man_years",
    "kindergarten_children",
    "kindergarten_man_years",
    "school_man_years",
    "working",
    "hands_needed",
    "hands_at_hand",
    "gap",
    "spending",
    "income",
    "balance",
    "outside",
)
"""Counts and kroner, which add up."""
EACH = ("balance_per_inhabitant", "balance_state", "balance_place", "balance_choices")
"""Kroner per inhabitant: their totals add up. The State evens out nothing for the nation."""


def _totals(each: Consequences) -> dict[str, Floats]:
    series = each.series
    return {
        **{name: series[name] for name in SUMS},
        **{name: series[name] * series["people"] for name in EACH},
    }


def difference(parts: Sequence[Consequences], whole: Consequences) -> Mapping[str, Floats]:
    """Return how much more the parts have together than the whole taken as one, (year,) each."""
    together = [_totals(part) for part in parts]
    return {
        name: np.sum([part[name] for part in together], axis=0) - values
        for name, values in _totals(whole).items()
    }


def corrected(whole: Consequences, more: Mapping[str, Floats]) -> Consequences:
    """Return the whole with a difference of totals added, and the shares that follow from it."""
    series = dict(whole.series)
    people = series["people"]
    for name in SUMS:
        series[name] = series[name] + more[name]
    for name in EACH:
        series[name] = series[name] + more[name] / people
    before, after = whole.series, series
    at_work = before["working"] / after["working"]
    grown = after["hands_needed"] / before["hands_needed"]
    series["services_share"] = before["services_share"] * grown * at_work
    series["care_share"] = (
        before["care_share"] * after["care_man_years"] / before["care_man_years"] * at_work
    )
    return Consequences(series, whole.disbelieved)
