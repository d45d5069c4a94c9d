"""Everything a page needs to show a pathway of a place, in one answer."""

from typing import Literal

import numpy as np

from framtid.consequences import care
from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.pathways import descriptions, rounding
from framtid.pathways.answers import (
    Assumption,
    Choices,
    DescribedGoal,
    Outcome,
    OutlookAnswer,
    Pyramid,
    Pyramids,
    Series,
    Way,
    Ways,
)
from framtid.pathways.codec import Decoded, encode
from framtid.pathways.conflicts import warnings
from framtid.pathways.goals import Goal, goals
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.solve import Answer, solve
from framtid.places.answers import NamedPlace
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.statistics.snapshot import snapshot

VERSION: Literal[1] = 1
DECIMALS = {"share": 5, "ratio": 4, "kroner": 0, "kroner_each": 0}
"""Decimals of a series by unit; people and man-years have one."""


def _listed(values: Floats, decimals: int = 1) -> list[float]:
    rounded: list[float] = np.round(values, decimals).tolist()
    return rounded


def _series(outlook: Outlook) -> dict[str, Series]:
    """Return each indicator along the path and the official line, between low and high."""
    line = outlook.official.consequences.series
    path = outlook.consequences.series
    runs = [outlook.under(alternative).consequences.series for alternative in ALTERNATIVES]
    found = {}
    for name, each in INDICATORS.items():
        decimals = DECIMALS.get(each.unit, 1)
        spread = np.stack([run[name] for run in runs])
        found[name] = Series(
            path=_listed(path[name], decimals),
            official=_listed(line[name], decimals),
            low=_listed(spread.min(0), decimals),
            high=_listed(spread.max(0), decimals),
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
                care.man_years(future, local(outlook.place), outlook.practice, name).needed
            ),
        )
        for name in care.ASSUMPTIONS
    ]


def _pyramid(outlook: Outlook, year: int) -> Pyramid:
    men, women = outlook.at(year)
    return Pyramid(men=_listed(men), women=_listed(women))


def answer(code: str, alternative: str, decoded: Decoded, spoken: str = "nb") -> OutlookAnswer:
    """Return a place along a pathway: series, pyramids, levers, warnings and told figures.

    Args:
        code: the place.
        alternative: MMMM, LLML or HHMH.
        decoded: the pathway, and what was wrong with its code.
        spoken: language code.

    Raises:
        UnknownPlaceError: no place has that code.
        UnknownAlternativeError: the projection has no such alternative.

    """
    language, outlook = language_of(spoken), outlook_of(code, alternative, decoded.pathway)
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
        alternative=alternative,
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
        told=rounding.every(outlook, language),
        adds_up=rounding.adds_up(outlook),
    )


def rows(outlook: Outlook) -> list[dict[str, object]]:
    """Return every indicator by year: along the path and the official line."""
    line, path = outlook.official.consequences.series, outlook.consequences.series
    return [
        {
            "year": outlook.base_year + step,
            "indicator": name,
            "unit": each.unit,
            "path": round(float(path[name][step]), 6),
            "official": round(float(line[name][step]), 6),
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


def ways(outlook: Outlook, goal: Goal, spoken: str = "nb") -> Ways:
    """Return what it would take to reach a goal from where an outlook is."""
    language = language_of(spoken)
    found = solve(outlook, goal)
    already = found[0].pathway == outlook.pathway and found[0].reached
    outcome: Outcome = "already" if already else "reached" if found[0].reached else "far"
    return Ways(
        version=VERSION,
        goal=goal.id,
        title=language.say(f"pathways.goals.{goal.id}.title"),
        indicator=goal.indicator,
        year=goal.year,
        direction=goal.direction,
        target=goal.target(outlook),
        today=goal.now(outlook),
        value=goal.value(outlook),
        outcome=outcome,
        text=language.say(f"pathways.answers.{outcome}", count=len(found)),
        answers=[_way(outlook, each, language) for each in found],
    )


def _way(outlook: Outlook, found: Answer, language: Language) -> Way:
    return Way(
        code=encode(found.pathway),
        reached=found.reached,
        value=found.value,
        text=descriptions.reach(found, language),
        moves=[
            descriptions.change(found.outlook, name, language)
            for name in outlook.pathway.changes(found.pathway)
        ],
    )
