"""Municipalities that have merged, changed number or been divided, as Klass tells it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.answers import SsbError
from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.klass_models import KlassChanges, KlassCodes
from framtid.statistics.ssb.recipes import Structure

MUNICIPALITY, COUNTY = 4, 2
"""Digits of a number; a municipality's begins with its county's."""
OUTSIDE = ("21", "22", "23", "25", "26", "88", "99")
"""First digits of Svalbard, Jan Mayen, the shelf and the unknown."""


@dataclass(frozen=True)
class Change:
    """How today's municipalities differ from those of the last edition."""

    names: dict[str, str]
    """Official name by number, today."""
    moved: dict[str, str] = field(default_factory=dict)
    """New number by old, where an old one is gone whole."""
    parts: dict[str, str] = field(default_factory=dict)
    """Number of the last edition by new one, where it was divided; figures are summed."""
    counties: dict[str, str] = field(default_factory=dict)
    """Official name of every county by number, where a municipality has come to a new one."""
    notes: tuple[str, ...] = ()

    def places(self, known: set[str]) -> dict[str, str]:
        """Return municipality of ours by SSB's number."""
        ours = {self.moved.get(code, code) for code in known}
        return {code: code for code in ours} | self.parts


def _codes(client: Client, classification: int, digits: int, today: date) -> dict[str, str]:
    """Return the names of a classification's codes of that length, in the country itself."""
    told = client.klass(
        KlassCodes, f"classifications/{classification}/codesAt", date=today.isoformat()
    )
    return {
        one.code: one.name
        for one in told.codes
        if re.fullmatch(rf"[0-9]{{{digits}}}", one.code) and not one.code.startswith(OUTSIDE)
    }


def _counties(
    client: Client, structure: Structure, names: Mapping[str, str], before: Snapshot, today: date
) -> dict[str, str]:
    """Return the counties of the day, or nothing where ours are enough."""
    needed = {code[:COUNTY] for code in names}
    if needed <= set(before.table("counties")["code"].to_pylist()):
        return {}
    found = _codes(client, structure.counties, COUNTY, today)
    if unknown := needed - set(found):
        raise SsbError(f"Klass has no county {', '.join(sorted(unknown))}")
    return {code: found[code] for code in sorted(needed)}


def _became(client: Client, structure: Structure, today: date) -> dict[str, set[str]]:
    """Return what each number was given up for, from the first edition's structure on."""
    told = client.klass(
        KlassChanges,
        f"classifications/{structure.classification}/changes",
        **{"from": structure.since.isoformat(), "to": today.isoformat()},
    )
    became: dict[str, set[str]] = {}
    for one in told.changes:
        # A name alone may have changed; and a number may begin or end without another.
        if one.old and one.new and one.old != one.new:
            became.setdefault(one.old, set()).add(one.new)
    return became


def _today(code: str, became: Mapping[str, set[str]], names: Mapping[str, str]) -> set[str]:
    """Return what a number is today, however many changes lie between."""
    found: set[str] = set()
    waiting, seen = [code], set()
    while waiting:
        one = waiting.pop()
        if one in names:
            found.add(one)
        elif one not in seen:
            waiting += became.get(one, ())
        seen.add(one)
    return found


def changes(client: Client, structure: Structure, before: Snapshot, today: date) -> Change:
    """Ask Klass what has happened to the municipalities since the last edition.

    Raises:
        SsbError: Klass has other municipalities than we, and does not say why.

    """
    known = set(before.table("municipalities")["code"].to_pylist())
    names = _codes(client, structure.classification, MUNICIPALITY, today)
    if set(names) == known:
        return Change(names)
    became = _became(client, structure, today)
    moved: dict[str, str] = {}
    parts: dict[str, str] = {}
    notes: list[str] = []
    for old in sorted(known - set(names)):
        new = _today(old, became, names)
        if len(new) == 1:
            (moved[old],) = new
            notes.append(f"{old} is now {moved[old]} {names[moved[old]]}")
        elif new:
            parts |= dict.fromkeys(sorted(new), old)
            notes.append(f"{old} was divided into {', '.join(sorted(new))}, and is kept as one")
        else:
            raise SsbError(f"Klass has no municipality {old} any more and does not say why")
    unexplained = set(names) - known - set(moved.values()) - set(parts)
    if unexplained:
        raise SsbError(f"Klass has new municipalities: {', '.join(sorted(unexplained))}")
    counties = _counties(client, structure, names, before, today)
    return Change(names, moved, parts, counties, tuple(notes))
