"""A pathway: how far people pull each lever and when it begins, and the paths that have a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from framtid.errors import UnknownLevelError, UnknownPathError, UnknownStartError
from framtid.folders import PARAMETERS
from framtid.horizon import HORIZON
from framtid.parameter_files import read_yaml
from framtid.pathways.levers import LEVELS, lever, levers
from framtid.projection import base_year
from framtid.statistics.keeping import kept

USUAL: Mapping[str, int | None] = {}
"""Every lever begins in its own year."""
TERM = 4
"""Years that a municipal council sits."""
WAITS = (TERM, 2 * TERM)
"""How many years later the same choices may be made, as the price of waiting is told."""


def starts() -> range:
    """Return the years a lever may begin in: those to come, to the horizon and with it."""
    return range(base_year() + 1, HORIZON + 1)


@dataclass(frozen=True, slots=True)
class Choice:
    """How far one lever is pulled, and the year it begins where that is not its own."""

    lever: str
    level: int = 0
    start: int | None = None
    """Never the lever's own year: that is None."""

    @property
    def begins(self) -> int:
        """The first year anything happens."""
        return lever(self.lever).begins(self.start)

    @property
    def settled(self) -> int:
        """The first year all of it has happened."""
        return self.begins + lever(self.lever).years - 1


def may_begin(name: str, year: int) -> bool:
    """Whether a lever may begin in a year: one of ``starts``, or its own."""
    return year == lever(name).start or year in starts()


def _choice(name: str, level: int, start: int | None) -> Choice:
    usual = lever(name).start
    if level not in LEVELS:
        raise UnknownLevelError(name, level)
    if start is not None and not may_begin(name, start):
        raise UnknownStartError(name, start, starts()[0], starts()[-1])
    return Choice(name, level, None if start == usual else start)


@dataclass(frozen=True)
class Pathway:
    """The levers that are not as today, in the order they are shown.

    Make one with ``Pathway.of`` or ``moved``, so that equal choices are equal pathways.
    """

    choices: tuple[Choice, ...] = ()

    @classmethod
    def of(
        cls, levels: Mapping[str, int], beginning: Mapping[str, int | None] = USUAL
    ) -> "Pathway":
        """Return the pathway of some levels; levers left out are as today.

        Args:
            levels: level by lever.
            beginning: first year by lever; those left out, or None, begin in their own year.

        Raises:
            UnknownLeverError: no lever has that name.
            UnknownLevelError: a lever has no such level.
            UnknownStartError: a lever cannot begin that year.

        """
        return cls().moved(levels, beginning)

    @property
    def is_default(self) -> bool:
        """Whether everything is as today."""
        return not self.choices

    @property
    def levels(self) -> tuple[tuple[str, int], ...]:
        """The levers that are not as today and their levels."""
        return tuple((choice.lever, choice.level) for choice in self.choices)

    def choice(self, name: str) -> Choice:
        """Return what is chosen for a lever; one that is left alone is as today."""
        return next((each for each in self.choices if each.lever == name), Choice(name))

    def level(self, name: str) -> int:
        """Return the level of a lever, 0 is as today."""
        return self.choice(name).level

    def moved(
        self, levels: Mapping[str, int], beginning: Mapping[str, int | None] = USUAL
    ) -> "Pathway":
        """Return the same with some levers moved; each keeps its first year if not given one.

        Raises as ``of`` does.
        """
        every = {choice.lever: choice for choice in self.choices}
        for name in (*levels, *beginning):
            now = self.choice(name)
            start = beginning.get(name, now.start)
            every[name] = _choice(name, levels.get(name, now.level), start)
        in_order = (every[name] for name in levers() if name in every)
        return Pathway(tuple(choice for choice in in_order if choice.level))

    def later(self, years: int) -> "Pathway":
        """Return the same, begun so many years later; what begins after the horizon is left out.

        A lever whose own first year has passed is counted from the first year that is to come.
        """
        first = starts()[0]
        begins = {each.lever: max(each.begins, first) + years for each in self.choices}
        in_time = {name: year for name, year in begins.items() if year <= HORIZON}
        return Pathway.of({name: self.level(name) for name in in_time}, in_time)

    def changes(self, pathway: "Pathway") -> Mapping[str, tuple[Choice, Choice]]:
        """Return the levers that differ: what is chosen here and in the other."""
        pairs = {name: (self.choice(name), pathway.choice(name)) for name in levers()}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


AS_IT_IS = Pathway()
"""Everything as today: the official line."""


@lru_cache(maxsize=1)
def named() -> Mapping[str, Pathway]:
    """Return the paths that have a name, in the order they are shown."""
    raw = read_yaml(PARAMETERS / "paths.yml")
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
    return read_yaml(PARAMETERS / "notes.yml") or {}


@kept(maxsize=4)
def _put_off(paths: tuple[Pathway, ...]) -> frozenset[Pathway]:
    """Return paths a term or two later; which years these are hangs on the edition."""
    return frozenset(known.later(years) for known in paths for years in WAITS)


def is_put_off(pathway: Pathway) -> bool:
    """Return whether a pathway is a named one that begins one or two terms later."""
    return pathway in _put_off(tuple(named().values()))


def note(code: str, name: str, language: str = "nb") -> str | None:
    """Return a place's own note on a named path, where it has written one."""
    return _notes().get(code, {}).get(name, {}).get(language)
