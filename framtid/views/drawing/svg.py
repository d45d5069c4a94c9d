"""A view's figure as an SVG picture, laid out as Plotly lays it out in the browser.

It knows what our views use and no more: lines, fills, dots, bars, words, quiet axes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from framtid.views.drawing import marks
from framtid.views.drawing.apart import lifted
from framtid.views.drawing.axes import Axis, axis, same_scale, uncrowded
from framtid.views.drawing.elements import element, text
from framtid.views.drawing.fitting import FITTING
from framtid.views.drawing.people import people
from framtid.views.model import Figure
from framtid.views.style import Trace


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
        named: whether it stands on a page that has the ``outlines`` of people.

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
    return element(
        "svg",
        *(_layer(box, grid(x, y), clipped=True)),
        *(part for trace in traces for part in _trace(trace, box, x, y, layout, named=named)),
        *(_layer(box, (*labels(x, y), *notes(layout, x, y)), clipped=False)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        font_family=layout["font"]["family"],
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


def _layer(box: Mapping[str, float], parts: Any, *, clipped: bool) -> Iterator[str]:  # noqa: ANN401
    """Put parts in the plot's own coordinates; nothing at all when there are none."""
    inside = "".join(parts)
    if inside:
        yield element("svg", inside, **box, overflow="hidden" if clipped else "visible")


def _trace(
    trace: Trace,
    box: Mapping[str, float],
    x: Axis,
    y: Axis,
    layout: Mapping[str, Any],
    *,
    named: bool,
) -> Iterator[str]:
    free = trace.get("cliponaxis", True)
    if trace["type"] == "bar":
        yield from _layer(
            box, marks.bars(trace, x, y, layout.get("bargap", marks.GAP)), clipped=free
        )
        return
    yield from _layer(box, marks.lines(trace, x, y), clipped=True)
    if "customdata" in trace and (shapes := _shapes(layout)):
        dots = people(trace, x, y, shapes, named=named)
    else:
        dots = marks.dots(trace, x, y)
    beside = (*dots, *marks.words(trace, x, y))
    yield from _layer(box, beside, clipped=free)


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
        for pixel, color in rules:
            ends: dict[str, float] = (
                {"x1": pixel, "x2": pixel, "y1": 0, "y2": other.length}
                if one is x
                else {"y1": pixel, "y2": pixel, "x1": 0, "x2": other.length}
            )
            yield element("line", **ends, stroke=color, shape_rendering="crispEdges")


def labels(x: Axis, y: Axis) -> Iterator[str]:
    """Write the words of the ticks, below and to the left."""
    for pixel, words in uncrowded(x.ticks()):
        size, color = (x.settings["tickfont"][name] for name in ("size", "color"))
        height = y.length + size + 1
        yield text(words, pixel, height, fill=color, font_size=size, text_anchor="middle")
    for pixel, words in y.ticks():
        size, color = (y.settings["tickfont"][name] for name in ("size", "color"))
        yield text(words, -1, pixel + size * 0.35, fill=color, font_size=size, text_anchor="end")


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
