"""What does not add up in a pathway, said plainly and with a suggestion."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import yaml
from numpy.typing import NDArray

from framtid.consequences.local import local
from framtid.consequences.parameters import DATA, parameters
from framtid.pathways.answers import WarningKind
from framtid.pathways.levers import HIGHEST, levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.places import Level

LARGE = 0.1
"""Below this a place is too large for sharing with neighbours to save much."""


@dataclass(frozen=True)
class Caution:
    """One warning; its words stand at ``pathways.warnings.<id>``."""

    id: str
    kind: WarningKind
    suggestion: Mapping[str, int]
    """Levers to move, and where to."""
    values: Mapping[str, float] = field(default_factory=dict)
    """Figures that the words speak of."""


@dataclass(frozen=True)
class _Combination:
    id: str
    kind: WarningKind
    levels: Mapping[str, tuple[int, int]]
    suggest: Mapping[str, int]

    def holds(self, pathway: Pathway) -> bool:
        """Whether a pathway has all of the levels."""
        return all(low <= pathway.level(name) <= top for name, (low, top) in self.levels.items())


@lru_cache(maxsize=1)
def _rules() -> tuple[int, tuple[_Combination, ...]]:
    raw = yaml.safe_load((DATA / "combinations.yml").read_text(encoding="utf-8"))
    return raw["most_at_once"], tuple(_Combination(**rule) for rule in raw["together"])


def clashes(pathway: Pathway) -> tuple[Caution, ...]:
    """Return what a pathway counts twice or what is at odds in it, wherever it is."""
    most, rules = _rules()
    found = [Caution(rule.id, rule.kind, rule.suggest) for rule in rules if rule.holds(pathway)]
    highest = [name for name, level in pathway.levels if level == HIGHEST]
    if len(highest) > most:
        lowered = dict.fromkeys(highest[most:], HIGHEST - 1)
        found.append(Caution("too_much", "impossible", lowered, {"levers": len(highest)}))
    return tuple(found)


def free_of_clashes(levels: Mapping[str, Sequence[int]]) -> NDArray[np.bool_]:
    """Return which combinations of levels have no clash, with an axis for each lever."""
    most, rules = _rules()
    grid = dict(zip(levels, np.ix_(*levels.values()), strict=True))
    highest: NDArray[np.int_] = sum((at == HIGHEST).astype(np.int8) for at in grid.values())
    free: NDArray[np.bool_] = highest <= most
    for rule in rules:
        holds: NDArray[np.bool_] = np.array(True)
        for name, (low, top) in rule.levels.items():
            holds = holds & (grid[name] >= low) & (grid[name] <= top)
        free &= ~holds
    return free


def _lowered(pathway: Pathway) -> Mapping[str, int]:
    """Suggest one step less of the care lever that is pulled the farthest."""
    care = [(level, name) for name, level in pathway.levels if levers()[name].group == "care"]
    level, name = max(care)
    return {name: level - 1}


def _here(outlook: Outlook) -> Iterator[Caution]:
    """Yield what holds for this place: the limit we believe in, and levers without effect."""
    cap = parameters("care")["cap"]
    beyond = float(outlook.consequences.disbelieved[cap.year - outlook.base_year])
    if beyond > 0.5:
        values = {"man_years": beyond, "cap": cap.number, "year": cap.year}
        yield Caution("capped", "capped", _lowered(outlook.pathway), values)
    if outlook.place.level is Level.NATION and outlook.pathway.level("flytt"):
        yield Caution("zero_sum", "weak", {"flytt": 0})
    if local(outlook.place).small < LARGE and outlook.pathway.level("samarbeid") > 0:
        yield Caution("large", "weak", {"samarbeid": 0})


def warnings(outlook: Outlook) -> tuple[Caution, ...]:
    """Return every warning of an outlook's pathway."""
    return (*clashes(outlook.pathway), *_here(outlook))
