"""A hundred people who live: each grows older, and some are born, come, leave and die.

Nothing is drawn by lot. How many is what the projection says, who is the one for whom it has been
due longest, and the same run gives the same lives.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from framtid.projection.history import Floats
from framtid.projection.hundred_events import (
    GROUPS,
    STARTS,
    Ledger,
    in_groups,
    per_cell,
    rounded,
)
from framtid.projection.hundred_person import Came, Left, Person, patience, spread
from framtid.projection.parameters import AGES
from framtid.projection.turnover import Turnover

__all__ = ["GROUPS", "Hundred", "Life", "in_groups", "live"]

ENDS = (*STARTS[1:], AGES)


class Life(NamedTuple):
    """One of the hundred; the place in the row of lives is who it is."""

    born: int
    """Year of birth."""
    woman: bool
    came: Came
    since: int
    """The year one came, or the first year for those who were here."""
    left: Left
    until: int
    """The year one died or moved out, or the last year."""

    def age(self, year: int) -> int:
        """Return completed years on 1 January."""
        return year - 1 - self.born

    @property
    def was_here(self) -> bool:
        """Whether one has lived here since the first year, in view or not."""
        return self.came in {"here", "room"}

    def stands(self, year: int) -> bool:
        """Whether one is among the hundred on 1 January."""
        here = self.came == "here" or self.since < year
        return here and (self.left == "stays" or year <= self.until)


@dataclass(frozen=True)
class Hundred:
    """The lives of a hundred, and of those who took the places of others.

    Attributes:
        years: each 1 January, ascending.
        people: persons whom the hundred stand for, a figure for each year.
        lives: everybody who was among the hundred in any year.

    """

    years: tuple[int, ...]
    people: tuple[float, ...]
    lives: tuple[Life, ...]

    def standing(self, year: int) -> list[int]:
        """Return who is among the hundred on 1 January, by place in ``lives``, youngest first."""
        here = [i for i, life in enumerate(self.lives) if life.stands(year)]
        return sorted(here, key=lambda i: (-self.lives[i].born, i))

    def events(self, year: int) -> dict[str, int]:
        """Return what has happened from the first year until ``year``, as a reader may add it up.

        Of the first hundred: how many died and left, how many figures made room, less those that
        came into view, and how many are still here. Of the others: how many were born and came,
        and how many of these are here, new.
        """
        gone = [life for life in self.lives if life.was_here and life.until < year]
        come = [life for life in self.lives if life.came != "here" and life.since < year]
        still = sum(life.was_here and life.stands(year) for life in self.lives)
        return {
            "died": sum(life.left == "died" for life in gone),
            "left": sum(life.left == "moved" for life in gone),
            "room": sum(life.left == "room" for life in gone)
            - sum(life.came == "room" for life in come),
            "still": still,
            "born": sum(life.came == "born" for life in come),
            "came": sum(life.came == "moved" for life in come),
            "new": len(self.standing(year)) - still,
        }


class _Lives:
    """The hundred while they live."""

    def __init__(self, run: Turnover) -> None:
        self.run = run
        self.everybody: list[Person] = []
        self.here: list[Person] = []
        self.women = self.children = self.room = 0.0
        self.ledger = Ledger()
        for start, end, n in zip(STARTS, ENDS, rounded(per_cell(run.stock[0].sum(0))), strict=True):
            for place in ((k + 0.5) / n for k in range(n)):
                self._arrive(run.stock[0], (start, end), place, "here", run.first)

    def _arrive(
        self, who: Floats, ages: tuple[int, int], place: float, came: Came, year: int
    ) -> None:
        """Let one in, of the age that has ``place`` of those of these ages below it.

        Args:
            who: persons like whom one is, (sex, age) at the coming 1 January.
            ages: of the cell, the first and the one after the last.
            place: 0 to 1.
            came: how.
            year: when; those who were here count from 1 January, others come during the year.

        """
        weights = who[:, ages[0] : ages[1]].sum(0).cumsum()
        offset = int(weights.searchsorted(place * weights[-1], side="right"))
        age = ages[0] + min(offset, ages[1] - ages[0] - 1)
        men, women = who[:, age]
        self.women += women / max(men + women, 1e-9)
        woman = self.women >= 0.5
        self.women -= woman
        first = year if came == "here" else year + 1
        number, born = len(self.everybody), first - 1 - age
        person = Person(number, age, bool(woman), born, came, year, patience(number))
        self.everybody.append(person)
        self.here.append(person)

    def _leave(self, ages: tuple[int, int], n: int, how: Left, year: int) -> int:
        """Let those go for whom it has been due longest, among those of some ages.

        Returns how many more are to go than there are.
        """
        if not n:
            return 0
        risk = 0 if how == "died" else 1
        of_age = [person for person in self.here if ages[0] <= person.age < ages[1]]
        for person in sorted(of_age, key=lambda one: (-one.due(risk), one.number))[:n]:
            person.left, person.until = how, year
            self.here.remove(person)
        return max(n - len(of_age), 0)

    def _grow(self, died: Floats, out: Floats) -> None:
        """Make everybody a year older, and add to what they have run of risks, (sex, age)."""
        dying, moving = died.tolist(), out.tolist()
        for person in self.here:
            person.age = min(person.age + 1, AGES - 1)
            person.risks[0] += dying[person.woman][person.age]
            person.risks[1] += moving[person.woman][person.age]

    def pass_year(self, step: int, *, exactly: bool) -> None:
        """Let a year go by; ``exactly`` as of ``Ledger.year``."""
        run, year = self.run, self.run.first + step
        out = run.out[step] + np.maximum(run.room[step], 0)
        into = run.into[step] + np.maximum(-run.room[step], 0)
        before = np.maximum(run.stock[step + 1] + run.died[step] + out, 1e-9)
        self._grow(run.died[step] / before, out / before)
        self.children += run.born[step].sum()
        born = round(self.children)
        self.children -= born
        older = np.bincount(
            np.searchsorted(STARTS, [one.age for one in self.here], side="right") - 1,
            minlength=len(STARTS),
        )
        foreseen = per_cell(np.stack([run.died[step], out, into]).sum(1))
        stock = per_cell(run.stock[step + 1].sum(0))
        events = self.ledger.year(foreseen, older, born, stock, exactly=exactly)
        newly, coming = 0, into + 1e-9
        for ages, died, moved in zip(zip(STARTS, ENDS, strict=True), *events[:2], strict=True):
            newly += self._leave(ages, died, "died", year)
            newly += self._leave(ages, moved, "moved", year)
        for ages, came in zip(zip(STARTS, ENDS, strict=True), events[2], strict=True):
            for _ in range(came):
                place = spread(len(self.everybody), 5)
                self._arrive(coming, ages, place, "moved", year)
        for _ in range(born):
            newborn = np.zeros_like(run.stock[step])
            newborn[:, 0] = run.born[step]
            self._arrive(newborn, (0, 1), 0.5, "born", year)
        self._leave((0, 1), newly, "moved", year)
        self._make_room(float(run.room[step].sum()), year)

    def _make_room(self, room: float, year: int) -> None:
        """Tell of the oldest who went, or came, as ones who made room or came into view.

        Least of what the old do is moving, so least is told wrongly.
        """
        self.room += room
        if self.room > 0:
            moved = [one for one in self.everybody if one.left == "moved" and one.until == year]
        else:
            moved = [one for one in self.everybody if one.came == "moved" and one.since == year]
        moved.sort(key=lambda one: (one.born, one.number))
        for one in moved[: abs(round(self.room))]:
            if self.room > 0:
                one.left = "room"
                self.room -= 1
            else:
                one.came = "room"
                self.room += 1

    def lives(self) -> Iterator[Life]:
        """Return everybody's life, with those who stay to the last year."""
        last = self.run.first + len(self.run.people) - 1
        for one in self.everybody:
            until = last if one.left == "stays" else one.until
            yield Life(one.born, one.woman, one.came, one.since, one.left, until)


def live(run: Turnover, told: frozenset[int]) -> Hundred:
    """Let a hundred live through a run.

    Args:
        run: the turnover of a place.
        told: years in which each group of ages is rounded as texts count it; in the years between,
            each is rounded up or down.

    """
    lives = _Lives(run)
    steps = len(run.people) - 1
    for step in range(steps):
        lives.pass_year(step, exactly=run.first + step + 1 in told)
    years = tuple(range(run.first, run.first + steps + 1))
    return Hundred(years, tuple(float(n) for n in run.people), tuple(lives.lives()))
