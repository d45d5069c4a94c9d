"""What does not add up in a pathway, said plainly and with a suggestion."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from framtid.consequences.local import local
from framtid.consequences.parameters import parameters
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.pathways.described import WarningKind
from framtid.pathways.levers import HIGHEST
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Choice, Pathway, name_of
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

    def holds(self, levels: Mapping[str, int]) -> bool:
        """Whether all of the levels are there; levers left out are as today."""
        return all(low <= levels.get(name, 0) <= top for name, (low, top) in self.levels.items())


@lru_cache(maxsize=1)
def _rules() -> tuple[int, tuple[_Combination, ...]]:
    raw = read_yaml(PARAMETERS / "combinations.yml")
    return raw["most_at_once"], tuple(_Combination(**rule) for rule in raw["together"])


def clashes(pathway: Pathway) -> tuple[Caution, ...]:
    """Return what a pathway counts twice or what is at odds in it, wherever it is."""
    most, rules = _rules()
    found = [
        Caution(rule.id, rule.kind, rule.suggest)
        for rule in rules
        if rule.holds(dict(pathway.levels))
    ]
    highest = [name for name, level in pathway.levels if level == HIGHEST]
    if len(highest) > most:
        lowered = dict.fromkeys(highest[most:], HIGHEST - 1)
        found.append(Caution("too_much", "impossible", lowered, {"levers": len(highest)}))
    return tuple(found)


def at_odds(levels: Mapping[str, int]) -> bool:
    """Whether some levels clash; the same as ``clashes``, for those who ask of very many."""
    most, rules = _rules()
    highest = sum(level == HIGHEST for level in levels.values())
    return highest > most or any(rule.holds(levels) for rule in rules)


def _lowered(outlook: Outlook, year: int) -> Mapping[str, int]:
    """Suggest one step less of the lever that asks for most effort by itself."""

    def alone(choice: Choice) -> float:
        only = Pathway.of({choice.lever: choice.level}, {choice.lever: choice.start})
        return outlook.along(only).consequences.at("effort", year)

    most = max(outlook.pathway.choices, key=alone)
    return {most.lever: most.level - 1}


def _here(outlook: Outlook) -> Iterator[Caution]:
    """Yield what holds for this place: the limit we believe in, and levers without effect."""
    cap = parameters("care")["cap"]
    beyond = float(outlook.consequences.disbelieved[cap.year - outlook.base_year])
    if beyond > 0.5:
        values = {"man_years": beyond, "cap": cap.number, "year": cap.year}
        yield Caution("capped", "capped", _lowered(outlook, cap.year), values)
    if outlook.place.level is Level.NATION and outlook.pathway.level("flytt"):
        yield Caution("zero_sum", "weak", {"flytt": 0})
    if local(outlook.place).small < LARGE and outlook.pathway.level("samarbeid") > 0:
        yield Caution("large", "weak", {"samarbeid": 0})


def warnings(outlook: Outlook) -> tuple[Caution, ...]:
    """Return every warning of an outlook's pathway.

    That a lever gives little here is said to who pulled it, not of a path that we named ourselves.
    """
    found = (*clashes(outlook.pathway), *_here(outlook))
    ours = name_of(outlook.pathway) is not None
    return tuple(each for each in found if not (ours and each.kind == "weak"))
