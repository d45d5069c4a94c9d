"""Everything a page needs to show a pathway of a place, in one answer of plain data."""

from typing import Any

import numpy as np

from framtid.consequences import care
from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.language import Language, language
from framtid.pathways import descriptions as described
from framtid.pathways import rounding as told
from framtid.pathways.codec import Decoded, encode
from framtid.pathways.conflicts import warnings
from framtid.pathways.goals import Goal, goals
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook, outlook
from framtid.pathways.solve import solve
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.statistics.snapshot import snapshot

VERSION = 1
GOAL = 2040
"""The year whose pyramid stands beside today's."""
DECIMALS = {"share": 5, "ratio": 4, "kroner": 0, "kroner_each": 0}
"""Decimals of a series by unit; people and man-years have one."""


def _listed(values: Floats, decimals: int = 1) -> list[float]:
    rounded: list[float] = np.round(values, decimals).tolist()
    return rounded


def _series(seen: Outlook) -> dict[str, dict[str, list[float]]]:
    """Return each indicator along the path and the official line, between low and high."""
    line = seen.official.consequences.series
    path = seen.consequences.series
    runs = [seen.under(alternative).consequences.series for alternative in ALTERNATIVES]
    found = {}
    for name, each in INDICATORS.items():
        decimals = DECIMALS.get(each.unit, 1)
        spread = np.stack([run[name] for run in runs])
        found[name] = {
            "path": _listed(path[name], decimals),
            "official": _listed(line[name], decimals),
            "low": _listed(spread.min(0), decimals),
            "high": _listed(spread.max(0), decimals),
        }
    return found


def _assumptions(seen: Outlook, words: Language) -> list[dict[str, Any]]:
    """Return man-years in care along the path if use by age develops otherwise."""
    future = seen.population[seen.base_year - seen.first_year :]
    return [
        {
            "id": name,
            "title": words.say(f"pathways.assumptions.{name}"),
            "care_man_years": _listed(
                care.man_years(future, local(seen.place), seen.practice, name).needed
            ),
        }
        for name in care.ASSUMPTIONS
    ]


def _pyramid(seen: Outlook, year: int) -> dict[str, list[float]]:
    men, women = seen.at(year)
    return {"men": _listed(men), "women": _listed(women)}


def answer(code: str, alternative: str, read: Decoded, spoken: str = "nb") -> dict[str, Any]:
    """Return a place along a pathway: series, pyramids, levers, warnings and told figures.

    Args:
        code: the place.
        alternative: MMMM, LLML or HHMH.
        read: the pathway, and what was wrong with its code.
        spoken: language code.

    Raises:
        UnknownPlaceError: no place has that code.
        UnknownAlternativeError: the projection has no such alternative.

    """
    words, seen = language(spoken), outlook(code, alternative, read.pathway)
    place = seen.place
    return {
        "version": VERSION,
        "edition": snapshot().edition,
        "language": words.code,
        "place": {
            "code": place.code,
            "level": place.level,
            "name": place.name,
            "short": place.short,
            "inside": words.inside(place),
        },
        "alternative": alternative,
        "path": described.path(seen.pathway, code, words),
        "link_note": words.say(f"pathways.link.{read.note}") if read.note else None,
        "years": list(range(seen.base_year, seen.last_year + 1)),
        "indicators": described.indicators(place, words),
        "series": _series(seen),
        "assumptions": _assumptions(seen, words),
        "pyramids": {
            str(year): {"path": _pyramid(seen, year), "official": _pyramid(seen.official, year)}
            for year in (seen.base_year, GOAL)
        },
        "levers": {name: seen.pathway.level(name) for name in levers()},
        "changes": described.changes(seen, words),
        "warnings": [described.warning(each, seen.pathway, words) for each in warnings(seen)],
        "told": told.every(seen, words),
        "adds_up": told.adds_up(seen),
    }


def rows(seen: Outlook) -> list[dict[str, object]]:
    """Return every indicator by year: along the path and the official line."""
    line, path = seen.official.consequences.series, seen.consequences.series
    return [
        {
            "year": seen.base_year + step,
            "indicator": name,
            "unit": each.unit,
            "path": round(float(path[name][step]), 6),
            "official": round(float(line[name][step]), 6),
        }
        for name, each in INDICATORS.items()
        for step in range(len(path[name]))
    ]


def choices(code: str, spoken: str = "nb") -> dict[str, Any]:
    """Return what one can choose: every lever with its sheet, named paths and goals."""
    words = language(spoken)
    return {
        "version": VERSION,
        "levers": described.all_levers(words),
        "paths": described.all_paths(code, words),
        "goals": [
            {
                "id": goal.id,
                "title": words.say(f"pathways.goals.{goal.id}.title"),
                "text": words.say(f"pathways.goals.{goal.id}.text"),
            }
            for goal in goals().values()
        ],
    }


def ways(seen: Outlook, goal: Goal, spoken: str = "nb") -> dict[str, Any]:
    """Return what it would take to reach a goal from where an outlook is."""
    words = language(spoken)
    found = solve(seen, goal)
    already = found[0].pathway == seen.pathway and found[0].reached
    outcome = "already" if already else "reached" if found[0].reached else "far"
    return {
        "version": VERSION,
        "goal": goal.id,
        "title": words.say(f"pathways.goals.{goal.id}.title"),
        "indicator": goal.indicator,
        "year": goal.year,
        "direction": goal.direction,
        "target": goal.target(seen),
        "today": goal.now(seen),
        "value": goal.value(seen),
        "outcome": outcome,
        "text": words.say(f"pathways.answers.{outcome}", count=len(found)),
        "answers": [
            {
                "code": encode(each.pathway),
                "reached": each.reached,
                "value": each.value,
                "text": described.reach(each, words),
                "moves": [
                    described.change(each.seen, name, words)
                    for name in seen.pathway.changes(each.pathway)
                ],
            }
            for each in found
        ],
    }
