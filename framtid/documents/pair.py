"""The two sides of a comparison: which place and path each is, what it is called, its addresses."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from framtid import addresses
from framtid.language import Language
from framtid.pathways.called import called
from framtid.pathways.codec import Note, Side, decode_comparison, encode_comparison
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import name_of, named
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.places import Place, places

Kind = Literal["paths", "own", "places", "both"]
"""Two paths of one place, two places, or both; a path without a name is not told apart by it."""
Name = Literal["one", "other"]
NAMES: tuple[Name, Name] = ("one", "other")
FIRST = Side(named()["lys-vei"]), Side(named()["mork-vei"])
"""What is compared when nothing is asked for: the two ends of the same levers."""


@dataclass(frozen=True)
class Pair:
    """Two sides, each with the code of a place of today."""

    sides: tuple[Side, Side]
    unknown: tuple[str, ...] = ()
    """Codes of places in the address that no place of today has."""
    switches: Switches = AS_USUAL
    """What is assumed of the world around, for both."""

    @classmethod
    def read(cls, way: str, here: Place, switches: Switches = AS_USUAL) -> "Pair":
        """Read the sides of an address; a side that names no place is about ``here``."""
        told = decode_comparison(way) if way.strip() else FIRST
        found = [(side, _today(side.place)) for side in told]
        one, other = (replace(side, place=code or here.code) for side, code in found)
        lost = (side.place for side, code in found if side.place and not code)
        return cls((one, other), tuple(dict.fromkeys(lost)), switches)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was wrong with the codes, each once."""
        return tuple(dict.fromkeys(side.note for side in self.sides if side.note))

    @cached_property
    def outlooks(self) -> tuple[Outlook, Outlook]:
        """Both outlooks."""
        one, other = (self.switches.outlook(side.place or "", side.pathway) for side in self.sides)
        return one, other

    @property
    def one_place(self) -> bool:
        """Whether both are about the same place."""
        return self.sides[0].place == self.sides[1].place

    @property
    def one_path(self) -> bool:
        """Whether both are along the same path."""
        return self.sides[0].pathway == self.sides[1].pathway

    @property
    def kind(self) -> Kind:
        """What differs."""
        known = any(name_of(side.pathway) for side in self.sides)
        if self.one_place:
            return "paths" if known else "own"
        return "both" if known and not self.one_path else "places"

    def said(self, what: Literal["name", "phrase"], language: Language) -> tuple[str, str]:
        """Return what the sides are called, or how a sentence speaks of them."""
        key = f"documents.comparison.{what}.{self.kind}"
        if self.kind == "own":
            own: dict[Name, str] = language.entry(key)
            return own["one"], own["other"]
        one, other = (language.say(key, **self._values(seen, language)) for seen in self.outlooks)
        return one, other

    def _values(self, outlook: Outlook, language: Language) -> dict[str, str]:
        here, there = (language.name(each.place) for each in self.outlooks)
        apart = language.plain if here == there else language.name
        return {
            "title": called(outlook.pathway, outlook.place.code, language),
            "name": apart(outlook.place),
            "inside": language.inside(outlook.place),
        }

    @property
    def address(self) -> str:
        """The address that stands for exactly these sides; places are named where they differ."""
        place = self.sides[0].place if self.one_place else None
        bare = (replace(side, place=None) if self.one_place else side for side in self.sides)
        way = encode_comparison(*bare)
        return addresses.page(addresses.COMPARE, place, way, **self.switches.query)

    @property
    def swapped(self) -> "Pair":
        """The same, the other way round."""
        return Pair((self.sides[1], self.sides[0]), switches=self.switches)

    def moved(self, name: Name, side: Side) -> "Pair":
        """Return the same with another first or second side."""
        one, other = self.sides
        sides = (side, other) if name == "one" else (one, side)
        return Pair(sides, switches=self.switches)

    def elsewhere(self, name: Name, code: str) -> str:
        """Return the address with another place on one side, its path kept."""
        side = self.sides[NAMES.index(name)]
        return self.moved(name, replace(side, place=code)).address


def _today(code: str | None) -> str | None:
    """Return the code of the one place of today that a code means, or None."""
    found = places().today(code) if code else ()
    return found[0].code if len(found) == 1 else None
