"""What a pathway changes, in figures as they are told."""

from collections.abc import Iterator, Sequence
from math import floor, log10
from typing import TypedDict

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON, MIDWAY
from framtid.language.numbers import WHOLE_BELOW, Told, spoken, to_come
from framtid.nearest import nearest
from framtid.pathways.answers import AddsUp, Covered
from framtid.pathways.outlook import Outlook

YEARS = (MIDWAY, HORIZON)
"""Years that a pathway is told of."""
TOLD = (
    "gap",
    "hands_needed",
    "hands_at_hand",
    "care_man_years",
    "balance",
    "balance_per_inhabitant",
    "carers",
    "care_share",
    "outside",
    "people",
    "pupils",
    "pupils_per_grade",
)
COUNTED = {"people", "pupils"}
"""What has been counted until today: known to the last one, and told so."""
LEAST = {
    "people": 1.0,
    "man_years": 1.0,
    "places": 1.0,
    "kroner_each": 10.0,
    "kroner": 1e4,
    "ratio": 0.05,
}
"""By unit: an effect smaller than this is told as about none. Ratios never need thousandths."""
SHARE = 0.01  # Of shares, what part of the level an effect must be to be told.
FINEST = {
    "share": 0.00001,
    "ratio": 0.01,
    "kroner_each": 1.0,
    "kroner": 1.0,
    "people": 1.0,
    "places": 1.0,
    "man_years": 1.0,
}
"""By unit, the finest step anything is told in. People and hands come whole."""
NEAR = 0.1  # How far from the true effect a told one may be, as a share of it.
WHOLE = {"man_years", "places"}
"""Units that are told whole, however large."""
STEADY = {*WHOLE, "kroner_each", "ratio"}
"""Units whose levels are told in one step, whatever stands beside them."""
DECIMALS = {"ratio": 1, "share": 3}
"""Decimals of the units whose levels are not told in whole numbers."""


class Figures(TypedDict):
    """An indicator of one year as it is told: each figure is its own rounding."""

    now: float
    """The base year's value."""
    official: float
    """The official line's."""
    path: float
    """The path's."""
    difference: float
    """How much more the path's is than the official line's."""


def _digits(value: float, digits: int) -> float:
    """Return the step that leaves so many digits of a value."""
    return float(10 ** (floor(log10(value)) - digits + 1))


def _level_step(unit: str, size: float) -> float:
    """Return the step that a level is told in when nothing stands beside it."""
    if unit in DECIMALS:
        return float(10 ** -DECIMALS[unit])
    if unit in WHOLE or (unit == "people" and size < WHOLE_BELOW):
        return 1.0
    if unit == "kroner_each":
        return 10.0
    if size < 1000:
        return 1.0
    return _digits(size, 3 if size >= 10_000 else 2)


def _steps(unit: str, size: float, coarsest: float) -> Iterator[float]:
    """Yield the steps that something may be told in, the coarsest first."""
    step, least = min(_level_step(unit, size), coarsest), FINEST[unit]
    while step > least * 1.5:
        yield step
        step /= 10
    yield least


def _near(told: float, effect: float) -> bool:
    return abs(told - effect) <= NEAR * abs(effect)


def negligible(unit: str, effect: float, level: float) -> bool:
    """Whether an effect is told as about none."""
    return abs(effect) < LEAST.get(unit, SHARE * abs(level))


def _rounded(value: float, step: float) -> float:
    return nearest(value, round(-log10(step)))


def _step(unit: str, base: float, others: Sequence[float], coarsest: float = float("inf")) -> float:
    """Return the coarsest step that tells how far all others are from the base, to a tenth."""
    steps = list(_steps(unit, max(map(abs, (base, *others))), coarsest))
    return next(
        (
            step
            for step in steps
            if all(_near(_rounded(one, step) - _rounded(base, step), one - base) for one in others)
        ),
        steps[-1],
    )


def _step_beside(unit: str, base: float, others: Sequence[float], coarsest: float) -> float:
    """Return the same of those whose difference is told at all; the unit's own where it is steady.

    A figure that stands on many pages is the same on all of them.
    """
    if unit in STEADY:
        return _level_step(unit, abs(base))
    telling = [one for one in others if not negligible(unit, one - base, base)]
    return _step(unit, base, telling, coarsest)


def beside(
    indicator: str,
    first: float,
    second: float,
    coarsest: float = float("inf"),
    others: Sequence[float] = (),
) -> tuple[Told, Told, Told]:
    """Return two values and how much more the first is, as they are told beside each other.

    Each level is what it is to the digit it is told in, whatever it stands beside, so that who
    rounds the same figure of a file finds it. The difference is that of the told levels, or what
    the true one is by its own size where that would be another.

    Args:
        indicator: what is told.
        first: what stands beside the second.
        second: that of which the difference is told.
        coarsest: the largest step.
        others: what else stands beside the second, and is told in the same step.

    """
    unit, effect = INDICATORS[indicator].unit, first - second
    step = _step_beside(unit, second, (first, *others), coarsest)
    one, other = _rounded(first, step), _rounded(second, step)
    if negligible(unit, effect, second):
        return Told(one), Told(other), Told(0)
    difference = round(one - other, 5)
    if not _near(difference, effect):
        difference = _rounded(effect, _step(unit, 0.0, [effect]))
    return Told(one), Told(other), Told(difference)


def as_finely(indicator: str, values: Sequence[float]) -> tuple[Told, ...]:
    """Return sums as told beside the first: in one step, fine enough for how they differ.

    One that is within a hundredth of the first is told as the first is: no sum over years is known
    that well.
    """
    unit, first = INDICATORS[indicator].unit, values[0]
    apart = [value - first for value in values]
    telling = [not (negligible(unit, each, first) or close(each, first)) for each in apart]
    level = [first + each * tells for each, tells in zip(apart, telling, strict=True)]
    step = _step(unit, first, [one for one, tells in zip(level, telling, strict=True) if tells])
    return tuple(Told(_rounded(value, step)) for value in level)


def close(effect: float, level: float) -> bool:
    """Whether an effect is less than a hundredth of a level."""
    return abs(effect) < SHARE * abs(level)


def alone(indicator: str, value: float) -> Told:
    """Return a value as it is told by itself."""
    return Told(_rounded(value, _level_step(INDICATORS[indicator].unit, abs(value))))


def end(indicator: str, value: float) -> Told:
    """Return an end of a range, which is rounded as the figure it is around."""
    return alone(indicator, value)


def told(outlook: Outlook, indicator: str, year: int, others: Sequence[Outlook] = ()) -> Figures:
    """Return today's value, the official line's, the path's and the difference between these.

    Args:
        outlook: the place along the path.
        indicator: what is told.
        year: of when.
        others: the same place along other paths that are told beside it, as finely.

    """
    path = outlook.consequences.at(indicator, year)
    official = outlook.official.consequences.at(indicator, year)
    now = outlook.official.consequences.at(indicator, outlook.base_year)
    more = [other.consequences.at(indicator, year) for other in others]
    whole = indicator in COUNTED
    coarsest = 1.0 if whole and to_come(now, official) != spoken(official) else float("inf")
    path, official, difference = beside(indicator, path, official, coarsest, more)
    return {
        "now": Told(nearest(now)) if whole else alone(indicator, now),
        "official": official,
        "path": path,
        "difference": difference,
    }


def adds_up(outlook: Outlook, year: int = HORIZON) -> AddsUp:
    """Return whether the sum adds up: hands and kroner enough, and how much of each is there."""
    at = outlook.consequences.at
    hands = at("hands_at_hand", year) / at("hands_needed", year)
    kroner = at("income", year) / at("spending", year)
    return AddsUp(
        year=year,
        hands=Covered(covered=round(hands, 4), enough=at("gap", year) <= 0),
        kroner=Covered(covered=round(kroner, 4), enough=at("balance", year) >= 0),
    )
