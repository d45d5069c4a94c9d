"""Where a municipality stands among those most like it: which figures lie outside theirs, and how.

Figures are compared as they are told, so that whoever reads them beside each other finds the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framtid.consequences.similar import similar
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.shifts import missing
from framtid.pathways.switches import MAIN
from framtid.places import Level
from framtid.projection import ALTERNATIVES
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS

FEW = 30
"""People below which a change is told from and to, as a share of so few says nothing."""
AGES = {"everybody": (0, 105), "pupils": (6, 15), "workers": (20, 66), "over80": (80, 105)}
"""The ages that are laid beside each other."""
BANDS = {
    "everybody": "all",
    "pupils": "6-15",
    "workers": "20-66",
    "over80": "80+",
    "carers": CARERS,
}
"""What bands call the figures that they are of; the rest have SSB's alternatives."""
DECIMALS = {"carers": 1, "balance": 1}
"""Decimals that a measure is told with; the rest have none."""
Ends = tuple[float, float]


@dataclass(frozen=True)
class Among:
    """One figure of a place beside those of its like, all as they are told."""

    name: str
    own: float
    low: float
    middle: float
    high: float

    @property
    def outside(self) -> bool:
        """Whether it lies below or above them all."""
        return not self.low <= self.own <= self.high

    @property
    def apart(self) -> float:
        """How far it lies from the middle, measured by how far they lie from each other.

        Where all the others are told alike, the last digit told is the measure.
        """
        finest = 10.0 ** -DECIMALS.get(self.name, 0)
        return abs(self.own - self.middle) / max(self.high - self.low, finest)


def balance_of_costs(outlook: Outlook) -> float:
    """Return what is left or missing in 2040 as a share of what the services cost.

    Kroner per inhabitant follow a place's need, so that they cannot be laid beside another's.
    """
    at = outlook.consequences.at
    return at("balance", HORIZON) / at("spending", HORIZON)


def measured(outlook: Outlook) -> dict[str, float]:
    """Return every measure of a place: changes in per cent, the rest in 2040."""
    ends = {
        name: [outlook.people(year, *ages) for year in (outlook.base_year, HORIZON)]
        for name, ages in AGES.items()
    }
    return {
        **{name: 100 * (goal / max(now, 1.0) - 1) for name, (now, goal) in ends.items()},
        "carers": outlook.carers(HORIZON),
        "missing": missing(outlook),
        "balance": 100 * balance_of_costs(outlook),
    }


def as_told(name: str, value: float) -> float:
    """Return a measure rounded as it is told."""
    return nearest(value, DECIMALS.get(name, 0)) + 0.0


def said(name: str, value: float, language: Language) -> str:
    """Return a measure as a table writes it."""
    numbers, value = language.numbers, as_told(name, value)
    if name in AGES:
        return numbers.signed(value) + numbers.percent_sign
    if name == "balance":
        return numbers.signed(value, DECIMALS[name]) + numbers.percent_sign
    return numbers.decimal(value, DECIMALS.get(name, 0))


def alike(outlook: Outlook) -> list[Outlook]:
    """Return the municipalities most like a place, under the same alternative and setting."""
    return [
        outlook_of(each.place.code, outlook.alternative, setting=outlook.setting)
        for each in similar(outlook.place)
    ]


def among(outlook: Outlook) -> tuple[Among, ...]:
    """Return a municipality's figures beside its like, the one that is farthest apart first.

    Changes of so few people that a share says nothing are left out.
    """
    own, others = measured(outlook), [measured(each) for each in alike(outlook)]
    found = []
    for name, value in own.items():
        if name in AGES and outlook.people(outlook.base_year, *AGES[name]) < FEW:
            continue
        theirs = [each[name] for each in others]
        ends = (min(theirs), float(np.median(theirs)), max(theirs))
        found.append(Among(name, as_told(name, value), *(as_told(name, each) for each in ends)))
    return tuple(sorted(found, key=lambda each: (not each.outside, -each.apart)))


def reach(outlook: Outlook, name: str) -> Ends | None:
    """Return between what a place's figure may be; None where a band is of another alternative."""
    if name not in BANDS:
        each = [measured(outlook.under(alternative))[name] for alternative in ALTERNATIVES]
        low, high = min(each), max(each)
    elif outlook.alternative != MAIN:
        return None
    else:
        low, high = bands(outlook.place.code).interval(BANDS[name], HORIZON)
        if name in AGES:
            now = max(outlook.people(outlook.base_year, *AGES[name]), 1.0)
            low, high = (100 * (end / now - 1) for end in (low, high))
    return as_told(name, low), as_told(name, high)


def _sure(one: Among, ends: Ends) -> bool:
    """Return whether all that a figure may be lies on the same side as it does."""
    least, most = (one.low, one.high) if one.outside else (one.middle, one.middle)
    return ends[1] < least if one.own < one.middle else ends[0] > most


def _values(one: Among, outlook: Outlook, count: int, language: Language) -> dict[str, object]:
    ends = reach(outlook, one.name)
    told = {each: said(one.name, getattr(one, each), language) for each in ("own", "low", "high")}
    return told | {
        "middle": said(one.name, one.middle, language),
        "change": one.name in AGES,
        "what": language.say(f"news.among.measures.{one.name}"),
        "higher": one.own > one.middle,
        "inside": language.inside(outlook.place),
        "count": count,
        "banded": one.name in BANDS,
        "reach": [said(one.name, end, language) for end in ends] if ends else None,
        "sure": bool(ends) and _sure(one, ends or (0.0, 0.0)),
    }


def _sentences(
    found: Sequence[Among], outlook: Outlook, count: int, language: Language
) -> list[str]:
    """Return a sentence for each figure outside, or for the one farthest from the middle."""
    outside = [each for each in found if each.outside]
    key, chosen = ("outside", outside) if outside else ("within", found[:1])
    return [
        on_one_line(language.say(f"news.among.{key}", **_values(each, outlook, count, language)))
        for each in chosen
    ]


def told_among(outlook: Outlook, language: Language) -> tuple[str, ...]:
    """Return in words which figures of today's course set a municipality apart from its like."""
    usual = outlook.official
    if usual.place.level is not Level.MUNICIPALITY:
        return ()
    count = len(similar(usual.place))
    return tuple(_sentences(among(usual), usual, count, language))
