"""Stands: what one thinks of the dilemmas, as a short code, as a pathway, and where they collide.

``1-hejlan`` is version 1 of the code: two letters for each dilemma (``code`` in
``data/dilemmas.yml``), then ``j`` for yes or ``n`` for no. ``1`` alone is no stand at all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from framtid.pathways.conflicts import clashes
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import AS_IT_IS, Pathway

VERSION = "1"
LONGEST = 2 + 3 * 40
"""Characters of the longest code that is read: a stand on forty dilemmas."""
YES, NO = "j", "n"
Note = Literal["broken", "partly"]
"""Why a code did not give what it asked for; the words stand at ``stands.link.<note>``."""
Kind = Literal["opposed", "farther", "together"]
_PART = re.compile(rf"([a-z]{{2}})([{YES}{NO}])")
_WHOLE = re.compile(rf"(?:-(?:{_PART.pattern})+)?")


@dataclass(frozen=True)
class Collision:
    """Stands that do not go together.

    ``opposed`` set a lever up and down, so that it is left as today. ``farther`` set it the same
    way but not as far, so that the farthest counts. ``together`` set levers that do not add up.
    """

    kind: Kind
    dilemmas: tuple[str, ...]
    lever: str = ""
    warning: str = ""
    """Key of the warning of ``together``, at ``pathways.warnings``."""
    values: Mapping[str, float] | None = None


@dataclass(frozen=True)
class Stands:
    """A stand on some dilemmas, yes or no, in the order of their file."""

    answers: tuple[tuple[str, bool], ...] = ()

    @classmethod
    def of(cls, answers: Mapping[str, bool]) -> "Stands":
        """Return the stands on some dilemmas, by their ids."""
        return cls(tuple((name, answers[name]) for name in dilemmas() if name in answers))

    @property
    def code(self) -> str:
        """The code for an address."""
        parts = "".join(dilemmas()[name].code + (YES if yes else NO) for name, yes in self.answers)
        return f"{VERSION}-{parts}" if parts else VERSION

    def on(self, name: str) -> bool | None:
        """Return the stand on a dilemma; None where there is none."""
        return dict(self.answers).get(name)

    @cached_property
    def levels(self) -> Mapping[str, Mapping[str, int]]:
        """Which level each stand sets a lever at, by lever and dilemma."""
        found: dict[str, dict[str, int]] = {}
        for name, yes in self.answers:
            dilemma = dilemmas()[name]
            for lever, level in dilemma.sets(yes=yes).items():
                found.setdefault(lever, {})[name] = level
        return found

    @property
    def pathway(self) -> Pathway:
        """What they lead to: of a lever the farthest, and as today where they are opposed."""
        return Pathway.of({lever: _settled(levels) for lever, levels in self.levels.items()})

    @property
    def collisions(self) -> tuple[Collision, ...]:
        """Where they collide, wherever they are taken."""
        found = [
            Collision("opposed" if _opposed(levels) else "farther", tuple(levels), lever)
            for lever, levels in self.levels.items()
            if len(set(levels.values())) > 1
        ]
        return (*found, *self._together())

    def _together(self) -> tuple[Collision, ...]:
        pathway = self.pathway
        found = []
        for caution in clashes(pathway):
            behind = [
                lever
                for lever, _ in pathway.levels
                if caution.id not in {each.id for each in clashes(pathway.moved({lever: 0}))}
            ]
            names = [name for name, _ in self.answers if self._sets(name, behind)]
            found.append(
                Collision("together", tuple(names), warning=caution.id, values=caution.values)
            )
        return tuple(found)

    def _sets(self, name: str, levers: list[str]) -> bool:
        return any(name in self.levels.get(lever, {}) for lever in levers)

    def dearest(self, outlook: Outlook, year: int, count: int = 2) -> tuple[tuple[str, float], ...]:
        """Return the stands that by themselves cost most, with kroner per inhabitant of a year.

        Args:
            outlook: of the place; its official line is what costs are held against.
            year: the year to count.
            count: how many, at most; those that cost nothing are left out.

        """
        costs = {name: -alone(outlook, name, yes, year)[1] for name, yes in self.answers}
        dear = sorted((name for name in costs if costs[name] > 0), key=lambda name: -costs[name])
        return tuple((name, costs[name]) for name in dear[:count])


def answered_by(pathway: Pathway) -> Stands:
    """Return the stands that a path takes: it sets every lever of the answer at least as far."""
    found: dict[str, bool] = {}
    for name, each in dilemmas().items():
        for yes, levels in ((False, each.if_no), (True, each.if_yes)):
            if levels and all(_as_far(pathway.level(on), level) for on, level in levels.items()):
                found[name] = yes
    return Stands.of(found)


def _as_far(level: int, asked: int) -> bool:
    return level >= asked if asked > 0 else level <= asked < 0


def _opposed(levels: Mapping[str, int]) -> bool:
    return min(levels.values()) < 0 < max(levels.values())


def _settled(levels: Mapping[str, int]) -> int:
    """Return the level that counts of those that stands set a lever at."""
    return 0 if _opposed(levels) else max(levels.values(), key=abs)


def alone(outlook: Outlook, name: str, yes: bool, year: int) -> tuple[float, float]:
    """Return what one answer changes by itself: man-years missing, and kroner per inhabitant."""
    official = outlook.official
    path = official.along(dilemmas()[name].answered(AS_IT_IS, yes=yes))
    return (
        path.consequences.at("gap", year) - official.consequences.at("gap", year),
        path.consequences.at("balance_per_inhabitant", year)
        - official.consequences.at("balance_per_inhabitant", year),
    )


def decode(code: str | None) -> tuple[Stands, Note | None]:
    """Return the stands of a code, and a note where they are not all that was asked.

    Never raises: what stands in an address may have been typed, cut off or made up.
    """
    told = (code or "").strip().lower()
    if not told:
        return Stands(), None
    version, dash, rest = told.partition("-")
    if version != VERSION or len(told) > LONGEST or not _WHOLE.fullmatch(dash + rest):
        return Stands(), "broken"
    by_code = {each.code: name for name, each in dilemmas().items()}
    parts = _PART.findall(rest)
    known = {by_code[part]: answer == YES for part, answer in parts if part in by_code}
    return Stands.of(known), None if len(known) == len(parts) else "partly"
