"""Where the words, lines and dots of a figure come to stand, in the pixels of a drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from math import sqrt
from operator import not_

import numpy as np
from numpy.typing import NDArray

from framtid.embed.frame.sizes import WIDEST
from framtid.views.drawing import fonts
from framtid.views.drawing.apart import lifted
from framtid.views.drawing.axes import Axis, axis, same_scale
from framtid.views.drawing.fitting import FITTING
from framtid.views.drawing.fonts import SANS, Face
from framtid.views.model import Figure
from framtid.views.style import Trace

Points = NDArray[np.float64]
STEPS, MOST = 12, 400
"""Points looked at between two corners of a line, and along one of few corners."""
SIDES = {"top": -1, "middle": 0, "bottom": 1, "left": -1, "center": 0, "right": 1}


@dataclass(frozen=True)
class Label:
    """A text with the box of its letters, and the dot that it belongs to, if any."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    at: tuple[float, float] | None
    led: bool
    """Whether a line leads to it from its dot."""

    def touches(self, other: "Label") -> bool:
        """Whether two boxes share a pixel."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def away(self, points: Points) -> float:
        """Return how far the nearest of some points is from the box; 0 inside it."""
        x, y = points.T
        across = x - np.minimum(np.maximum(x, self.left), self.right)
        up = y - np.minimum(np.maximum(y, self.top), self.bottom)
        return sqrt((across * across + up * up).min())


@dataclass(frozen=True)
class Drawn:
    """A drawing's plot in pixels: its size, words, and lines as points along them."""

    width: float
    height: float
    right: float
    """Pixels right of the plot."""
    labels: list[Label]
    lines: list[Points]
    rules: list[Points]
    """Upright lines, which tell of a year: words may stand near them, and not on them."""
    dots: list[tuple[float, float]]


def _axes(figure: Figure, size: tuple[int, int], widest: float) -> tuple[Axis, Axis, float]:
    layout, (width, height) = figure["layout"], size
    margin = layout["margin"]
    most = round(width * widest) if width < FITTING.narrow else width
    left, right = (min(margin[side], most) for side in "lr")
    traces = [t for t in figure["data"] if t["x"] and t.get("opacity") != 0]
    x = axis("x", width - left - right, traces, layout)
    y = axis("y", height - margin["t"] - margin["b"], traces, layout)
    return (*(same_scale(x, y) if "scaleanchor" in layout["yaxis"] else (x, y)), right)


def _air(text: str) -> tuple[int, int]:
    """Return how many spaces a text begins and ends with."""
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def _labels(trace: Trace, x: Axis, y: Axis) -> Iterator[Label]:
    above, beside = trace["textposition"].split()
    size, marked = trace["textfont"]["size"], "markers" in trace["mode"]
    pairs = list(zip(trace["x"], trace["y"], trace["text"], strict=True))
    for i, (across, up, text) in enumerate(pairs):
        if not text:
            continue
        mark = trace["marker"]["size"] if marked else 0
        each = mark[i] if isinstance(mark, list) else mark
        away = each / 1.6 + 1 if each else 0
        width = fonts.width(text, Face(SANS), size)
        air = [fonts.width("\u2002" * n, Face(SANS), size) for n in _air(text)]
        edge = x.at(across) + SIDES[beside] * away
        left = edge - {"left": width, "center": width / 2, "right": 0}[beside]
        base = y.at(up) + SIDES[above] * away + size * (0.25 + SIDES[above] / 2)
        base += trace.get("lift", 0)
        led = marked and "lines" in trace["mode"]
        own = (x.at(trace["x"][0]), y.at(trace["y"][0])) if marked else None
        sides = left + air[0], left + width - air[1]
        yield Label(text.strip(), *sides, base - 0.66 * size, base, own, led)


def _points(trace: Trace, x: Axis, y: Axis) -> Points:
    corners = np.arange(len(trace["x"]))
    along = np.linspace(0, corners[-1], max(MOST, STEPS * len(corners)))
    across = np.interp(along, corners, [x.at(value) for value in trace["x"]])
    up = np.interp(along, corners, [y.at(value) for value in trace["y"]])
    return np.stack([across, up], 1)


def _upright(trace: Trace) -> bool:
    return len(set(trace["x"])) == 1


def drawn(figure: Figure, size: tuple[int, int], widest: float = WIDEST) -> Drawn:
    """Return where all that shows in a figure of lines stands in a drawing of a size."""
    x, y, right = _axes(figure, size, widest)
    shown = [t for t in figure["data"] if t["x"] and t.get("opacity") != 0]
    shown = lifted([t for t in shown if t["type"] == "scatter"], y)
    labels = [
        each for t in shown if "text" in t["mode"] and "text" in t for each in _labels(t, x, y)
    ]
    stroked = [t for t in shown if "lines" in t["mode"] and "fill" not in t]
    lines = [_points(t, x, y) for t in stroked if not _upright(t)]
    rules = [_points(t, x, y) for t in stroked if _upright(t)]
    dots = [
        (x.at(t["x"][0]), y.at(t["y"][0]))
        for t in shown
        if "markers" in t["mode"] and len(t["x"]) <= 2
    ]
    return Drawn(x.length, y.length, right, labels, lines, rules, dots)


def own(label: Label, lines: list[Points]) -> list[bool]:
    """Return of each line whether it runs through a label's dot."""
    at = np.array(label.at)
    return [bool(np.hypot(*(line - at).T).min() < 2.5) for line in lines]


def faults(figure: Figure, size: tuple[int, int], widest: float = WIDEST) -> list[str]:
    """Return what is wrong with the words of a figure, each as a sentence."""
    found, plot = [], drawn(figure, size, widest)
    for i, label in enumerate(plot.labels):
        found += [
            f"{label.text} touches {other.text}"
            for other in plot.labels[i + 1 :]
            if label.touches(other)
        ]
        if label.left < -1 or label.right > plot.width + plot.right + 1:
            found.append(f"{label.text} is cut off")
        if label.top < -1 or label.bottom > plot.height + 1:
            found.append(f"{label.text} is above or below the plot")
        away = [label.away(line) for line in plot.lines]
        upright = [label.away(rule) for rule in plot.rules]
        found += [f"{label.text} is struck" for far in (*away, *upright) if far <= 0.5]
        if label.at is None:
            continue
        if label.right > plot.width + 1:
            found.append(f"{label.text} is right of the plot")
        mine = own(label, plot.lines)
        nearest = min(compress(away, mine), default=0.0)
        others = compress(away, map(not_, mine))
        if not label.led and any(far < nearest - 0.5 for far in others):
            found.append(f"{label.text} is nearer to another line")
        found += [
            f"{label.text} stands on a dot"
            for dot in plot.dots
            if dot != label.at and label.away(np.array([dot])) < 4
        ]
    return found
