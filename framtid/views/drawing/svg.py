"""A view's figure as an SVG picture, laid out as Plotly lays it out in the browser.

It knows what our views use and no more: lines, fills, dots, bars, words, quiet axes.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from framtid.views.drawing import marks
from framtid.views.drawing.apart import lifted
from framtid.views.drawing.axes import Axis, axis, same_scale, uncrowded
from framtid.views.drawing.elements import alike, element, number, text
from framtid.views.drawing.fitting import FITTING
from framtid.views.drawing.people import people
from framtid.views.model import Figure
from framtid.views.style import Trace

Part = tuple[bool, str]
"""What is drawn, and whether it ends where the plot does."""


def draw(
    figure: Figure,
    width: float,
    height: float,
    alt: str = "",
    widest: float = FITTING.widest_margin,
    *,
    named: bool = False,
) -> str:
    """Return a figure as one SVG element.

    Args:
        figure: a Plotly figure as plain data, as views make them.
        width: of the picture, in pixels; text and strokes keep their size whatever it is.
        height: of the picture, in pixels.
        alt: the text alternative; without one the picture is hidden from screen readers.
        widest: the share of a narrow picture that a margin may take.
        named: whether it stands on a page of ours, which has the ``outlines`` of people and says
            what font pictures have.

    """
    layout, traces = figure["layout"], [trace for trace in figure["data"] if _seen(trace)]
    margin = _margin(layout, width, widest)
    inner = width - margin["l"] - margin["r"], height - margin["t"] - margin["b"]
    traces = [_spread(trace, layout, (width, height)) for trace in traces]
    x, y = axis("x", inner[0], traces, layout), axis("y", inner[1], traces, layout)
    if "scaleanchor" in layout["yaxis"]:
        x, y = same_scale(x, y)
    traces = lifted(traces, y)
    box = {"x": margin["l"], "y": margin["t"], "width": inner[0], "height": inner[1]}
    parts: list[Part] = [(True, line) for line in grid(x, y)]
    parts += [part for trace in traces for part in _trace(trace, x, y, layout, named=named)]
    parts += [(False, words) for words in (*labels(x, y), *notes(layout, x, y))]
    return element(
        "svg",
        *_layers(box, parts),
        xmlns=None if named else "http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        font_family=None if named else layout["font"]["family"],
        **({"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}),
    )


def _seen(trace: Trace) -> bool:
    """Tell whether a trace shows: one that waits for its state, or has no points, does not."""
    return bool(trace["x"]) and trace.get("opacity") != 0


def _margin(layout: Mapping[str, Any], width: float, widest: float) -> dict[str, float]:
    most = max(FITTING.least_margin, round(width * widest)) if width < FITTING.narrow else width
    sides: dict[str, float] = layout["margin"]
    return {side: min(size, most) if side in "lr" else size for side, size in sides.items()}


def _spread(trace: Trace, layout: Mapping[str, Any], room: tuple[float, float]) -> Trace:
    """Return a trace whose dots fill a square without touching, where the layout says so."""
    if "dots" not in layout.get("meta", {}) or "marker" not in trace:
        return trace
    steps = zip(room, layout["meta"]["dots"], strict=True)
    size = min(pixels / dots for pixels, dots in steps) * FITTING.dot
    return trace | {"marker": trace["marker"] | {"size": size}}


def _layers(box: Mapping[str, float], parts: Iterable[Part]) -> Iterator[str]:
    """Put parts in the plot's own coordinates: what stands together is placed together."""
    corner = f"translate({number(box['x'])} {number(box['y'])})"
    for clipped, those in groupby(parts, key=itemgetter(0)):
        inside = "".join(part for _, part in those)
        if clipped:
            yield element("svg", inside, **box)
        else:
            yield element("g", inside, transform=corner)


def _trace(
    trace: Trace, x: Axis, y: Axis, layout: Mapping[str, Any], *, named: bool
) -> Iterator[Part]:
    free = trace.get("cliponaxis", True)
    if trace["type"] == "bar":
        for bar in marks.bars(trace, x, y, layout.get("bargap", marks.GAP)):
            yield free, bar
        return
    for line in marks.lines(trace, x, y):
        yield True, line
    if "customdata" in trace and (shapes := _shapes(layout)):
        dots = people(trace, x, y, shapes, named=named)
    else:
        dots = marks.dots(trace, x, y, named=named)
    for beside in (*dots, *marks.words(trace, x, y)):
        yield free, beside


def _shapes(layout: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the outlines of a figure's people; none where it shows no one."""
    meta = layout.get("meta", {})
    shapes: Mapping[str, str] = (meta.get("people") or meta.get("scene") or {}).get("shapes", {})
    return shapes


def grid(x: Axis, y: Axis) -> Iterator[str]:
    """Draw the lines of the grid and the zero line, where an axis has them."""
    for one, other in ((x, y), (y, x)):
        inside = (pixel for pixel, _ in one.ticks() if 1 < pixel < one.length - 1)
        rules = (
            [(pixel, one.settings["gridcolor"]) for pixel in inside]
            if one.settings["showgrid"]
            else []
        )
        if one.settings["zeroline"]:
            rules.append((one.at(0.0), one.settings["zerolinecolor"]))
        for color, those in groupby(rules, key=itemgetter(1)):
            lines = "".join(
                f"M{number(pixel)},0v{number(other.length)}"
                if one is x
                else f"M0,{number(pixel)}h{number(other.length)}"
                for pixel, _ in those
            )
            yield element("path", d=lines, stroke=color, shape_rendering="crispEdges")


def labels(x: Axis, y: Axis) -> Iterator[str]:
    """Write the words of the ticks, below and to the left."""
    size, color = (x.settings["tickfont"][name] for name in ("size", "color"))
    lower = y.length + size + 1 + x.settings.get("ticklabelstandoff", 0)
    below = [text(words, pixel, lower, font_size=size) for pixel, words in uncrowded(x.ticks())]
    yield from alike(below, fill=color, text_anchor="middle")
    size, color = (y.settings["tickfont"][name] for name in ("size", "color"))
    beside = [text(words, -1, pixel + size * 0.35, font_size=size) for pixel, words in y.ticks()]
    yield from alike(beside, fill=color, text_anchor="end")


def notes(layout: Mapping[str, Any], x: Axis, y: Axis) -> Iterator[str]:
    """Write the annotations, which stand by shares of the plot's width and height."""
    for note in layout.get("annotations", ()):
        font = note["font"]
        anchor = "start" if note["x"] < 1 / 3 else "end" if note["x"] > 2 / 3 else "middle"
        up = y.length * (1 - note["y"]) - font["size"] * 0.4
        place = (x.length * note["x"], up)
        yield text(
            note["text"], *place, fill=font["color"], font_size=font["size"], text_anchor=anchor
        )
