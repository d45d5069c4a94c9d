"""The price of waiting: what the same choices give by 2040 when they begin a term or two later."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from framtid.horizon import HORIZON
from framtid.language.numbers import Told
from framtid.nearest import nearest
from framtid.pathways.applying import of_people
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import WAITS
from framtid.pathways.rounding import as_finely, beside, close, told
from framtid.projection import ALTERNATIVES

Reason = Literal["weaker", "people"]
"""Why fewer hands may be missing by 2040 when the same is done later: what is done weakens what
helps today, or it brings people, who need teachers and carers from the day they come."""


def unfilled(outlook: Outlook) -> float:
    """Return man-years gone without in sum, from the first year to come to the horizon.

    Each year's missing hands in care, school and kindergarten. A year with enough counts as none:
    what it has to spare helps no other year.
    """
    span = slice(1, HORIZON - outlook.base_year + 1)
    return float(outlook.consequences.series["gap"][span].clip(min=0).sum())


@dataclass(frozen=True, eq=False)
class Begun:
    """A pathway begun so many years later, in figures as they are computed."""

    years: int
    """Years of waiting; 0 is as the pathway says."""
    first: int
    """The year the first lever begins; it may be after the horizon."""
    outlook: Outlook

    @cached_property
    def unfilled(self) -> float:
        """Man-years gone without in sum."""
        return unfilled(self.outlook)

    @property
    def gap(self) -> float:
        """Man-years missing in 2040."""
        return self.outlook.consequences.at("gap", HORIZON)

    @property
    def kroner(self) -> float:
        """The balance of 2040, kroner per inhabitant."""
        return self.outlook.consequences.at("balance_per_inhabitant", HORIZON)

    @cached_property
    def accumulated(self) -> float:
        """What the choices have given by 2040 less what they cost, kroner per inhabitant."""
        return economic_plan(self.outlook).at("accumulated", HORIZON)


@dataclass(frozen=True)
class ToldBegun:
    """One beginning as it is told: figures of several add up beside each other."""

    years: int
    first: int
    outlook: Outlook
    unfilled: Told
    gap: Told
    kroner: Told
    accumulated: Told


@dataclass(frozen=True)
class Waiting:
    """A place along a pathway begun in time, one term later and two terms later."""

    begun: tuple[ToldBegun, ...]
    """In time first, then as ``WAITS`` has them."""
    course: Told
    """Man-years gone without in sum when nothing is chosen."""
    reason: Reason | None
    """Why waiting may leave fewer hands missing; None where it never does."""

    def more(self, what: str, wait: int) -> Told:
        """Return how much more there is of a figure after a wait (1 or 2) than begun in time."""
        now, later = (getattr(self.begun[each], what) for each in (0, wait))
        return Told(round(later - now, 5))


def beginnings(outlook: Outlook) -> tuple[Begun, ...]:
    """Return an outlook's pathway begun in time and after each of ``WAITS``."""
    pathway = outlook.pathway
    first = min((each.begins for each in pathway.choices), default=outlook.base_year + 1)
    later = (Begun(years, first + years, outlook.along(pathway.later(years))) for years in WAITS)
    return (Begun(0, first, outlook), *later)


def reason(outlook: Outlook) -> Reason | None:
    """Return why the same done later may leave fewer hands missing; None where nothing could."""
    if any(level < 0 for _, level in outlook.pathway.levels):
        return "weaker"
    return None if of_people(outlook.pathway).is_default else "people"


def _beside_page(indicator: str, begun: tuple[Begun, ...], values: list[float]) -> list[Told]:
    """Return figures of 2040: in time as every page tells it, the others as far from that."""
    now, people = told(begun[0].outlook, indicator, HORIZON)["path"], indicator == "gap"
    apart = [beside(indicator, value, values[0])[2] for value in values]
    told_apart = [0.0 if people and close(each, now) else each for each in apart]
    return [Told(round(now + each, 5)) for each in told_apart]


def waited(outlook: Outlook) -> list[float]:
    """Return man-years more gone without when all begins two terms later, by alternative."""
    runs = [outlook.under(name) for name in ALTERNATIVES]
    return [unfilled(run.along(run.pathway.later(WAITS[-1]))) - unfilled(run) for run in runs]


def waiting(outlook: Outlook) -> Waiting:
    """Return what the same choices give when they begin later, under the outlook's switches."""
    begun = beginnings(outlook)
    sums = as_finely("gap", [*(each.unfilled for each in begun), unfilled(outlook.official)])
    gaps = _beside_page("gap", begun, [each.gap for each in begun])
    kroner = _beside_page("balance_per_inhabitant", begun, [each.kroner for each in begun])
    rows = tuple(
        ToldBegun(
            each.years,
            each.first,
            each.outlook,
            sums[at],
            gaps[at],
            kroner[at],
            Told(nearest(each.accumulated)),
        )
        for at, each in enumerate(begun)
    )
    return Waiting(rows, sums[-1], reason(outlook))
