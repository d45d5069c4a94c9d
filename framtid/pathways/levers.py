"""The levers: what people can choose, how much of it, how sure we are and what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from framtid.consequences.parameters import Certainty, Reference, references
from framtid.errors import UnknownLeverError
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.projection import base_year
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept

LOWEST, HIGHEST = -1, 3
LEVELS = tuple(range(LOWEST, HIGHEST + 1))
"""One below today, as today, and three above."""
Direction = Literal["up", "down"]


@dataclass(frozen=True)
class Effect:
    """What a lever changes in the model."""

    what: str
    """A field of ``Practice``, or ``arrivals``, ``departures`` or ``settlers``."""
    values: tuple[float, ...]
    """By level, the lowest first."""
    ages: tuple[int, int] | None = None
    """First and last age of those who move, where only some do."""

    def at(self, level: int) -> float:
        """Return the value of a level."""
        return self.values[level - LOWEST]


@dataclass(frozen=True)
class Lever:
    """One lever; its words stand at ``levers.<id>``.

    Attributes:
        id: its name in addresses and files.
        code: two letters that stand for it in a pathway's code, never changed.
        group: hands, care or people.
        decides: who decides it: council, state, employers, inhabitants.
        start: first year anything happens, where nobody chooses another.
        years: how many years until all of it has happened.
        unit: key of the unit of its value.
        range: least and most that is known from elsewhere, in that unit.
        certainty: how sure the effect is.
        source: where it is known from.
        effects: what it changes.
        starting: kroner per inhabitant and year while it is phased in, by level.
        running: kroner per inhabitant and year once it is in place, by level.
        aims: which way more of it moves which indicators in 2040.
        words_tell: whether the words of its levels say how much each is.
        also: what else its sheet tells from.

    """

    id: str
    code: str
    group: str
    decides: tuple[str, ...]
    start: int
    years: int
    unit: str
    range: tuple[float, float]
    certainty: Certainty
    source: Reference
    effects: tuple[Effect, ...]
    starting: tuple[float, ...]
    running: tuple[float, ...]
    aims: Mapping[str, Direction]
    words_tell: bool = False
    also: tuple[Reference, ...] = ()

    @property
    def told_from(self) -> tuple[Reference, ...]:
        """Return every publication that its sheet tells from, the one of its effect first."""
        return (self.source, *self.also)

    def value(self, level: int) -> float:
        """Return the value of a level in the lever's unit, when all of it has happened."""
        return self.effects[0].at(level)

    def begins(self, start: int | None = None) -> int:
        """Return the first year anything happens: the one that was chosen, or the usual one."""
        return self.start if start is None else start

    def phase(self, steps: int, start: int | None = None) -> Floats:
        """Return how much of it has happened each year from the base year on, 0 to 1, (year,)."""
        return _phased(base_year(), steps, self.begins(start), self.years)

    def set_up(self, level: int, steps: int, start: int | None = None) -> Floats:
        """Return kroner per inhabitant each year while it is phased in, (year,)."""
        ready = self.begins(start) + self.years
        under_way = (base_year() + np.arange(steps + 1) < ready) & (self.phase(steps, start) > 0)
        paid: Floats = self.starting[level - LOWEST] * under_way.astype(float)
        return paid

    def run(self, level: int, steps: int, start: int | None = None) -> Floats:
        """Return kroner per inhabitant each year for as much of it as is paid, (year,)."""
        return self.running[level - LOWEST] * self.paid(level, steps, start)

    def paid(self, level: int, steps: int, start: int | None = None) -> Floats:
        """Return how much of what it costs is paid each year, 0 to 1, (year,).

        What is begun is paid as it is built. What is let go of is spared from the first year, while
        what it gave wears off year by year: a post that is cut is off the next budget.
        """
        phased = self.phase(steps, start)
        return phased if level >= 0 else (phased > 0).astype(float)


@kept(maxsize=512)
def _phased(base: int, steps: int, begins: int, years: int) -> Floats:
    """Return how much of a lever has happened each year from ``base`` on, read by all, (year,)."""
    phased: Floats = np.clip((base + np.arange(steps + 1) - begins + 1) / years, 0, 1)
    phased.flags.writeable = False
    return phased


NO_COST = (0.0,) * len(LEVELS)


def _effect(raw: dict[str, Any]) -> Effect:
    ages = raw.get("ages")
    return Effect(raw["what"], tuple(raw["values"]), (ages[0], ages[1]) if ages else None)


def _lever(name: str, raw: dict[str, Any]) -> Lever:
    costs = raw["costs"]
    low, high = raw["range"]
    return Lever(
        id=name,
        code=raw["code"],
        group=raw["group"],
        decides=tuple(raw["decides"]),
        start=raw["phase_in"]["start"],
        years=raw["phase_in"]["years"],
        unit=raw["unit"],
        range=(low, high),
        certainty=Certainty(raw["certainty"]),
        source=references()[raw["source"]],
        effects=tuple(_effect(effect) for effect in raw["effects"]),
        starting=tuple(costs.get("starting", NO_COST)),
        running=tuple(costs.get("running", NO_COST)),
        aims=raw["aims"],
        words_tell=raw.get("words_tell", False),
        also=tuple(references()[each] for each in raw.get("also", ())),
    )


@lru_cache(maxsize=1)
def levers() -> Mapping[str, Lever]:
    """Return every lever by id, in the order they are shown."""
    raw = read_yaml(PARAMETERS / "levers.yml")
    return {name: _lever(name, entry) for name, entry in raw.items()}


def lever(name: str) -> Lever:
    """Return one lever; raise UnknownLeverError where there is none."""
    try:
        return levers()[name]
    except KeyError as error:
        raise UnknownLeverError(name) from error
