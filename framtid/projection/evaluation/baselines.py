"""The methods a projection must beat: trends, with and without the nation, and SSB's edition."""

from collections.abc import Callable

import numpy as np

from framtid.places import places
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES
from framtid.statistics.arranging import rows, summed
from framtid.statistics.snapshot import snapshot

Rule = Callable[[Floats, int], Floats]
"""From what was seen, (year, ...), and a number of years ahead to what comes, (...)."""

NationalRule = Callable[[Floats, Floats, int, float], Floats]
"""From what was seen, (year, municipality), the same of the ages that the nation's figure is of, a
number of years ahead, and the nation's figure then."""

STEP = 5
"""Years of a Hamilton–Perry step, and ages of its groups."""
WOMEN = slice(15, 45)
"""Ages whose women the plain child–woman ratio counts."""


def constant(seen: Floats, ahead: int) -> Floats:
    """Return the last figures, whatever the number of years ``ahead``."""
    del ahead
    last: Floats = seen[-1]
    return last


def linear(seen: Floats, ahead: int) -> Floats:
    """Return the mean yearly change of the last ten years (or all there are) carried on."""
    years = min(10, len(seen) - 1)
    carried: Floats = np.maximum(seen[-1] + (seen[-1] - seen[-1 - years]) / years * ahead, 0)
    return carried


def exponential(seen: Floats, ahead: int) -> Floats:
    """Return the growth rate of the last five years carried on."""
    years = min(5, len(seen) - 1)
    rate: Floats = np.maximum(seen[-1], 0.5) / np.maximum(seen[-1 - years], 0.5)
    carried: Floats = seen[-1] * rate ** (ahead / years)
    return carried


RULES: dict[str, Rule] = {"constant": constant, "linear": linear, "exponential": exponential}
"""Rivals that need nothing but the series itself, of a total or of an age group."""


def raked(seen: Floats, whole: Floats, ahead: int, nation: float) -> Floats:
    """Return the line of the last ten years, brought to the nation's sum in proportion."""
    brought: Floats = linear(seen, ahead) * (nation / linear(whole, ahead).sum())
    return brought


def share_of_growth(seen: Floats, whole: Floats, ahead: int, nation: float) -> Floats:
    """Return each municipality with its share of the nation's growth over the last ten years."""
    del whole, ahead
    years = min(10, len(seen) - 1)
    grown = seen[-1] - seen[-1 - years]
    shared: Floats = np.maximum(seen[-1] + grown / grown.sum() * (nation - seen[-1].sum()), 0)
    return shared


RAKED, SHARED = "raked line", "share of growth"
NATIONAL_RULES: dict[str, NationalRule] = {RAKED: raked, SHARED: share_of_growth}
"""Rivals that know the nation's path as well, the same path as ours: SSB's of that year."""
TOTALS_ONLY = {SHARED}
"""Rules for everybody: an age group may stand still in the nation, and then there are no shares."""


def hamilton_perry(seen: Floats, ahead: int) -> Floats | None:
    """Return population by sex and age from cohort change ratios of the last five years.

    Args:
        seen: persons, (year, municipality, sex, age).
        ahead: years ahead.

    Returns:
        Persons, (municipality, sex, age); None between the five-year steps the method knows.

    """
    if ahead % STEP:
        return None
    before, now = seen[-1 - STEP], seen[-1]
    starts = np.arange(0, AGES - 1, STEP)

    def grouped(people: Floats) -> Floats:
        by_group: Floats = np.add.reduceat(people, starts, axis=-1)
        return by_group

    old, new = grouped(before), grouped(now)
    ratio = new[..., 1:] / np.maximum(old[..., :-1], 0.5)
    ratio[..., -1] = new[..., -1] / np.maximum(old[..., -2:].sum(-1), 0.5)
    mothers = np.maximum(now[:, 1, WOMEN].sum(-1), 0.5)
    children = new[..., 0] / mothers[:, None]
    shape = now / np.maximum(np.repeat(new, np.diff([*starts, AGES]), axis=-1), 0.5)
    people = new
    for _ in range(ahead // STEP):
        older = np.empty_like(people)
        older[..., 1:] = people[..., :-1] * ratio
        older[..., -1] += people[..., -1] * ratio[..., -1]
        women = older[:, 1, WOMEN.start // STEP : WOMEN.stop // STEP].sum(-1)
        older[..., 0] = children * women[:, None]
        people = older
    spread: Floats = np.repeat(people, np.diff([*starts, AGES]), axis=-1) * shape
    return spread


def ssb_totals(edition: int, year: int) -> Floats | None:
    """Return SSB's own municipal totals, (municipality,), where the edition is at hand."""
    table = snapshot().table("projection_municipality")
    years = set(table["year"].to_pylist())
    if edition != min(years) or year not in years:
        return None
    totals = summed(*rows(table, "population", "municipality", year=year))
    return np.array([totals[place.code] for place in places().municipalities], float)
