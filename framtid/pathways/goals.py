"""Goals one can ask the levers to reach, and how far a pathway is from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import yaml

from framtid.errors import UnknownGoalError
from framtid.folders import PARAMETERS
from framtid.pathways.outlook import Outlook

NEAR = 1e-9
"""Part of the target that rounding may take."""


@dataclass(frozen=True)
class Goal:
    """One goal; its words stand at ``pathways.goals.<id>``."""

    id: str
    indicator: str
    year: int
    direction: Literal["at_least", "at_most"]
    fixed: float | None = None
    """The target, where it is the same everywhere."""
    today: float | None = None
    """The target as a share of the place's own value today."""

    def target(self, outlook: Outlook) -> float:
        """Return what the indicator is to be at least, or at most."""
        if self.fixed is not None:
            return self.fixed
        return self.now(outlook) * (1.0 if self.today is None else self.today)

    def now(self, outlook: Outlook) -> float:
        """Return the indicator today."""
        return outlook.official.consequences.at(self.indicator, outlook.base_year)

    def value(self, outlook: Outlook) -> float:
        """Return the indicator in the goal's year."""
        return outlook.consequences.at(self.indicator, self.year)

    def margin(self, outlook: Outlook) -> float:
        """Return how far beyond the target an outlook is; negative is short of it."""
        beyond = self.value(outlook) - self.target(outlook)
        return beyond if self.direction == "at_least" else -beyond

    def reached(self, outlook: Outlook) -> bool:
        """Whether an outlook reaches the goal."""
        return self.margin(outlook) >= -NEAR * max(1.0, abs(self.target(outlook)))


@lru_cache(maxsize=1)
def goals() -> Mapping[str, Goal]:
    """Return every goal by id, in the order they are shown."""
    raw = yaml.safe_load((PARAMETERS / "goals.yml").read_text(encoding="utf-8"))
    return {name: Goal(name, **entry) for name, entry in raw.items()}


def goal(name: str) -> Goal:
    """Return one goal; raise UnknownGoalError where there is none."""
    try:
        return goals()[name]
    except KeyError as error:
        raise UnknownGoalError(name) from error
