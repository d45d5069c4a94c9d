"""What a pathway changes, in figures that add up as they are told and in a sentence each."""

from math import floor, log10
from typing import TypedDict

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON, MIDWAY
from framtid.language import Language
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
DECIMALS = {"ratio": 1, "share": 3}
"""Decimals of the units that are not told in whole numbers."""


class Told(TypedDict):
    """An indicator of one year as it is told: rounded so that the figures add up."""

    now: float
    """The base year's value."""
    official: float
    """The official line's."""
    path: float
    """The path's."""
    difference: float
    """How much more the path's is than the official line's."""


def _step(indicator: str, size: float) -> float:
    """Return the step that values of about a size are told in, so that told values add up."""
    unit = INDICATORS[indicator].unit
    if unit in DECIMALS:
        return float(10 ** -DECIMALS[unit])
    if size < 1000:
        return 1.0
    digits = 3 if size >= 10_000 else 2
    return float(10 ** (floor(log10(size)) - digits + 1))


def alike(indicator: str, *values: float) -> tuple[float, ...]:
    """Round values in the step that the first two are told in, so that differences add up."""
    step = _step(indicator, max(map(abs, values[:2])))
    return tuple(round(round(value / step) * step, 3) for value in values)


def told(outlook: Outlook, indicator: str, year: int) -> Told:
    """Return today's value, the official line's, the path's and the difference between these."""
    path = outlook.consequences.at(indicator, year)
    official = outlook.official.consequences.at(indicator, year)
    now = outlook.official.consequences.at(indicator, outlook.base_year)
    path, official, now = alike(indicator, path, official, now)
    difference = round(path - official, 3)
    return {"now": now, "official": official, "path": path, "difference": difference}


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
