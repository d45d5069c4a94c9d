"""The agenda of a meeting: its steps in order, made of ``data/meeting.yml`` and some dilemmas."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml

FILE = PARAMETERS / "meeting.yml"
Kind = Literal[
    "lobby",
    "story",
    "silent",
    "groups",
    "dilemma",
    "reveal",
    "path",
    "levers",
    "spread",
    "councils",
    "closing",
]
ASKS = ("dilemma", "levers")
"""Screens that ask; who goes back to one asks again."""
SHOWS = ("reveal", "spread")
"""Screens that show what was answered."""
Minutes = Annotated[float, Meta(gt=0)]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of an agenda, as the file has it."""

    kind: Literal[
        "lobby", "story", "silent", "groups", "dilemma", "path", "levers", "councils", "closing"
    ]
    minutes: Minutes
    steps: tuple[str, ...] = ()
    """Steps of the story, where the part is one."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a meeting is made of."""

    roles: tuple[str, ...]
    fewest: Annotated[int, Meta(ge=2)]
    """Stands of a group that are shown apart; fewer are not."""
    pupils: tuple[str, ...]
    """Dilemmas that suit a school."""
    agendas: dict[int, tuple[Part, ...]]
    """By minutes."""


class Step(msgspec.Struct, frozen=True):
    """One screen of a meeting."""

    kind: Kind
    minutes: float
    id: str = ""
    """The story's step, or the dilemma that is asked or shown."""


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return what a meeting is made of.

    Raises:
        msgspec.ValidationError: the file is not as it must be; the message says where.

    """
    return msgspec.convert(read_yaml(FILE), Settings, strict=False)


def lengths() -> tuple[int, ...]:
    """Return how many minutes a meeting may last."""
    return tuple(settings().agendas)


def asks(length: int) -> int:
    """Return how many dilemmas a meeting of so many minutes has room for."""
    return sum(part.kind == "dilemma" for part in settings().agendas[length])


def agenda(length: int, dilemmas: Sequence[str], told: Mapping[str, object]) -> tuple[Step, ...]:
    """Return the steps of a meeting.

    Args:
        length: minutes, one of ``lengths``.
        dilemmas: those it asks, in order; parts that there are none left for are passed over.
        told: the story's steps that the place is told, by id.

    """
    left = iter(dilemmas)
    return tuple(step for part in settings().agendas[length] for step in _steps(part, left, told))


def _steps(part: Part, left: Iterator[str], told: Mapping[str, object]) -> Iterator[Step]:
    if part.kind == "dilemma":
        if name := next(left, ""):
            yield Step("dilemma", part.minutes / 2, name)
            yield Step("reveal", part.minutes / 2, name)
    elif part.kind == "levers":
        yield Step("levers", part.minutes / 2, "levers")
        yield Step("spread", part.minutes / 2, "levers")
    elif part.kind == "story":
        shown = [name for name in part.steps if name in told]
        yield from (Step("story", part.minutes / len(shown), name) for name in shown)
    else:
        yield Step(part.kind, part.minutes)
