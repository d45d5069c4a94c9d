"""Who lives where along a path, written from docs/method.md, the levers and the parameters alone.

It shares no line with ``framtid``. Municipalities are in the order of their codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import yaml

from tests.independent import consequences as usual
from tests.independent import projection as cohorts
from tests.independent.consequences import PLACES, Array

LEVERS: dict[str, Any] = yaml.safe_load((usual.DATA / "levers.yml").read_text(encoding="utf-8"))
PATHS: dict[str, dict[str, int]] = yaml.safe_load(
    (usual.DATA / "paths.yml").read_text(encoding="utf-8")
)
SETTLING = usual._given("settling")
BASE = 2026
Path = Mapping[str, int]


@dataclass(frozen=True)
class Run:
    """The controlled run taken apart; steps come first, (step, municipality, sex, age)."""

    people: Array
    alive: Array
    """Chance of living a year on, (step, sex, age)."""
    leave: Array
    arrive: Array
    domestic: Array
    """Share of those who settle that comes from within the country, (step, sex, age)."""
    foreign: Array
    pattern: Array
    births: Array
    boys: float

    def aged(self, people: Array, step: int) -> Array:
        """Return who lives a year on, a year older."""
        after = np.zeros_like(people)
        after[..., 1:] = people[..., :-1] * self.alive[step][:, 1:]
        after[..., -1] += people[..., -1] * self.alive[step][:, -1]
        return after


@lru_cache(maxsize=1)
def run() -> Run:
    """Return the main alternative taken apart."""
    _, by_year = cohorts.project("MMMM")
    raw, seen = cohorts._raw(), cohorts._observed()
    dying, out = cohorts._dying(raw), cohorts._leaving(raw)
    people = np.stack(list(by_year.values()))
    ones = np.zeros_like(dying[BASE])
    alive, leave, arrive, births, domestic = [], [], [], [], []
    for year, (before, after) in enumerate(pairwise(people), BASE):
        chance = np.ones_like(ones)
        chance[:, 1:] = 1 - (dying[year][:, :-1] + dying[year][:, 1:]) / 2
        older = cohorts._survivors(before.sum(0), ones)
        chance[:, 67:] = np.minimum(after.sum(0)[:, 67:] / np.maximum(older[:, 67:], 1e-9), 1)
        left = np.zeros_like(before)
        left[..., 1:] = before[..., :-1] * chance[:, 1:]
        left[..., -1] += before[..., -1] * chance[:, -1]
        came = after - (1 - out) * left
        emptied = came < 0
        gone = np.where(emptied, 1 - after / np.where(left > 0, left, 1), out)
        came[emptied] = 0
        came[..., 0] = gone[..., 0] = 0
        women = (before[:, 1] + after[:, 1]) / 2 @ seen.pattern[year + 1]
        alive.append(chance)
        leave.append(gone)
        arrive.append(came)
        births.append(after[..., 0].sum(1) / women)
        domestic.append(np.minimum((gone * left).sum(0) / np.maximum(came.sum(0), 1e-9), 1))
    foreign = np.maximum(cohorts._lately_moved(seen, dying, raw), 0)
    return Run(
        people,
        alive=np.array(alive),
        leave=np.array(leave),
        arrive=np.array(arrive),
        domestic=np.array(domestic),
        foreign=foreign / foreign.sum(),
        pattern=np.array([seen.pattern[BASE + step + 1] for step in range(len(alive))]),
        births=np.array(births),
        boys=raw["fertility"]["boys"],
    )


def _phase(lever: str, years: int) -> Array:
    start, takes = LEVERS[lever]["phase_in"]["start"], LEVERS[lever]["phase_in"]["years"]
    phase: Array = np.clip((BASE + np.arange(years) - start + 1) / takes, 0, 1)
    return phase


def effect(path: Path, what: str, years: int, age: int | None = None) -> Array:
    """Return how much of something a path does, (year,); levels are -1 to 3."""
    total = np.zeros(years)
    for lever, level in path.items():
        for each in LEVERS[lever]["effects"]:
            first, last = each.get("ages", (0, 105))
            if each["what"] == what and (age is None or first <= age <= last):
                total += each["values"][level + 1] * _phase(lever, years)
    return total


def cost(path: Path, kind: str, years: int) -> Array:
    """Return kroner per inhabitant: ``starting`` until all is in place, ``running`` as it comes.

    The running cost of what is let go of is spared in full from the first year.
    """
    total = np.zeros(years)
    for lever, level in path.items():
        each = LEVERS[lever]["costs"].get(kind, [0] * 5)[level + 1]
        phase = _phase(lever, years)
        ready = LEVERS[lever]["phase_in"]["start"] + LEVERS[lever]["phase_in"]["years"]
        begun = phase > 0
        running = phase if level >= 0 else begun
        paid = begun & (BASE + np.arange(years) < ready) if kind == "starting" else running
        total += each * paid
    return total


def chance_to_stay() -> Array:
    """Return it by years since settling, (municipality, 7)."""
    first = SETTLING["after_five_years"]
    five = np.array([first.get(code[:2], first["elsewhere"]) for code in PLACES.index])
    later = SETTLING["after_seven_years"] / first["elsewhere"]
    late = np.full((len(five), 2), later**0.5)
    return np.hstack([np.repeat(five[:, None] ** 0.2, 5, axis=1), late])


def settling(path: Path, here: list[int]) -> Array:
    """Return who settles in some municipalities beyond the course, (step, municipality)."""
    course = run()
    each = effect(path, "settlers", len(course.people))[1:] / 1000
    coming: Array = each[:, None] * course.people[0, here].sum((1, 2))
    return coming


def _stayers(path: Path, here: list[int]) -> Array:
    """Return those who settled and stay though as many of their age move on."""
    course, stay = run(), chance_to_stay()[here]
    coming, kept = settling(path, here), np.zeros_like(course.arrive[:, here])
    groups: list[Array] = []
    for step in range(len(kept)):
        left = []
        for gone_by, group in enumerate(groups[:7]):
            grown = course.aged(group, step)
            usually = course.leave[step, here] * grown
            would = usually.sum((1, 2))
            known = (1 - stay[:, gone_by]) * grown.sum((1, 2))
            moved = (
                usually
                * np.where(would == 0, 0, known / np.where(would == 0, 1, would))[:, None, None]
            )
            kept[step] += usually - moved
            left.append(grown - moved)
        groups = [coming[step][:, None, None] * course.foreign, *left]
    return kept


def people_along(path: Path, here: list[int]) -> Array:
    """Return who lives in municipalities that choose a path together, (m, year, sex, age)."""
    course = run()
    years, ages = len(course.people), range(106)
    more = {
        what: np.array([effect(path, what, years, age)[1:] for age in ages]).T
        for what in ("arrivals", "departures")
    }
    settle, stay = settling(path, here), _stayers(path, here)
    beyond = np.zeros_like(course.people[:, here])
    for step in range(years - 1):
        leave, arrive = course.leave[step, here], course.arrive[step, here]
        otherwise = np.clip(leave * (1 + more["departures"][step]), 0, 1)
        before = course.aged(course.people[step, here], step)
        grown = course.aged(beyond[step], step)
        gone = otherwise * grown + (otherwise - leave) * before - stay[step]
        moved_in = arrive * course.domestic[step] * more["arrivals"][step]
        share = arrive / np.maximum(course.arrive[step].sum(0), 1e-9)
        after = grown - gone + moved_in + settle[step][:, None, None] * course.foreign
        after += share * (gone - moved_in).sum(0)
        beyond[step + 1] = np.maximum(after, -course.people[step + 1, here])
        women = (beyond[step, :, 1] + beyond[step + 1, :, 1]) / 2 @ course.pattern[step]
        children = course.births[step, here] * women
        beyond[step + 1, ..., 0] = children[:, None] * [course.boys, 1 - course.boys]
    return (course.people[:, here] + beyond).swapaxes(0, 1)
