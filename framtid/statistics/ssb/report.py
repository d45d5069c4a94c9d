"""What a refresh did, for whoever runs it: what is new, what moved, what was kept out and why."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

MOST = 5
"""Places and years that are named, the largest changes first."""


class Fate(StrEnum):
    """What became of a table."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "the same"
    CURRENT = "up to date"
    REFUSED = "refused"
    UNASKED = "not asked"


@dataclass
class Outcome:
    """One table after a refresh."""

    name: str
    table: str
    fate: Fate
    updated: str = ""
    problems: tuple[str, ...] = ()
    """Why it was refused."""
    notes: tuple[str, ...] = ()
    """Codes, labels and editions that are not as they were, and figures that are missing."""
    totals: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Places whose figures for the same year changed most."""


@dataclass
class Report:
    """A whole refresh."""

    before: str
    after: str
    outcomes: list[Outcome] = field(default_factory=list)
    derived: list[str] = field(default_factory=list)
    dry: bool = False

    @property
    def refused(self) -> list[Outcome]:
        """Tables that were kept out or never asked for."""
        return [one for one in self.outcomes if one.fate in {Fate.REFUSED, Fate.UNASKED}]

    def lines(self) -> Iterator[str]:
        """Yield the report, line by line."""
        for one in self.outcomes:
            told = f"  updated {one.updated[:10]}" if one.updated else ""
            yield f"{one.name:24} {one.table:6} {one.fate}{told}"
            yield from (f"    why: {why}" for why in one.problems)
            yield from (f"    {line}" for line in (*one.totals, *one.places, *one.notes))
        if self.derived:
            yield f"made anew: {', '.join(self.derived)}"
        yield self._verdict()
        if self.refused:
            yield f"{len(self.refused)} kept out: {', '.join(one.name for one in self.refused)}"

    def _verdict(self) -> str:
        if self.before == self.after:
            return f"Edition {self.before} stands: nothing is new."
        if self.dry:
            return f"Edition {self.before} stands; this would have become {self.after}."
        return f"Edition {self.after} is in force; {self.before} is kept."


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.2f}"


def _told(year: object, old: float, new: float) -> str:
    return f"{year}: {_number(old)} → {_number(new)} ({new - old:+,.0f}, {new / old - 1:+.2%})"


def moved_totals(now: pd.DataFrame, before: pd.DataFrame, mean: bool) -> Iterator[str]:
    """Yield the years that are new and those whose total is another, newest first."""
    new, old = (frame.mean() if mean else frame.sum() for frame in (now, before))
    word = "mean" if mean else "total"
    for year in sorted(new.index, reverse=True):
        if year not in old.index:
            yield f"{word} {year}: {_number(new[year])}, a new year"
        elif abs(new[year] - old[year]) > 1e-9 * abs(old[year]):
            yield f"{word} {_told(year, old[year], new[year])}"


def moved_places(now: pd.DataFrame, before: pd.DataFrame) -> Iterator[str]:
    """Yield how many places changed in the last year both know, and the largest of them."""
    shared = sorted(set(now.columns) & set(before.columns))
    if not shared or len(now) < 2:
        return
    year = shared[-1]
    old, new = before[year].align(now[year], join="inner")
    change = ((new - old) / old.where(old != 0)).dropna()
    change = change[change.abs() > 1e-9]
    if change.empty:
        return
    yield f"{len(change)} places changed in {year}, most of all:"
    for place in change.abs().sort_values(ascending=False).index[:MOST]:
        yield f"  {place} {_told(year, old[place], new[place])}"
