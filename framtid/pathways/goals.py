"""Goals one can ask the levers to reach, and how far a pathway is from them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from framtid.consequences.model import INDICATORS
from framtid.errors import UnknownGoalError, UnknownOptionError
from framtid.folders import PARAMETERS
from framtid.horizon import HORIZON
from framtid.parameter_files import read_yaml
from framtid.pathways.outlook import Outlook

NEAR = 1e-9
"""Part of the target that rounding may take."""
OWN = "eget"
"""The goal whose target the reader sets; any indicator will do."""
WHOLE = {"gap": "hands_needed", "balance": "income"}
"""Differences, and what they are a part of."""
Direction = Literal["at_least", "at_most"]
DIRECTIONS: tuple[Direction, ...] = ("at_least", "at_most")

MEASURES: Mapping[str, Direction] = {
    "gap": "at_most",
    "care_man_years": "at_most",
    "care_share": "at_most",
    "services_share": "at_most",
    "hands_at_hand": "at_least",
    "balance_per_inhabitant": "at_least",
    "people": "at_least",
    "working": "at_least",
    "carers": "at_least",
    "pupils_per_grade": "at_least",
    "outside": "at_most",
}
"""What a page offers a goal of the reader's own for, and the way that is better."""


@dataclass(frozen=True)
class Condition:
    """What one indicator is to be in 2040."""

    indicator: str
    direction: Direction
    fixed: float | None = None
    """The target, where it is the same everywhere."""
    today: float | None = None
    """The target as a share of the place's own value today."""
    official: float | None = None
    """The target as a share of what the official line has in 2040."""

    def target(self, outlook: Outlook) -> float:
        """Return what the indicator is to be at least, or at most."""
        if self.fixed is not None:
            return self.fixed
        if self.official is not None:
            return self.official * self.value(outlook.official)
        return self.now(outlook) * (1.0 if self.today is None else self.today)

    def now(self, outlook: Outlook) -> float:
        """Return the indicator today."""
        return outlook.official.consequences.at(self.indicator, outlook.base_year)

    def value(self, outlook: Outlook) -> float:
        """Return the indicator in 2040."""
        return outlook.consequences.at(self.indicator, HORIZON)

    def size(self, outlook: Outlook) -> float:
        """Return a hundredth of what the indicator is a part of, to set conditions side by side."""
        at = outlook.official.consequences.at
        if self.indicator == "balance_per_inhabitant":
            return at("income", HORIZON) / at("people", HORIZON) / 100
        return abs(at(WHOLE.get(self.indicator, self.indicator), HORIZON)) / 100 or 1.0

    def margin(self, outlook: Outlook) -> float:
        """Return how far beyond the target an outlook is; negative is short of it."""
        beyond = self.value(outlook) - self.target(outlook)
        return beyond if self.direction == "at_least" else -beyond

    def reached(self, outlook: Outlook) -> bool:
        """Whether an outlook meets the condition."""
        return self.margin(outlook) >= -NEAR * max(1.0, abs(self.target(outlook)))


@dataclass(frozen=True)
class Goal:
    """One goal; its words stand at ``pathways.goals.<id>``."""

    id: str
    conditions: tuple[Condition, ...]

    @property
    def first(self) -> Condition:
        """The condition that stands for the goal where one figure is told."""
        return self.conditions[0]

    def reached(self, outlook: Outlook) -> bool:
        """Whether an outlook meets every condition."""
        return all(each.reached(outlook) for each in self.conditions)

    def aiming(self, target: float | None) -> "Goal":
        """Return the same with a target of the reader's own for its first condition."""
        if target is None:
            return self
        own = replace(self.first, fixed=target, today=None)
        return replace(self, conditions=(own, *self.conditions[1:]))


def own_goal(indicator: str, direction: str, target: float) -> Goal:
    """Return a goal of the reader's own.

    Raises:
        UnknownOptionError: there is no such indicator or direction.

    """
    way = next((each for each in DIRECTIONS if each == direction), None)
    if way is None:
        raise UnknownOptionError("direction", direction, DIRECTIONS)
    if indicator not in INDICATORS:
        raise UnknownOptionError("indicator", indicator, tuple(INDICATORS))
    return Goal(OWN, (Condition(indicator, way, fixed=target),))


def _goal(name: str, raw: Mapping[str, Any]) -> Goal:
    return Goal(name, tuple(Condition(**each) for each in raw["conditions"]))


@lru_cache(maxsize=1)
def goals() -> Mapping[str, Goal]:
    """Return every goal by id, in the order they are shown."""
    raw = read_yaml(PARAMETERS / "goals.yml")
    return {name: _goal(name, entry) for name, entry in raw.items()}


def goal(name: str) -> Goal:
    """Return one goal; raise UnknownGoalError where there is none."""
    try:
        return goals()[name]
    except KeyError as error:
        raise UnknownGoalError(name) from error
