"""Words in a figure, standing where no line strikes them and none stands on another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from framtid.views import style
from framtid.views.label_plot import DOT, LETTER, SIZE, Plot, Point, Spot, corners

PHONE = ((240.0, 175.0), (188.0, 192.0), (268.0, 222.0), (558.0, 312.0), (634.0, 500.0))
"""Width and height in pixels of the plot on a phone, in a frame, a column, a page and a wide story.

Words have the same size in all of them: where they may stand is seen in all.
"""
SMALL = ((194.0, 186.0), (119.0, 198.0), (184.0, 228.0), (474.0, 318.0), (550.0, 506.0))
"""The same for pictures that have the names of lines right of the plot."""
SPOTS = ("top left", "top right", "bottom right", "bottom left", "top center", "bottom center")
BESIDE = ("middle right", "middle left", *SPOTS)
"""Where words may stand by a point that has no dot."""
LIFTS = (0.0, 8.0, 16.0, 24.0, 32.0, 40.0, 52.0, 64.0)
"""Pixels that words may stand farther from their dot; each weighs a quarter of one struck."""
SHORTER = 40.0
"""What it weighs that a label is shortened."""


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
    """A figure's plot at every size it is drawn in, so that words can stand well in all of them."""

    def __init__(
        self,
        x: Sequence[float],
        y: Sequence[float],
        lines: Iterable[style.Trace],
        sizes: Sequence[tuple[float, float]] = PHONE,
        *,
        edges: Iterable[style.Trace] = (),
        dots: Iterable[Point] = (),
        steady: bool = False,
    ) -> None:
        """Take up room with lines, with the edges of bands, and with dots to be labelled.

        ``steady`` labels are drawn with the same parts wherever they stand, so that pictures that
        follow each other glide.
        """
        self.steady = steady
        self.y, self.height = y, sizes[0][1]
        self.plots = [Plot(x, y, size) for size in sizes]
        drawn, bands, marks = [*map(corners, lines)], [*map(corners, edges)], list(dots)
        for plot in self.plots:
            plot.lines = [plot.pixels(line) for line in drawn]
            for points in plot.lines:
                plot.strike(points)
            for band in bands:
                plot.strike(plot.pixels(band), faint=True)
            for mark in marks:
                plot.dot(mark)

    def now(self, year: int, text: str) -> style.Trace:
        """Return the rule that parts what has been from what may come, named at its top."""
        rule = style.now(year, self.y[1] - 0.05 * (self.y[1] - self.y[0]), text)
        for plot in self.plots:
            across, top = plot.at(year, rule["y"][1])
            stripes = np.arange(0.0, top)
            plot.strike(np.array([stripes * 0 + across, stripes]))
            width = LETTER * SIZE * len(text)
            plot.taken.append((across - width, across, top - SIZE / 2, plot.size[1]))
        return rule

    def label(
        self,
        points: Sequence[Point],
        text: str,
        color: str,
        *,
        dot: bool = True,
        shorter: str | None = None,
    ) -> style.Trace:
        """Return a label at the point, and on the side of it, where least strikes it.

        Args:
            points: where it may stand.
            text: what it says.
            color: of the words and of the dot.
            dot: whether there is a dot at the point.
            shorter: what it says where the text has no room.

        """
        best: tuple[float, Spot, Point, str] | None = None
        for said in (text, *([] if shorter is None else [shorter])):
            for lift in LIFTS:
                # Farther away is never cheaper than what it weighs to be so far away.
                least = lift / 4 + SHORTER * (said != text)
                if best is not None and best[0] <= least:
                    continue
                for at, spot in self._spots(points, lift, dot=dot):
                    limit = np.inf if best is None else best[0] - least
                    cost = least + self._cost(spot, at, said, limit)
                    if best is None or cost < best[0]:
                        best = cost, spot, at, said
        if best is None:
            raise ValueError(points)
        return self._placed(*best[1:], color, dot=dot)

    def _placed(self, spot: Spot, at: Point, said: str, color: str, *, dot: bool) -> style.Trace:
        """Return a label that stands in a spot, and take up the room that it takes."""
        lifted = dot and not spot.dot
        for plot in self.plots:
            plot.taken.append(plot.box(spot, said))
            if lifted:
                plot.strike(plot.pixels(np.array([[at[0], at[0]], [at[1], spot.y]])))
        made = style.label(*at, said if spot.dot else _aired(said, spot.side), color, spot.side)
        if not dot:
            return made | {"mode": "text", "y": [spot.y]}
        if lifted:
            return _lifted(made, spot.y)
        return _tied(made) if self.steady else made

    def _spots(
        self, points: Sequence[Point], lift: float, *, dot: bool
    ) -> Iterator[tuple[Point, Spot]]:
        """Yield where a label of some points may stand, so far from its dot."""
        for side in SPOTS if dot else BESIDE:
            for at in points:
                yield at, self._spot(at, side, lift, dot=dot)

    def _spot(self, at: Point, side: str, lift: float, *, dot: bool) -> Spot:
        """Return where a text stands: beside its dot, or farther up or down without one."""
        if dot and not lift:
            return Spot(*at, side, dot=True)
        return Spot(at[0], self._moved(at[1], side, lift + DOT * dot), side, dot=False)

    def _cost(self, spot: Spot, at: Point, said: str, limit: float) -> float:
        """Return what it weighs that a text stands in a spot, in all plots, up to a limit."""
        weight = 0.0
        for plot in self.plots:
            weight += plot.cost(spot, said, at, limit - weight)
            if weight >= limit:
                break
        return weight

    def _moved(self, y: float, side: str, pixels: float) -> float:
        """Return a height so many of the first plot's pixels farther up, or down, than ``y``."""
        way = {"top": 1, "middle": 0, "bottom": -1}[side.split(maxsplit=1)[0]]
        return round(float(y + way * pixels / self.height * (self.y[1] - self.y[0])), 4)


def _aired(text: str, side: str) -> str:
    """Return words with air on the side of their point."""
    return {"left": text + style.AIR, "center": text, "right": style.AIR + text}[side.split()[1]]


def _tied(label: style.Trace) -> style.Trace:
    """Return a label at its dot with the parts of one that stands farther away."""
    lifted = _lifted(label, label["y"][0])
    return lifted | {"text": lifted["text"][::-1]}


def _lifted(label: style.Trace, height: float) -> style.Trace:
    """Return a label whose words stand farther from its dot, with a thin line between them."""
    (x,), (y,) = label["x"], label["y"]
    return label | {
        "mode": "lines+markers+text",
        "line": {"color": label["marker"]["color"], "width": 1},
        "x": [x, x],
        "y": [y, height],
        "text": ["", *label["text"]],
        # Plotly takes marks of two sizes for bubbles, and would let them through the light.
        "marker": label["marker"] | {"size": [label["marker"]["size"], 0], "opacity": 1},
    }
