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
SPOTS = ("top left", "top right", "bottom right", "bottom left", "top center", "bottom center")
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
        self, x: Sequence[float], y: Sequence[float], lines: Iterable[style.Trace]
    ) -> None:
        self.x, self.y = x, y
        self.struck = np.concatenate([self._pixels(line) for line in lines])
        self.taken: list[Box] = []

    def _at(self, x: float, y: float) -> tuple[float, float]:
        across, up = (
            size * (value - low) / (high - low)
            for value, (low, high), size in zip((x, y), (self.x, self.y), PHONE, strict=True)
        )
        return across, up

    def _pixels(self, line: style.Trace) -> NDArray[np.float64]:
        """Return points along a line, about one for each pixel across, (point, axis)."""
        across = np.linspace(line["x"][0], line["x"][-1], int(PHONE[0]))
        return np.array(
            [
                self._at(*at)
                for at in zip(across, np.interp(across, line["x"], line["y"]), strict=True)
            ]
        )

    def _box(self, x: float, y: float, text: str, spot: str, lift: float) -> Box:
        """Return what a label takes: as Plotly places it beside a dot, or farther from it."""
        above, beside = spot.split()
        across, up = self._at(x, y)
        width = LETTER * SIZE * len(text)
        left = across + {"left": -DOT - width, "center": -width / 2, "right": DOT}[beside]
        bottom = up + {"top": DOT + lift, "bottom": -DOT - SIZE - lift}[above]
        return left, left + width, bottom, bottom + SIZE

    def _cost(self, box: Box) -> float:
        left, right, bottom, top = box
        x, y = self.struck.T
        struck = (x > left) & (x < right) & (y > bottom - 2) & (y < top + 2)
        covered = sum(
            left < other[1] and other[0] < right and bottom < other[3] and other[2] < top
            for other in self.taken
        )
        beyond = max(-left, right - PHONE[0], -bottom, top - PHONE[1], 0.0)
        return float(struck.sum()) + PHONE[0] * covered + OUTSIDE * beyond

    def now(self, year: int, text: str) -> style.Trace:
        """Return the rule that parts what has been from what may come, named at its top."""
        rule = style.now(year, self.y[1] - 0.05 * (self.y[1] - self.y[0]), text)
        across, top = self._at(year, rule["y"][1])
        stripes = np.arange(0.0, top)
        self.struck = np.concatenate([self.struck, np.stack([stripes * 0 + across, stripes], 1)])
        self.taken.append((across - LETTER * SIZE * len(text), across, top - SIZE / 2, PHONE[1]))
        return rule

    def name(self, line: style.Trace, text: str, color: str) -> style.Trace:
        """Return a line's name, close beside it wherever along it there is room."""
        points = list(zip(line["x"], line["y"], strict=True))
        return self.label(points[2:-2:2], text, color, lifts=(0.0,))

    def label(
        self,
        points: Sequence[tuple[float, float]],
        text: str,
        color: str,
        lifts: Sequence[float] = LIFTS,
    ) -> style.Trace:
        """Return a label at the point, and on the side of it, where least strikes it."""
        tried = [(*at, spot, lift) for lift in lifts for spot in SPOTS for at in points]
        boxes = [self._box(x, y, text, spot, lift) for x, y, spot, lift in tried]
        costs = [self._cost(box) + at[3] / 4 for box, at in zip(boxes, tried, strict=True)]
        best = int(np.argmin(costs))
        self.taken.append(boxes[best])
        x, y, spot, lift = tried[best]
        made = style.label(x, y, text, color, spot)
        return self._lifted(made, lift) if lift else made

    def _lifted(self, label: style.Trace, lift: float) -> style.Trace:
        """Return a label whose words stand farther from its dot, where the lines leave room."""
        (x,), (y,) = label["x"], label["y"]
        away = (lift + DOT) / PHONE[1] * (self.y[1] - self.y[0])
        spot = y + away if label["textposition"].startswith("top") else y - away
        return label | {
            "x": [x, x],
            "y": [y, round(spot, 4)],
            "text": ["", *label["text"]],
            # Plotly takes marks of two sizes for bubbles, and would let them through the light.
            "marker": label["marker"] | {"size": [label["marker"]["size"], 0], "opacity": 1},
        }
