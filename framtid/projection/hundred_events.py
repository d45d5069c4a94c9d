"""How many of a hundred die, leave and come each year, in whole people who always add up."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

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

Whole = NDArray[np.int64]

_DIED, _OUT = (grid.ravel() for grid in np.meshgrid(np.arange(4), np.arange(5), indexing="ij"))


def hundredths(counts: Sequence[float] | Floats) -> list[int]:
    """Share a hundred in proportion, largest remainders first; they always sum to 100."""
    exact = np.array(counts) / sum(counts) * HUNDRED
    return [int(n) for n in _largest_remainders(exact, HUNDRED)]


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
    """Return a stock by cell in whole people: groups by largest remainder, their parts within."""
    ends = np.cumsum([len(group) for group in CELLS])[:-1]
    groups = np.split(exact, ends)
    told = hundredths([group.sum() for group in groups])
    return np.concatenate(
        [
            _largest_remainders(group * (n / max(group.sum(), 1e-9)), n)
            for group, n in zip(groups, told, strict=True)
        ]
    )


def _nearest(exact: Floats, dear: Floats) -> Whole:
    """Return each group, and each cell, rounded up or down so that the year is cheapest.

    Args:
        exact: the stock by cell.
        dear: the price of rounding each cell down and up, (2, cell).

    """
    ends = [0, *np.cumsum([len(group) for group in CELLS])]
    spans = [slice(*pair) for pair in zip(ends[:-1], ends[1:], strict=True)]
    floors, more = np.floor(exact + 1e-9).astype(np.int64), dear[1] - dear[0]
    sums = np.array([exact[span].sum() for span in spans])
    least = np.floor(sums + 1e-9).astype(np.int64)

    def within(span: slice, total: int) -> tuple[Whole, float]:
        whole = _raised(floors[span], more[span], total)
        return whole, float(np.where(whole > floors[span], more[span], 0).sum())

    down = [within(span, total) for span, total in zip(spans, least, strict=True)]
    room = [
        within(span, total + 1) if total + 1 <= floors[span].sum() + len(floors[span]) else down[i]
        for i, (span, total) in enumerate(zip(spans, least, strict=True))
    ]
    price = np.array([high[1] - low[1] for low, high in zip(down, room, strict=True)])
    up = _raised(np.zeros(len(spans), np.int64), price, HUNDRED - int(least.sum()))
    return np.concatenate([(room if raised else down)[i][0] for i, raised in enumerate(up)])


class Ledger:
    """What is due of deaths and moves by cell, carried on until a whole person is due."""

    def __init__(self) -> None:
        self.due = np.zeros((3, len(STARTS)))
        """Deaths, moves out, moves in: foreseen so far less happened so far, (3, cell)."""

    def year(
        self, foreseen: Floats, standing: Whole, stock: Floats, *, exactly: bool
    ) -> Whole:
        """Return who dies, moves out and moves in during a year, (3, cell).

        Args:
            foreseen: the same three as the projection has them, (3, cell).
            standing: who there would be if nobody died or moved, by cell.
            stock: who there are to be at the year's end, by cell; a hundred in all.
            exactly: whether each group is to be rounded by largest remainder, and not only
                up or down as is nearest to what happens anyhow.

        """
        self.due += foreseen
        if exactly:
            stand = rounded(stock)
        else:
            low = np.floor(stock + 1e-9).astype(np.int64)
            dear = np.stack([self._choices(stand - standing, standing)[1] for stand in (low, low + 1)])
            stand = _nearest(stock, dear)
        chosen, _ = self._choices(stand - standing, standing)
        self.due -= chosen
        return chosen

    def _choices(self, change: Whole, standing: Whole) -> tuple[Whole, Floats]:
        """Return the cheapest deaths and moves that give a change, (3, cell), and their price."""
        most = int(max(0, -change.min()))
        died, out = (_DIED, _OUT) if most <= 4 else _grid(most)  # noqa: PLR2004 - the usual grid
        into = change[:, None] + died + out
        price = (
            DEATHS_FIRST * (self.due[0][:, None] - died) ** 2
            + (self.due[1][:, None] - out) ** 2
            + (self.due[2][:, None] - into) ** 2
        )
        price[(into < 0) | (died + out > standing[:, None])] = np.inf
        best = price.argmin(1)
        each = np.arange(len(change))
        return np.stack([died[best], out[best], into[each, best]]), price[each, best]


def _grid(most: int) -> tuple[Whole, Whole]:
    died, out = np.meshgrid(np.arange(4), np.arange(most + 1), indexing="ij")
    return died.ravel(), out.ravel()
