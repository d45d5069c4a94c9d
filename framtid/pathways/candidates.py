"""Sets of levers that may reach a goal: those that gain most by their sum, by number of steps."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from framtid.pathways.conflicts import at_odds
from framtid.projection.history import Floats

BREADTH = 24
"""Sets kept for each number of steps."""
Levels = tuple[tuple[str, int], ...]
"""Levers, each with a level."""


@dataclass(frozen=True, eq=False)
class Option:
    """One level a lever may be at, and what it gains alone for each condition."""

    name: str
    level: int
    gain: Floats
    steps: int


@dataclass(frozen=True, eq=False)
class Set:
    """Some options together: what they gain by their sum."""

    gain: Floats
    moves: Levels = ()

    def with_(self, option: Option) -> "Set":
        """Return the set with one more option."""
        if not option.steps:
            return self
        return Set(self.gain + option.gain, (*self.moves, (option.name, option.level)))


Options = list[list[Option]]


@lru_cache(maxsize=2**14)
def _clash(start: Levels, moves: Levels) -> bool:
    """Whether moves from some levels clash; the sets of one search come again in the next."""
    return at_odds(dict(start) | dict(moves))


def best(options: Options, need: Floats, start: Levels) -> list[list[Set]]:
    """Return the sets that gain most, by their number of steps.

    Args:
        options: for each lever, what may be done with it.
        need: what is lacking of each condition, (condition,).
        start: the levels one begins from.

    """
    by_steps: list[list[Set]] = [[Set(np.zeros(len(need)))]]
    for choices in options:
        longest = len(by_steps) + max(option.steps for option in choices)
        grown: list[list[tuple[Set, Option]]] = [[] for _ in range(longest)]
        for steps, sets in enumerate(by_steps):
            for option in choices:
                grown[steps + option.steps] += [(each, option) for each in sets]
        by_steps = [_most(pairs, need, start) for pairs in grown]
    return by_steps


def _most(pairs: list[tuple[Set, Option]], need: Floats, start: Levels) -> list[Set]:
    """Return the sets with one more option that gain most and do not clash with themselves."""
    if not pairs:
        return []
    gains = np.array([each.gain for each, _ in pairs])
    gains += np.array([option.gain for _, option in pairs])
    order = np.argsort(-(gains - need).min(1), kind="stable").tolist()
    ordered = (pairs[at][0].with_(pairs[at][1]) for at in order)
    sound = (each for each in ordered if not _clash(start, each.moves))
    return list(islice(sound, BREADTH))
