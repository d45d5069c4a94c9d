"""How a room set the levers: how many chose each level, and the path in the middle of them."""

from collections.abc import Iterable, Sequence

import msgspec

from framtid.answers import Id, Model
from framtid.meeting.agenda import settings
from framtid.meeting.tally import safe
from framtid.pathways.codec import decode, encode
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.pathway import Pathway


class GroupWay(Model, frozen=True):
    """A group's path in the middle."""

    many: int
    way: str


class Spread(Model, frozen=True):
    """How a room set the levers."""

    many: int
    """How many have set them."""
    way: str
    """The code of the path in the middle: each lever at its median."""
    levers: dict[Id, list[int]]
    """How many chose each level, the lowest first, of the levers that somebody moved."""
    groups: dict[Id, GroupWay] = msgspec.field(default_factory=dict)
    """By role; only roles that enough have answered for."""


def median(levels: Sequence[int]) -> int:
    """Return the level in the middle; of two in the middle the one that is nearer today."""
    ordered = sorted(levels)
    two = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return min(two, key=lambda level: (abs(level), level))


def middle(pathways: Sequence[Pathway]) -> Pathway:
    """Return the path whose every lever stands at the median of some paths."""
    if not pathways:
        return Pathway()
    return Pathway.of({name: median([way.level(name) for way in pathways]) for name in levers()})


def spread(rows: Iterable[tuple[str, str]]) -> Spread:
    """Return how a room set the levers.

    Args:
        rows: of each who answered, a role ("" where none is said) and the code of a path.

    """
    said = [(role, decode(code).pathway) for role, code in rows]
    every = [way for _, way in said]
    by = {role: [way for each, way in said if each == role] for role in settings().roles}
    shown = {role: ways for role, ways in by.items() if len(ways) >= settings().fewest}
    left = len(every) - sum(map(len, shown.values()))
    moved = [name for name in levers() if any(way.level(name) for way in every)]
    return Spread(
        len(every),
        encode(middle(every)),
        {name: _counts([way.level(name) for way in every]) for name in moved},
        {role: GroupWay(len(ways), encode(middle(ways))) for role, ways in shown.items()}
        if safe(left)
        else {},
    )


def _counts(levels: Sequence[int]) -> list[int]:
    return [levels.count(level) for level in LEVELS]
