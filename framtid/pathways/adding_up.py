"""What a pathway changes in sentences, and where told figures do not add up, that they do not."""

from collections.abc import Iterable

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.answers import ToldFigure
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import TOLD, YEARS, Figures, told

FINE = 5
"""Decimals that figures are held together with."""
Apart = tuple[float, float, float]
"""Two levels as they are told, and how far apart they are told to be."""


def add_up(one: float, other: float, difference: float) -> bool:
    """Return whether told levels are as far apart as is told; «about the same» claims nothing."""
    return not difference or not round(abs(one - other) - abs(difference), FINE)


def rounded_apart(told: Iterable[Apart], language: Language) -> str:
    """Return that each figure is rounded by itself; empty where all add up."""
    whole = all(add_up(*each) for each in told)
    return "" if whole else language.say("pathways.rounded_apart")


def _levels(figures: Figures) -> Apart:
    return figures["path"], figures["official"], figures["difference"]


def apart(
    outlook: Outlook, language: Language, indicators: Iterable[str], year: int = HORIZON
) -> str:
    """Return the same of a path that is told beside today's course."""
    return rounded_apart((_levels(told(outlook, name, year)) for name in indicators), language)


def sentence(outlook: Outlook, indicator: str, language: Language, year: int = HORIZON) -> str:
    """Return what an indicator is along the path, beside today's course."""
    figures = told(outlook, indicator, year)
    return language.say(f"pathways.told.{indicator}", year=year, **figures).strip()


def every(outlook: Outlook, language: Language) -> dict[str, dict[str, ToldFigure]]:
    """Return what is told of each indicator, by year, with a sentence where there is one."""
    return {
        indicator: {str(year): _figure(outlook, indicator, year, language) for year in YEARS}
        for indicator in TOLD
    }


def _figure(outlook: Outlook, indicator: str, year: int, language: Language) -> ToldFigure:
    figures = told(outlook, indicator, year)
    if not language.has(f"pathways.told.{indicator}"):
        return ToldFigure(**figures)
    said = sentence(outlook, indicator, language, year)
    return ToldFigure(
        **figures, sentence=f"{said} {rounded_apart([_levels(figures)], language)}".strip()
    )
