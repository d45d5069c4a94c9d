"""Backtest: project from a year long gone, knowing only what was known, and compare with today."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from framtid.projection.cohort import project
from framtid.projection.control import Control, control
from framtid.projection.evaluation.baselines import (
    NATIONAL_RULES,
    RULES,
    TOTALS_ONLY,
    hamilton_perry,
    ssb_totals,
)
from framtid.projection.history import Floats, History, history
from framtid.projection.parameters import AGES, Parameters
from framtid.projection.rates import fit
from framtid.statistics.keeping import kept

BASES = (2011, 2014, 2016, 2018, 2020, 2022, 2024)
CHOSEN_UNTIL = 2018
"""Weights are chosen on what was known by 1 January this year; bases from it on are held out."""
HORIZONS = (2, 5, 10, 15)
GROUPS = {
    "all": (0, 105),
    "0-5": (0, 5),
    "6-15": (6, 15),
    "16-19": (16, 19),
    "20-44": (20, 44),
    "45-66": (45, 66),
    "67-79": (67, 79),
    "80-89": (80, 89),
    "90+": (90, 105),
}
"""Age groups that are scored, first and last age."""
SIZES = {"<2k": 0, "2-5k": 2_000, "5-10k": 5_000, "10-30k": 10_000, ">30k": 30_000}
"""Classes of municipalities by inhabitants at the base, each with its smallest."""
OURS, HINDSIGHT = "ours", "ours, true nation"


@dataclass(frozen=True)
class Case:
    """One method's figures for one base, horizon and age group, beside what came true."""

    method: str
    base: int
    horizon: int
    group: str
    predicted: Floats
    """Persons, (scored municipality,)."""
    actual: Floats
    scored: NDArray[np.int64]
    """Positions of the scored municipalities: those whose borders stood still."""

    @property
    def held_out(self) -> bool:
        """Whether nothing that came after the base was in sight when weights were chosen."""
        return self.base >= CHOSEN_UNTIL


def span(population: Floats, group: str) -> Floats:
    """Return persons of an age group of populations over (..., sex, age)."""
    first, last = GROUPS[group]
    people: Floats = population[..., first : last + 1].sum((-2, -1))
    return people


def inhabitants(base: int) -> Floats:
    """Return everybody on 1 January of ``base``, (municipality,)."""
    return span(history().until(base).population[-1], "all")


def centrality(case: Case) -> NDArray[np.int64]:
    """Return the class of each scored municipality, 1 the most central to 6 the least."""
    return history().centrality[case.scored]


def scorable(known: History, base: int, year: int) -> NDArray[np.int64]:
    """Return the municipalities with neither estimates nor moved borders from ``base`` on."""
    start = base - known.years[0]
    return np.flatnonzero(known.usable[start : start + year - base].all(0))


@kept(maxsize=2)
def projected(base: int, p: Parameters | None = None) -> Floats:
    """Return what we would have projected at ``base``, (year, municipality, sex, age)."""
    known = history()
    then = known.until(base)
    target = control("MMMM", base).until(int(known.years[-1]))
    return project(then.population[-1], base, fit(then, p), target, p)


def in_hindsight(base: int, last: int, p: Parameters | None = None) -> Floats:
    """Return what we would have projected at ``base`` up to ``last`` with the nation's true path.

    What is left of our error is the spread over places. (year, municipality, sex, age)
    """
    known, starts = history(), control().starts
    then = known.until(base)
    since = (known.years >= base) & (known.years <= last)
    true = np.add.reduceat(known.population[since].sum((1, 2)), starts, axis=-1)
    target = Control(base, starts, known.years[since], true)
    return project(then.population[-1], base, fit(then, p), target, p)


@kept(maxsize=2)
def projected_in_hindsight(base: int) -> Floats:
    """Return :func:`in_hindsight` up to today with the committed parameters."""
    return in_hindsight(base, int(history().years[-1]))


def foreseen(base: int, year: int, group: str) -> tuple[slice, float]:
    """Return how many SSB's edition of ``base`` expected in the nation, and of which ages.

    They are the group's own ages, or more of them where that edition does not tell them apart:
    the one of 2011 has nobody between 20 and 66 by themselves.
    """
    target = control("MMMM", base)
    first, last = GROUPS[group]
    edges = [*target.starts.tolist(), AGES]
    there = [low <= last and high > first for low, high in pairwise(edges)]
    low = min(edge for edge, inside in zip(edges, there, strict=False) if inside)
    high = max(edge for edge, inside in zip(edges[1:], there, strict=True) if inside)
    return slice(low, high), float(target.people[target.years == year][0, there].sum())


def _methods(base: int, horizon: int, group: str) -> Iterator[tuple[str, Floats | None]]:
    """Yield every method's persons by municipality, None where it has no answer."""
    seen = history().until(base).population
    yield OURS, span(projected(base)[horizon], group)
    yield HINDSIGHT, span(projected_in_hindsight(base)[horizon], group)
    for name, rule in RULES.items():
        yield name, rule(span(seen, group), horizon)
    ages, nation = foreseen(base, base + horizon, group)
    whole = seen[..., ages].sum((-2, -1))
    for name, national_rule in NATIONAL_RULES.items():
        if group == "all" or name not in TOTALS_ONLY:
            yield name, national_rule(span(seen, group), whole, horizon, nation)
    cohorts = hamilton_perry(seen, horizon)
    yield "hamilton-perry", None if cohorts is None else span(cohorts, group)
    yield "ssb", ssb_totals(base, base + horizon) if group == "all" else None


def scored_ages(base: int) -> Iterator[tuple[int, str, Floats, NDArray[np.int64]]]:
    """Yield what came true after ``base``, by every horizon and age group known by now.

    Yields:
        The horizon, the age group, its persons and the positions of the scored municipalities,
        both (scored municipality,).

    """
    known = history()
    for horizon in HORIZONS:
        year = base + horizon
        if year > known.years[-1]:
            continue
        scored = scorable(known, base, year)
        truth = known.population[year - known.years[0]][scored]
        for group in GROUPS:
            yield horizon, group, span(truth, group), scored


def cases() -> Iterator[Case]:
    """Yield every method for every base, horizon and age group that can be scored by now."""
    for base in BASES:
        for horizon, group, actual, scored in scored_ages(base):
            for method, predicted in _methods(base, horizon, group):
                if predicted is not None:
                    yield Case(method, base, horizon, group, predicted[scored], actual, scored)
