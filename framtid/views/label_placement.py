"""Words in a figure, standing where no line strikes them and none stands on another."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from framtid.views import style

PHONE = (240.0, 175.0)
"""Width and height in pixels of the plot on a phone: what has room there has room anywhere."""
LETTER, SIZE, DOT = 0.53, 16.0, 7.0
"""A letter's mean width as a share of its size, the size of labels, and the way past a dot."""
SMALL = (194.0, 186.0)
"""The same for pictures that have the names of lines right of the plot."""
SPOTS = ("top left", "top right", "bottom right", "bottom left", "top center", "bottom center")
BESIDE = ("middle right", "middle left", *SPOTS)
"""Where words may stand by a point that has no dot."""
LIFTS = (0.0, 8.0, 16.0, 24.0, 32.0, 40.0)
"""Pixels that words may stand farther from their dot; each weighs a quarter of one struck."""
OUTSIDE = 1000.0
"""What a pixel outside the plot weighs against one that a line strikes."""

Box = tuple[float, float, float, float]
"""Left, right, bottom and top, in pixels of the phone's plot."""


def named(text: str, year: int, value: float, color: str) -> style.Trace:
    """Return a line's name, standing right of its end."""
    made = style.label(year, value, style.AIR + text, color, "middle right")
    return made | {"mode": "text", "textfont": {"color": color, "size": style.SIZE}}


def apart(values: Sequence[float], gap: float) -> list[float]:
    """Return where names may stand without touching, each as near its value as can be."""
    order = np.argsort(values)
    spots = np.array(values, dtype=float)
    for before, after in pairwise(order):
        spots[after] = max(spots[after], spots[before] + gap)
    spots += (np.mean(values) - spots.mean()) * (len(values) > 1)
    return [float(spot) for spot in spots]


class Room:
    """A plot on a phone, and what is taken in it already."""

    def __init__(
        self,
        x: Sequence[float],
        y: Sequence[float],
        lines: Iterable[style.Trace],
        size: tuple[float, float] = PHONE,
    ) -> None:
        self.x, self.y, self.size = x, y, size
        self.struck = np.concatenate([self._pixels(line) for line in lines])
        self.taken: list[Box] = []

    def _at(self, x: float, y: float) -> tuple[float, float]:
        across, up = (
            size * (value - low) / (high - low)
            for value, (low, high), size in zip((x, y), (self.x, self.y), self.size, strict=True)
        )
        return across, up

    def _pixels(self, line: style.Trace) -> NDArray[np.float64]:
        """Return points along a line, about one for each pixel across, (point, axis)."""
        corners = np.arange(len(line["x"]))
        along = np.linspace(0, corners[-1], int(self.size[0]))
        points = (np.interp(along, corners, line[axis]) for axis in "xy")
        return np.array([self._at(*at) for at in zip(*points, strict=True)])

    def _box(self, x: float, y: float, text: str, spot: str, away: float) -> Box:
        """Return what a label takes, so many pixels above or below its point."""
        above, beside = spot.split()
        across, up = self._at(x, y)
        width = LETTER * SIZE * len(text)
        left = across + {"left": -DOT - width, "center": -width / 2, "right": DOT}[beside]
        bottom = up + {"top": away, "middle": -SIZE / 2, "bottom": -SIZE - away}[above]
        return left, left + width, bottom, bottom + SIZE

    def _cost(self, box: Box) -> float:
        left, right, bottom, top = box
        x, y = self.struck.T
        struck = (x > left) & (x < right) & (y > bottom - 2) & (y < top + 2)
        covered = sum(
            left < other[1] and other[0] < right and bottom < other[3] and other[2] < top
            for other in self.taken
        )
        beyond = max(-left, right - self.size[0], -bottom, top - self.size[1], 0.0)
        return float(struck.sum()) + self.size[0] * covered + OUTSIDE * beyond

    def now(self, year: int, text: str) -> style.Trace:
        """Return the rule that parts what has been from what may come, named at its top."""
        rule = style.now(year, self.y[1] - 0.05 * (self.y[1] - self.y[0]), text)
        across, top = self._at(year, rule["y"][1])
        stripes = np.arange(0.0, top)
        self.struck = np.concatenate([self.struck, np.stack([stripes * 0 + across, stripes], 1)])
        self.taken.append(
            (across - LETTER * SIZE * len(text), across, top - SIZE / 2, self.size[1])
        )
        return rule

    def label(
        self, points: Sequence[tuple[float, float]], text: str, color: str, *, dot: bool = True
    ) -> style.Trace:
        """Return a label at the point, and on the side of it, where least strikes it."""
        spots, gap = (SPOTS, DOT) if dot else (BESIDE, 0.0)
        tried = [(*at, spot, lift) for lift in LIFTS for spot in spots for at in points]
        boxes = [self._box(x, y, text, spot, gap + lift) for x, y, spot, lift in tried]
        costs = [self._cost(box) + at[3] / 4 for box, at in zip(boxes, tried, strict=True)]
        best = int(np.argmin(costs))
        self.taken.append(boxes[best])
        x, y, spot, lift = tried[best]
        made = style.label(x, y, text, color, spot)
        if not dot:
            return made | {"mode": "text", "y": [self._moved(y, spot, lift)]}
        return self._lifted(made, lift) if lift else made

    def _moved(self, y: float, spot: str, pixels: float) -> float:
        """Return a height so many pixels farther up, or down, than ``y``."""
        way = {"top": 1, "middle": 0, "bottom": -1}[spot.split(maxsplit=1)[0]]
        return round(float(y + way * pixels / self.size[1] * (self.y[1] - self.y[0])), 4)

    def _lifted(self, label: style.Trace, lift: float) -> style.Trace:
        """Return a label whose words stand farther from its dot, where the lines leave room."""
        (x,), (y,) = label["x"], label["y"]
        return label | {
            "x": [x, x],
            "y": [y, self._moved(y, label["textposition"], lift + DOT)],
            "text": ["", *label["text"]],
            # Plotly takes marks of two sizes for bubbles, and would let them through the light.
            "marker": label["marker"] | {"size": [label["marker"]["size"], 0], "opacity": 1},
        }
