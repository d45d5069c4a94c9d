"""Figures that a municipality knows better than we do, and their short code for an address.

``1-3201-om812.5sf8.3`` is version 1 of the code: the municipality they belong to, then for each
figure its two letters (``code`` in ``data/own_figures.yml``) and its value, ``m`` for minus. All
characters may stand in an address as they are. Nothing is stored: the address is all there is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from framtid.consequences.parameters import Reference, references
from framtid.errors import FramtidError
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.places import Level, places

VERSION = "1"
LONGEST = 120
"""Characters of the longest code that is read; the longest we make is shorter."""
WHOLE = re.compile(r"(\d{1,3})-(\d{4})-((?:[a-z]{2}m?\d{1,9}(?:\.\d{1,2})?)+)", re.ASCII)
PART = re.compile(r"([a-z]{2})(m?)(\d{1,9}(?:\.\d{1,2})?)", re.ASCII)


class OwnFiguresError(FramtidError):
    """Figures that a municipality has put in cannot be used: a word for why, and what is wrong."""

    def __init__(self, why: str, value: str = "") -> None:
        super().__init__(
            "own_figures", f"own figures cannot be used ({why}): {value}", why=why, value=value
        )


@dataclass(frozen=True)
class OwnRow:
    """A figure that may be put in: how it is written, and within what."""

    id: str
    code: str
    unit: str
    decimals: int
    lowest: float
    highest: float
    times: tuple[float, float] | None
    """Shares of the official figure outside of which we ask; None where a span is given."""
    between: tuple[float, float] | None
    source: Reference | None
    """Where the official figure it replaces is known from; None where it is nought, or none."""
    beside: bool
    """Whether it replaces nothing and is only told of beside our figures."""
    per_thousand: tuple[float, float] | None
    """So many for each thousand inhabitants, outside of which we ask, where it replaces nothing."""

    def within(self, value: float) -> bool:
        """Whether it is a figure at all that a municipality could have."""
        return self.lowest <= value <= self.highest

    def plausible(self, value: float, measure: float) -> bool:
        """Whether it is so near the official figure, or what is usual, that we need not ask.

        The measure is the official figure, or thousands of inhabitants where none is replaced.
        """
        low, high = self.between or (0.0, 0.0)
        if shares := self.times or self.per_thousand:
            low, high = (measure * share for share in shares)
        return low <= value <= high


@lru_cache(maxsize=1)
def own_rows(file: Path = PARAMETERS / "own_figures.yml") -> Mapping[str, OwnRow]:
    """Return every figure that may be put in, in order."""
    return {
        name: OwnRow(
            name,
            entry["code"],
            entry["unit"],
            entry["decimals"],
            lowest=entry["bounds"][0],
            highest=entry["bounds"][1],
            times=tuple(entry["plausible"].get("times", ())) or None,
            between=tuple(entry["plausible"].get("between", ())) or None,
            source=references()[entry["source"]] if entry["source"] else None,
            beside=entry.get("beside", False),
            per_thousand=tuple(entry["plausible"].get("per_thousand", ())) or None,
        )
        for name, entry in read_yaml(file).items()
    }


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What a municipality has put in; empty is nothing."""

    place: str = ""
    values: tuple[tuple[str, float], ...] = ()
    """By the names of ``own_rows``, in their order."""

    @classmethod
    def of(cls, place: str, given: Mapping[str, float]) -> "OwnFigures":
        """Return the figures of a municipality, each as fine as it is told; none is nothing.

        Raises:
            OwnFiguresError: the place is no municipality, or a figure is out of all bounds.

        """
        known = places().by_code.get(place)
        if known is None or known.level is not Level.MUNICIPALITY:
            raise OwnFiguresError("place", place)
        rows = own_rows()
        made = tuple(
            (name, round(given[name], row.decimals) + 0.0)
            for name, row in rows.items()
            if name in given
        )
        for name, value in made:
            if not rows[name].within(value):
                row = rows[name]
                raise OwnFiguresError("bounds", f"{name}: {row.lowest:g}–{row.highest:g}")
        return cls(place, made) if made else NOTHING

    def at(self, code: str) -> "OwnFigures":
        """Return the same where they belong to a place, and nothing elsewhere."""
        return self if self.place == code else NOTHING

    @property
    def replacing(self) -> tuple[tuple[str, float], ...]:
        """Those that take the place of one of ours; the others are only told of."""
        return tuple((name, value) for name, value in self.values if not own_rows()[name].beside)

    @property
    def code(self) -> str:
        """How an address says them; empty where there is nothing."""
        if not self.values:
            return ""
        parts = (f"{own_rows()[name].code}{_written(value)}" for name, value in self.values)
        return f"{VERSION}-{self.place}-{''.join(parts)}"


NOTHING = OwnFigures()


def _written(value: float) -> str:
    """Return a figure in its shortest form, which reads back as itself."""
    text = f"{abs(value):.2f}".rstrip("0").rstrip(".")
    return f"m{text}" if value < 0 else text


def read_own(code: str) -> OwnFigures:
    """Return the figures of a code; an empty one is nothing.

    Raises:
        OwnFiguresError: it cannot be read, is of a version we do not know, names a figure twice or
            one that is none, or holds one that is out of all bounds.

    """
    if not code:
        return NOTHING
    found = WHOLE.fullmatch(code.strip().lower()) if len(code) <= LONGEST else None
    if found is None:
        raise OwnFiguresError("broken", code[:40])
    version, place, rest = found.groups()
    if version != VERSION:
        raise OwnFiguresError("version", code[:40])
    by_code = {row.code: row.id for row in own_rows().values()}
    given: dict[str, float] = {}
    for letters, minus, number in PART.findall(rest):
        name = by_code.get(letters)
        if name is None or name in given:
            raise OwnFiguresError("row", letters)
        given[name] = -float(number) if minus else float(number)
    return OwnFigures.of(place, given)
