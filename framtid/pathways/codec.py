"""A pathway as a short readable code for an address: only what is not as today.

``1-heltid2-hjemme3-flytt-1`` is version 1 of the code: full-time work at level 2, homes at level
3 and moving at level -1. ``1`` alone is as today. A comparison is two sides with ``~`` between,
each a code that may have a place before it: ``3201.1-heltid2~4601.1-heltid2``. All characters may
stand in an address as they are. A code that was ever shared is read for ever: a new version gets
a reader of its own in ``READERS``, and the old ones stay.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from framtid.pathways.levers import levers
from framtid.pathways.pathway import AS_IT_IS, Pathway, name_of, named

VERSION = "1"
LONGEST = 120
"""Characters of the longest code we make, and of the longest we read."""
Note = Literal["broken", "unknown_version", "partly"]
"""Why a code did not give what it asked for; the words stand at ``pathways.link.<note>``."""


@dataclass(frozen=True)
class Decoded:
    """What a code gave: always a pathway, and a note where it is not all that was asked."""

    pathway: Pathway
    note: Note | None = None


@dataclass(frozen=True)
class Side:
    """One side of a comparison: a path, for a place of its own where one is named."""

    pathway: Pathway
    place: str | None = None
    note: Note | None = None


def encode(pathway: Pathway) -> str:
    """Return the code of a pathway, at most 120 characters."""
    return "-".join([VERSION, *(f"{name}{level}" for name, level in pathway.levels)])


def readable(pathway: Pathway) -> str:
    """Return what a pathway is called in an address: its name where it has one, or its code."""
    return name_of(pathway) or encode(pathway)


_PART = re.compile(r"([a-z]+)(-1|[0-3])")
_WHOLE = re.compile(r"(?:-[a-z]+(?:-1|[0-3]))*")


def _read_1(rest: str) -> Decoded:
    if not _WHOLE.fullmatch(rest):
        return Decoded(AS_IT_IS, "broken")
    parts = _PART.findall(rest)
    known = {name: int(level) for name, level in parts if name in levers()}
    return Decoded(Pathway.of(known), None if len(known) == len(parts) else "partly")


READERS: dict[str, Callable[[str], Decoded]] = {VERSION: _read_1}
"""Who reads which version of the code."""


def decode(code: str | None) -> Decoded:
    """Return the pathway of a code or of a named path; anything else is as today, with a note.

    Never raises: what stands in an address may have been typed, cut off or made up.
    """
    told = (code or "").strip().lower()
    if not told:
        return Decoded(AS_IT_IS)
    if told in named():
        return Decoded(named()[told])
    if len(told) > LONGEST:
        return Decoded(AS_IT_IS, "broken")
    version, dash, rest = told.partition("-")
    if version in READERS:
        return READERS[version](dash + rest)
    unknown = version.isascii() and version.isdigit()
    return Decoded(AS_IT_IS, "unknown_version" if unknown else "broken")


_PLACE = re.compile(r"(?:(\d{1,4}|ba-\d{1,3})\.)?(.*)", re.DOTALL | re.ASCII)


def _side(told: str) -> Side:
    found = _PLACE.fullmatch(told)
    place, code = (found[1], found[2]) if found else (None, told)
    read = decode(code)
    return Side(read.pathway, place, read.note)


def _written(side: Side) -> str:
    code = encode(side.pathway)
    return f"{side.place}.{code}" if side.place else code


def encode_comparison(one: Side, other: Side) -> str:
    """Return the code of two paths or two places side by side."""
    return f"{_written(one)}~{_written(other)}"


def decode_comparison(code: str | None) -> tuple[Side, Side]:
    """Return the two sides of a comparison; a side that is missing is as today. Never raises."""
    one, _, other = (code or "").strip().lower().partition("~")
    return _side(one), _side(other)
