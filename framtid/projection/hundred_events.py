"""How many of a hundred die, leave and come each year, in whole people who always add up."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from framtid.projection.cohort import OLD
from framtid.projection.history import Floats
from framtid.projection.turnover import HUNDRED

GROUPS = {
    "child": (0, 5),
    "pupil": (6, 15),
    "youth": (16, 19),
    "working": (20, 66),
    "old": (67, 79),
    "oldest": (80, 105),
}
"""The ages that a hundred are told in, first and last."""
CELLS = ((0,), (6,), (16,), (20, 35, 50), (67,), (80,))
"""The first ages of the parts of each group: the long years of work are three."""
STARTS = [start for group in CELLS for start in group]
DEATHS_FIRST = 2.0
"""How much a death too many or too few weighs beside a move: deaths are what we know best."""
SLACK = 1
"""How far beyond rounding up or down a cell may stand in a year that nobody tells of."""
WRONG = 0.35
"""What one too many or too few in a cell weighs in such a year beside a move that is not due."""

MOST_DEATHS, MOST_MOVES = 3, 4
"""In a cell in one year; more move only where the projection empties it."""
YOUNG = np.array(STARTS) < OLD
"""Cells in which nobody dies before a whole person is due."""

Whole = NDArray[np.int64]


def apportioned(counts: Sequence[float] | Floats, total: int) -> list[int]:
    """Share a whole number in proportion to counts, largest remainders first; one at least counts.

    Remainders that are equal but for how they were worked out are so here: the first wins.
    """
    exact = np.round(np.array(counts) / sum(counts) * total, 9)
    return [int(n) for n in _largest_remainders(exact, total)]


def in_groups(counts: Sequence[float] | Floats) -> list[int]:
    """Return how many of a hundred are of each of ``GROUPS``; they always sum to 100.

    Those of working age, and those of 67 or more, are told in headlines: each is its own share
    rounded. Those below 20 are the rest, and a part is shared out by largest remainders.
    """
    exact = np.round(np.array(counts) / sum(counts) * HUNDRED, 9)
    young, working, old = exact[:3], exact[3], exact[4:]
    work = int(working + 0.5)
    aged = min(int(old.sum() + 0.5), HUNDRED - work)
    return [*_shared(young, HUNDRED - work - aged), work, *_shared(old, aged)]


def _shared(part: Floats, total: int) -> list[int]:
    return apportioned(part, total) if part.sum() else [total, *[0] * (len(part) - 1)]


def _largest_remainders(exact: Floats, total: int) -> Whole:
    whole = np.floor(exact).astype(np.int64)
    return _raised(whole, whole - exact, total)


def _raised(whole: Whole, dearness: Floats, total: int) -> Whole:
    """Return ``whole`` with one more where that is cheapest, so that it sums to ``total``."""
    raised = whole.copy()
    raised[np.argsort(dearness, kind="stable")[: total - whole.sum()]] += 1
    return raised


def per_cell(ages: Floats) -> Floats:
    """Return figures by age, (..., age), as sums of each cell, (..., cell)."""
    cells: Floats = np.add.reduceat(ages, STARTS, axis=-1)
    return cells


def rounded(exact: Floats) -> Whole:
    """Return a stock by cell in whole people: groups as they are told, their parts within."""
    ends = np.cumsum([len(group) for group in CELLS])[:-1]
    groups = np.split(exact, ends)
    told = in_groups([group.sum() for group in groups])
    return np.concatenate(
        [
            _largest_remainders(group * (n / max(group.sum(), 1e-9)), n)
            for group, n in zip(groups, told, strict=True)
        ]
    )


def _settled(price: Floats, low: Whole) -> Whole:
    """Return the stock by cell that is cheapest among those that sum to a hundred.

    Args:
        price: of each stock by cell, beginning with ``low``, (choice, cell).
        low: the least stock of each cell that has a price.

    """
    chosen, cells = price.argmin(0), np.arange(price.shape[1])
    while gap := HUNDRED - int((low + chosen).sum()):
        way = 1 if gap > 0 else -1
        there = chosen + way
        inside = (there >= 0) & (there < len(price))
        dearer = np.where(inside, price[np.where(inside, there, chosen), cells], np.inf)
        chosen[(dearer - price[chosen, cells]).argmin()] += way
    settled: Whole = low + chosen
    return settled


class Ledger:
    """What is due of deaths and moves by cell, carried on until a whole person is due."""

    def __init__(self) -> None:
        self.due = np.zeros((3, len(STARTS)))
        """Deaths, moves out, moves in: foreseen so far less happened so far, (3, cell)."""

    def year(
        self, foreseen: Floats, older: Whole, born: int, stock: Floats, *, exactly: bool
    ) -> Whole:
        """Return who dies, moves out and moves in during a year, (3, cell).

        Args:
            foreseen: the same three as the projection has them, (3, cell).
            older: last year's hundred, a year older, by cell.
            born: how many were born to them.
            stock: who there are to be at the year's end, by cell; a hundred in all.
            exactly: whether each group is to be rounded as ``in_groups`` does, and not only
                up or down as is nearest to what happens anyhow.

        """
        self.due += foreseen
        standing = older.copy()
        standing[0] += born
        if exactly:
            low = rounded(stock)
            choices = low[None]
        else:
            low = np.maximum(np.floor(stock).astype(np.int64) - SLACK, 0)
            choices = low + np.arange(2 + 2 * SLACK)[:, None]
        events, price = self._cheapest(choices - standing, standing)
        stand = _settled(price + WRONG * (choices - stock) ** 2, low)
        happens: Whole = events[:, stand - low, np.arange(len(stand))]
        self.due -= happens
        return happens

    def _cheapest(self, change: Whole, standing: Whole) -> tuple[Whole, Floats]:
        """Return the cheapest events that give each change.

        Args:
            change: how many more there are to be, (choice, cell).
            standing: who may die or leave, by cell: the newborn too, where all else have gone.

        Returns:
            Deaths, moves out and moves in, (3, choice, cell), and the price, (choice, cell).

        """
        died, out = _grid(int(max(MOST_MOVES, -change.min())))
        into = change[..., None] + died + out
        price = (
            DEATHS_FIRST * (self.due[0][:, None] - died) ** 2
            + (self.due[1][:, None] - out) ** 2
            + (self.due[2][:, None] - into) ** 2
        )
        early = (died > np.maximum(np.rint(self.due[0]), 0)[:, None]) & YOUNG[:, None]
        price[(into < 0) | (died + out > standing[:, None]) | early] = np.inf
        best = price.argmin(-1)
        came = np.take_along_axis(into, best[..., None], -1)[..., 0]
        return np.stack([died[best], out[best], came]), price.min(-1)


@lru_cache(maxsize=16)
def _grid(most: int) -> tuple[Whole, Whole]:
    """Return every pair of deaths and of moves out in a cell, up to what may happen in a year."""
    died, out = np.meshgrid(np.arange(MOST_DEATHS + 1), np.arange(most + 1), indexing="ij")
    return died.ravel(), out.ravel()
