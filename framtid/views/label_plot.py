"""A plot of one size as words see it: what is taken in it, and what it weighs to stand there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from math import sqrt
from operator import not_

import numpy as np
from numpy.typing import NDArray

from framtid.views import style

LETTER, SIZE, DOT = 0.53, 16.0, 7.0
"""A letter's mean width as a share of its size, the size of labels, and the way past a dot."""
NEARER = 60.0
"""What it weighs that words stand nearer to another line than to their own."""
CLEAR = 3.0
"""Pixels by which their own line is to be nearer, so that nobody is in doubt."""
ON_LINE = 2.0
"""Pixels from a dot within which a line runs through it, and is the dot's own."""
STEP = 1.5
"""Pixels between the points that a line is seen as."""
STRUCK, EDGE = 25.0, 0.2
"""What it weighs that any of a line strikes words, and that a point of a band's edge does."""
OUTSIDE = 1000.0
"""What a pixel outside the plot weighs against one that a line strikes."""

NOWHERE = np.empty((2, 0))
"""No points."""

Box = tuple[float, float, float, float]
"""Left, right, bottom and top, in pixels of a plot."""
Point = tuple[float, float]


def corners(line: style.Trace) -> NDArray[np.float64]:
    """Return the corners of a line in data units, (axis, corner)."""
    return np.array([line["x"], line["y"]], float)


def _within(box: Box, points: NDArray[np.float64]) -> int:
    """Return how many points, (axis, point), are in a box, or touch the words in it."""
    left, right, bottom, top = box
    x, y = points
    return int(np.count_nonzero((x > left) & (x < right) & (y > bottom - 2) & (y < top + 2)))


def _away(box: Box, points: NDArray[np.float64]) -> float:
    """Return how far the nearest of some points, (axis, point), is from a box; 0 inside it."""
    left, right, bottom, top = box
    x, y = points
    across = x - np.minimum(np.maximum(x, left), right)
    up = y - np.minimum(np.maximum(y, bottom), top)
    return sqrt((across * across + up * up).min())


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text may stand: a point in data units, the side of it, and the way past a dot.

    Words without a dot of their own have some air between them and their point.
    """

    x: float
    y: float
    side: str
    dot: bool


class Plot:
    """A plot of one size, and what is taken in it already, in pixels from the lower left."""

    def __init__(self, x: Sequence[float], y: Sequence[float], size: tuple[float, float]) -> None:
        self.x, self.y, self.size = x, y, size
        ends = np.array([x, y], float)
        self._from, self._span = ends[:, :1], ends[:, 1:] - ends[:, :1]
        self._scale = np.array(size)[:, None]
        self.lines: list[NDArray[np.float64]] = []
        self.struck = self.faint = NOWHERE
        self.taken: list[Box] = []
        self._owned: dict[Point, tuple[NDArray[np.float64], ...]] = {}

    def at(self, x: float, y: float) -> Point:
        """Return where a point stands."""
        (left, right), (low, high), (width, height) = self.x, self.y, self.size
        return width * (x - left) / (right - left), height * (y - low) / (high - low)

    def pixels(self, corners: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return points along a line, one for each ``STEP`` of pixels, (axis, point)."""
        turns = self._scale * (corners - self._from) / self._span
        apart = turns[:, 1:] - turns[:, :-1]
        far = np.zeros(turns.shape[1])
        np.cumsum(np.hypot(*apart), out=far[1:])
        along = np.arange(0.0, far[-1] + STEP, STEP)
        return np.array([np.interp(along, far, each) for each in turns])

    def strike(self, points: NDArray[np.float64], *, faint: bool = False) -> None:
        """Take up room with something that words should not stand on, or better not."""
        kind = "faint" if faint else "struck"
        setattr(self, kind, np.concatenate([getattr(self, kind), points], 1))

    def dot(self, point: Point) -> None:
        """Take up what a dot takes, a little less than the way past it."""
        across, up = self.at(*point)
        self.taken.append((across - DOT + 1, across + DOT - 1, up - DOT + 1, up + DOT - 1))

    def box(self, spot: Spot, text: str) -> Box:
        """Return what a text takes."""
        above, beside = spot.side.split()
        across, up = self.at(spot.x, spot.y)
        width, past = LETTER * SIZE * len(text), DOT if spot.dot else SIZE / 2
        left = across + {"left": -past - width, "center": -width / 2, "right": past}[beside]
        over = DOT if spot.dot else 0.0
        bottom = up + {"top": over, "middle": -SIZE / 2, "bottom": -SIZE - over}[above]
        return left, left + width, bottom, bottom + SIZE

    def cost(self, spot: Spot, text: str, point: Point, limit: float = np.inf) -> float:
        """Return what it weighs that the label of a point stands in a spot.

        What weighs ``limit`` or more is not weighed to the end, and weighs without end.
        """
        box = self.box(spot, text)
        left, right, bottom, top = box
        covered = sum(
            left < other[1] and other[0] < right and bottom < other[3] and other[2] < top
            for other in self.taken
        )
        beyond = max(-left, right - self.size[0], -bottom, top - self.size[1], 0.0)
        covered += self._crossed(spot, point)
        lost = self.size[0] * covered + OUTSIDE * beyond
        if lost >= limit:
            return np.inf
        struck = _within(box, self.struck)
        weight = STRUCK * (struck > 0) + struck
        if weight + lost >= limit:
            return np.inf
        weight += EDGE * _within(box, self.faint)
        weight += lost
        if weight >= limit:
            return np.inf
        # A line of its own leads from a dot to words that are lifted: nobody is in doubt.
        return weight + (self._doubt(box, point) if spot.dot else 0.0)

    def _crossed(self, spot: Spot, point: Point) -> int:
        """Return how many words the line from a dot to lifted words would go through."""
        if spot.y == point[1]:
            return 0
        (across, start), (_, end) = self.at(*point), self.at(spot.x, spot.y)
        low, high = sorted((start, end))
        passed = (
            other
            for other in self.taken
            if other[0] <= across <= other[1] and not other[2] <= start <= other[3]
        )
        return sum(low < other[3] and other[2] < high for other in passed)

    def _doubt(self, box: Box, point: Point) -> float:
        """Return what it weighs that a label of a point seems to be another line's."""
        own, others = self._own(point)
        if not (own.size and others.size):
            return 0.0
        beyond = _away(box, own) + CLEAR - _away(box, others)
        return NEARER + beyond if beyond > 0 else 0.0

    def _own(self, point: Point) -> tuple[NDArray[np.float64], ...]:
        """Return the lines that a point is on, and the others, (axis, point) each."""
        if point not in self._owned:
            at = np.array(self.at(*point))[:, None]
            mine = [bool(np.hypot(*(line - at)).min() < ON_LINE) for line in self.lines]
            self._owned[point] = tuple(
                np.concatenate([NOWHERE, *compress(self.lines, kind)], 1)
                for kind in (mine, map(not_, mine))
            )
        return self._owned[point]
