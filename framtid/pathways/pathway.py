"""A pathway: the levels people chose, and the paths that have a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import yaml

from framtid.consequences.parameters import DATA
from framtid.errors import UnknownLevelError, UnknownPathError
from framtid.pathways.levers import LEVELS, lever, levers


@dataclass(frozen=True)
class Pathway:
    """The levers that are not as today, in the order they are shown.

    Make one with ``Pathway.of`` or ``moved``, so that equal choices are equal pathways.
    """

    levels: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, levels: Mapping[str, int]) -> "Pathway":
        """Return the pathway of some levels; levers left out are as today.

        Raises:
            UnknownLeverError: no lever has that name.
            UnknownLevelError: a lever has no such level.

        """
        for name, level in levels.items():
            lever(name)
            if level not in LEVELS:
                raise UnknownLevelError(name, level)
        return cls(tuple((name, levels[name]) for name in levers() if levels.get(name)))

    @property
    def is_default(self) -> bool:
        """Whether everything is as today."""
        return not self.levels

    def level(self, name: str) -> int:
        """Return the level of a lever, 0 is as today."""
        return dict(self.levels).get(name, 0)

    def moved(self, levels: Mapping[str, int]) -> "Pathway":
        """Return the same with some levers moved."""
        return Pathway.of(dict(self.levels) | dict(levels))

    def changes(self, pathway: "Pathway") -> Mapping[str, tuple[int, int]]:
        """Return the levers that differ: their level here and in the other."""
        pairs = {name: (self.level(name), pathway.level(name)) for name in levers()}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


AS_IT_IS = Pathway()
"""Everything as today: the official line."""


@lru_cache(maxsize=1)
def named() -> Mapping[str, Pathway]:
    """Return the paths that have a name, in the order they are shown."""
    raw = yaml.safe_load((DATA / "paths.yml").read_text(encoding="utf-8"))
    return {name: Pathway.of(levels) for name, levels in raw.items()}


def path(name: str) -> Pathway:
    """Return a named path; raise UnknownPathError where there is none."""
    try:
        return named()[name]
    except KeyError as error:
        raise UnknownPathError(name) from error


def name_of(pathway: Pathway) -> str | None:
    """Return the name of a path that has one."""
    return next((name for name, known in named().items() if known == pathway), None)


@lru_cache(maxsize=1)
def _notes() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return yaml.safe_load((DATA / "notes.yml").read_text(encoding="utf-8")) or {}


def note(code: str, name: str, language: str = "nb") -> str | None:
    """Return a place's own note on a named path, where it has written one."""
    return _notes().get(code, {}).get(name, {}).get(language)
