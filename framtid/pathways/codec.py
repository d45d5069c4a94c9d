"""A pathway as a short code for an address: only what is not as today.

``2-he2hj331flm`` is version 2 of the code. Each lever has two letters (``code`` in
``data/levers.yml``), then its level, ``m`` for the one below today, and the last two digits of the
year it begins where that is not its own: full-time work at level 2, homes at level 3 from 2031,
moving at level -1. ``2`` alone is as today. A comparison is two sides with ``~`` between, each a
code that may have a place before it: ``3201.2-he2~4601.2-he2``. All characters may stand in an
address as they are.

A code that was ever shared is read for ever: each version has a reader of its own in ``READERS``.
Version 1 spells the levers out and knows no years: ``1-heltid2-hjemme3-flytt-1``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from framtid.pathways.levers import LOWEST, levers
from framtid.pathways.pathway import AS_IT_IS, Choice, Pathway, may_begin, name_of, named

VERSION = "2"
LONGEST = 210
"""Characters of the longest code we make, and of the longest we read: forty levers with years."""
LONGEST_COMPARISON = 2 * (LONGEST + len("ba-159.")) + len("~")
"""Characters of the longest comparison: two codes, each with a place."""
CENTURY = 2000
Note = Literal["broken", "unknown_version", "partly"]
"""Why a code did not give what it asked for; the words stand at ``pathways.link.<note>``."""


@dataclass(frozen=True)
class Decoded:
    """What a code gave: always a pathway, and a note where it is not all that was asked."""

    pathway: Pathway
    note: Note | None = None
    earlier: bool = False
    """Whether the code is of a version that was written before figures were last worked out anew,
    so that who shared it saw others."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: a path, for a place of its own where one is named."""

    pathway: Pathway
    place: str | None = None
    note: Note | None = None


def part(choice: Choice) -> str:
    """Return what a lever's choice adds to a code: nothing where it is as today."""
    if not choice.level:
        return ""
    level = "m" if choice.level == LOWEST else str(choice.level)
    year = "" if choice.start is None else f"{choice.start - CENTURY:02d}"
    return f"{levers()[choice.lever].code}{level}{year}"


def encode(pathway: Pathway) -> str:
    """Return the code of a pathway, at most ``LONGEST`` characters."""
    parts = "".join(map(part, pathway.choices))
    return f"{VERSION}-{parts}" if parts else VERSION


def earlier_codes(pathway: Pathway) -> tuple[str, ...]:
    """Return the codes that earlier versions gave a pathway, the newest first."""
    if any(choice.start for choice in pathway.choices):
        return ()
    return ("-".join(["1", *(f"{name}{level}" for name, level in pathway.levels)]),)


def readable(pathway: Pathway) -> str:
    """Return what a pathway is called in an address: its name where it has one, or its code."""
    return name_of(pathway) or encode(pathway)


_PART_1 = re.compile(r"([a-z]+)(-1|[0-3])")
_WHOLE_1 = re.compile(r"(?:-[a-z]+(?:-1|[0-3]))*")


def _read_1(rest: str) -> Decoded:
    if not _WHOLE_1.fullmatch(rest):
        return Decoded(AS_IT_IS, "broken", earlier=True)
    parts = _PART_1.findall(rest)
    known = {name: int(level) for name, level in parts if name in levers()}
    note: Note | None = None if len(known) == len(parts) else "partly"
    return Decoded(Pathway.of(known), note, earlier=True)


_PART_2 = re.compile(r"([a-z]{2})([0-3m])([0-9]{2})?")
_WHOLE_2 = re.compile(rf"(?:-(?:{_PART_2.pattern})+)?")


def _read_2(rest: str) -> Decoded:
    if not _WHOLE_2.fullmatch(rest):
        return Decoded(AS_IT_IS, "broken")
    parts, by_code = _PART_2.findall(rest), {each.code: each.id for each in levers().values()}
    wished = {by_code[code]: (level, year) for code, level, year in parts if code in by_code}
    levels = {name: LOWEST if level == "m" else int(level) for name, (level, _) in wished.items()}
    years = {name: CENTURY + int(year) for name, (_, year) in wished.items() if year}
    possible = {name: year for name, year in years.items() if may_begin(name, year)}
    whole = len(wished) == len(parts) and len(possible) == len(years)
    return Decoded(Pathway.of(levels, possible), None if whole else "partly")


READERS: dict[str, Callable[[str], Decoded]] = {"1": _read_1, "2": _read_2}
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
