"""What a pathway changes, in figures that add up as they are told and in a sentence each."""

from collections.abc import Sequence
from math import floor, log10
from typing import TypedDict

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON, MIDWAY
from framtid.language import Language
from framtid.language.numbers import Told, spoken, to_come
from framtid.pathways.answers import AddsUp, Covered, ToldFigure
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
SHARE = 0.01
"""Of shares, what part of the level an effect must be to be told."""
FINEST = {"share": 0.00001, "kroner_each": 1.0, "kroner": 1.0, "people": 1.0, "places": 1.0}
"""By unit, the finest step anything is told in; a tenth of the others. People come whole."""
WHOLE = 5
"""From this size on counts are whole: the error is a tenth at most."""
DECIMALS = {"ratio": 1, "share": 3}
"""Decimals of the units whose levels are not told in whole numbers."""


class Figures(TypedDict):
    """An indicator of one year as it is told: rounded so that the figures add up."""

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
    return 1.0 if size < 1000 else _digits(size, 3 if size >= 10_000 else 2)


def _effect_step(unit: str, effect: float) -> float:
    """Return the step that an effect is told in, by its own size: a tenth of it off at most."""
    size = abs(effect)
    if unit == "ratio":
        # People read few decimals easily: no more of them than that takes.
        return float(10 ** floor(log10(size / WHOLE)))
    if unit not in DECIMALS and not unit.startswith("kroner") and size >= WHOLE:
        return max(_digits(size, 2), 1.0)
    return max(_digits(size, 2), FINEST.get(unit, 0.1))


def negligible(unit: str, effect: float, level: float) -> bool:
    """Whether an effect is told as about none."""
    return abs(effect) < LEAST.get(unit, SHARE * abs(level))


def _rounded(value: float, step: float) -> float:
    return round(round(value / step) * step, 5)


def beside(
    indicator: str, first: float, second: float, coarsest: float = float("inf")
) -> tuple[Told, Told, Told]:
    """Return two values and how much more the first is, as they are told beside each other.

    The difference is rounded by its own size, and the values as finely as that needs, so that the
    told figures add up; they are told in no larger steps than ``coarsest``.
    """
    unit, effect = INDICATORS[indicator].unit, first - second
    step = min(_level_step(unit, max(abs(first), abs(second))), coarsest)
    if negligible(unit, effect, second):
        level = Told(_rounded(second, step))
        return level, level, Told(0)
    finer = _effect_step(unit, effect)
    difference = _rounded(effect, finer)
    base = _rounded(second, min(step, finer))
    return Told(round(base + difference, 5)), Told(base), Told(difference)


def as_finely(indicator: str, values: Sequence[float]) -> tuple[Told, ...]:
    """Return sums as told beside the first: in one step, fine enough for how they differ.

    One that is within a hundredth of the first is told as the first is: no sum over years is known
    that well.
    """
    unit, first = INDICATORS[indicator].unit, values[0]
    apart = [value - first for value in values]
    telling = [not (negligible(unit, each, first) or close(each, first)) for each in apart]
    step = min(
        _level_step(unit, max(map(abs, values))),
        *(_effect_step(unit, each) for each, tells in zip(apart, telling, strict=True) if tells),
        float("inf"),
    )
    level = (first + each * tells for each, tells in zip(apart, telling, strict=True))
    return tuple(Told(_rounded(value, step)) for value in level)


def close(effect: float, level: float) -> bool:
    """Whether an effect is less than a hundredth of a level."""
    return abs(effect) < SHARE * abs(level)


def alone(indicator: str, value: float) -> Told:
    """Return a value as it is told by itself."""
    return Told(_rounded(value, _level_step(INDICATORS[indicator].unit, abs(value))))


def told(outlook: Outlook, indicator: str, year: int) -> Figures:
    """Return today's value, the official line's, the path's and the difference between these."""
    path = outlook.consequences.at(indicator, year)
    official = outlook.official.consequences.at(indicator, year)
    now = outlook.official.consequences.at(indicator, outlook.base_year)
    if indicator in COUNTED:
        coarsest = float("inf") if to_come(now, official) == spoken(official) else 1.0
        path, official, difference = beside(indicator, path, official, coarsest)
        today = Told(round(now))
        return {"now": today, "official": official, "path": path, "difference": difference}
    path, official, difference = beside(indicator, path, official)
    step = _level_step(INDICATORS[indicator].unit, max(abs(path), abs(official)))
    if difference:
        step = min(step, _effect_step(INDICATORS[indicator].unit, difference))
    today = Told(_rounded(now, step))
    return {"now": today, "official": official, "path": path, "difference": difference}


def every(outlook: Outlook, language: Language) -> dict[str, dict[str, ToldFigure]]:
    """Return what is told of each indicator, by year, with a sentence where there is one."""
    return {
        indicator: {str(year): _figure(outlook, indicator, year, language) for year in YEARS}
        for indicator in TOLD
    }


def _figure(outlook: Outlook, indicator: str, year: int, language: Language) -> ToldFigure:
    figures, key = told(outlook, indicator, year), f"pathways.told.{indicator}"
    if not language.has(key):
        return ToldFigure(**figures)
    return ToldFigure(**figures, sentence=language.say(key, year=year, **figures).strip())


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
