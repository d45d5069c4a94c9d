"""Everything a page needs to show a pathway of a place, in one answer."""

from typing import Literal

import numpy as np

from framtid.consequences import care
from framtid.consequences.model import INDICATORS
from framtid.consequences.setting import USES
from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.nearest import finely, nearest
from framtid.pathways import descriptions, rounding
from framtid.pathways.adding_up import every
from framtid.pathways.answers import Assumption, Choices, OutlookAnswer, Pyramid, Pyramids, Series
from framtid.pathways.codec import Decoded
from framtid.pathways.conflicts import warnings
from framtid.pathways.described import DescribedGoal
from framtid.pathways.goals import goals
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import say_own
from framtid.pathways.switches import Switches
from framtid.places.answers import NamedPlace
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.statistics.snapshot import snapshot

VERSION: Literal[1] = 1
DECIMALS = {"share": 5, "ratio": 4, "kroner": 0, "kroner_each": 0}
"""Decimals of a series by unit; people and man-years have one."""

IN_FILES = {
    **{"people": 2, "man_years": 2, "places": 2},
    **{"kroner": 0, "kroner_each": 1, "ratio": 3, "share": 5},
}
"""By unit: the decimals of files, one or two finer than anything is told in."""


TOLD_WITH = {"ratio": (1,), "share": (3,), "kroner": (0,), "kroner_each": (0, -1)}
"""By unit: the decimals that something is told with, those of others being none."""


def _listed(values: Floats, decimals: int = 1) -> list[float]:
    rounded: list[float] = np.round(values, decimals).tolist()
    return rounded


def _exactly(values: Floats, unit: str) -> list[float]:
    """Return a series with the decimals of its unit, or those it takes to round as it is told."""
    decimals, told = DECIMALS.get(unit, 1), TOLD_WITH.get(unit, (0,))
    return [finely(float(value), told, decimals) for value in values]


def _series(outlook: Outlook) -> dict[str, Series]:
    """Return each indicator along the path and the official line, between low and high."""
    line = outlook.official.consequences.series
    path = outlook.consequences.series
    runs = [outlook.under(alternative).consequences.series for alternative in ALTERNATIVES]
    found = {}
    for name, each in INDICATORS.items():
        spread = np.stack([run[name] for run in runs])
        found[name] = Series(
            path=_exactly(path[name], each.unit),
            official=_exactly(line[name], each.unit),
            low=_exactly(spread.min(0), each.unit),
            high=_exactly(spread.max(0), each.unit),
        )
    return found


def _assumptions(outlook: Outlook, language: Language) -> list[Assumption]:
    """Return man-years in care along the path if use by age develops otherwise."""
    future = outlook.population[outlook.base_year - outlook.first_year :]
    return [
        Assumption(
            id=name,
            title=language.say(f"pathways.assumptions.{name}"),
            care_man_years=_listed(
                care.man_years(future, outlook.local, outlook.practice, name).needed
            ),
        )
        for name in USES
    ]


def _pyramid(outlook: Outlook, year: int) -> Pyramid:
    men, women = outlook.at(year)
    return Pyramid(men=_listed(men), women=_listed(women))


def answer(code: str, switches: Switches, decoded: Decoded, spoken: str = "nb") -> OutlookAnswer:
    """Return a place along a pathway: series, pyramids, levers, warnings and told figures.

    Args:
        code: the place.
        switches: SSB's alternative, what the State pays for, how use of care develops.
        decoded: the pathway, and what was wrong with its code.
        spoken: language code.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    language, outlook = language_of(spoken), switches.outlook(code, decoded.pathway)
    place = outlook.place
    return OutlookAnswer(
        version=VERSION,
        edition=snapshot().edition,
        language=language.code,
        place=NamedPlace(
            code=place.code,
            level=place.level,
            name=place.name,
            short=place.short,
            inside=language.inside(place),
        ),
        alternative=switches.alternative,
        state=switches.setting.state,
        use=switches.setting.use,
        own=switches.setting.own.code,
        own_said=" ".join(say_own(switches.setting.own, language)),
        path=descriptions.path(outlook.pathway, code, language),
        link_note=language.say(f"pathways.link.{decoded.note}") if decoded.note else None,
        years=list(range(outlook.base_year, outlook.last_year + 1)),
        indicators=dict(descriptions.indicators(place, language)),
        series=_series(outlook),
        assumptions=_assumptions(outlook, language),
        pyramids={
            str(year): Pyramids(
                path=_pyramid(outlook, year), official=_pyramid(outlook.official, year)
            )
            for year in (outlook.base_year, HORIZON)
        },
        levers={name: outlook.pathway.level(name) for name in levers()},
        changes=descriptions.changes(outlook, language),
        warnings=[
            descriptions.warning(each, outlook.pathway, language) for each in warnings(outlook)
        ],
        told=every(outlook, language),
        adds_up=rounding.adds_up(outlook),
    )


def _written(unit: str, value: float) -> float:
    """Return a figure of a file, which rounds to what is told of it; kroner are whole."""
    decimals = IN_FILES[unit]
    told = TOLD_WITH.get(unit, (0,))
    return finely(float(value), told, decimals) if decimals else nearest(float(value))


def rows(outlook: Outlook) -> list[dict[str, object]]:
    """Return every indicator by year: along the path and the official line."""
    line, path = outlook.official.consequences.series, outlook.consequences.series
    return [
        {
            "year": outlook.base_year + step,
            "indicator": name,
            "unit": each.unit,
            "path": _written(each.unit, path[name][step]),
            "official": _written(each.unit, line[name][step]),
        }
        for name, each in INDICATORS.items()
        for step in range(len(path[name]))
    ]


def choices(code: str, spoken: str = "nb") -> Choices:
    """Return what one can choose: every lever with its sheet, named paths and goals."""
    language = language_of(spoken)
    return Choices(
        version=VERSION,
        levers=descriptions.all_levers(language),
        paths=descriptions.all_paths(code, language),
        goals=[
            DescribedGoal(
                id=goal.id,
                title=language.say(f"pathways.goals.{goal.id}.title"),
                text=language.say(f"pathways.goals.{goal.id}.text"),
            )
            for goal in goals().values()
        ],
    )
