"""The marks of a trace: bars, lines, filled shapes, dots and the words beside them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from framtid.views.drawing.axes import Axis
from framtid.views.drawing.elements import alike, element, number, paint, text, written
from framtid.views.drawing.outlines import outline
from framtid.views.drawing.stamps import stamped
from framtid.views.drawing.steps import path
from framtid.views.style import INK, SIZE, Trace

ANCHORS = {"left": "end", "center": "middle", "right": "start"}
"""Where a text is held when it stands to the left of its point, on it, or to the right."""
HELD = {"start": None, "middle": "middle", "end": "end"}
"""How that is written: at the start is what it is anyway."""
SIDES = {"top": -1, "middle": 0, "bottom": 1, "left": -1, "center": 0, "right": 1}
LETTER = 0.56
"""The width of a usual letter, as a share of the size of the words."""
BESIDE_BAR = 3.0
"""Pixels between a bar and its words."""

Point = tuple[float, float]
Look = tuple[Any, ...]
"""What markers that are told together share: colour, width of the line, symbol and size."""
MANY = 40
"""Markers from which on they are told by their places alone."""

TRIANGLES = {"triangle-up": 1, "triangle-down": -1}


def lines(trace: Trace, x: Axis, y: Axis) -> Iterator[str]:
    """Draw the line of a trace, broken where a value is missing; filled where it says so."""
    if "lines" not in trace["mode"]:
        return
    filled, drawn = trace.get("fill") == "toself", trace["line"]
    fill, share = paint(trace.get("fillcolor"))
    look = {
        "fill": fill,
        "fill_opacity": share,
        "stroke": paint(drawn["color"])[0],
        "stroke_linejoin": "round",
    }
    if filled and (shape := outline(trace, x, y)):
        yield element("path", **shape, **look)
        return
    yield element(
        "path",
        d="".join(path(run) + "Z" * filled for run in _runs(trace, x, y)),
        **look,
        stroke_width=drawn["width"],
        stroke_dasharray=_dashes(drawn.get("dash", "solid"), drawn["width"]),
    )


def _runs(trace: Trace, x: Axis, y: Axis) -> Iterator[list[tuple[int, int]]]:
    """Yield the pixels of each unbroken part of a line, in tenths."""
    run: list[tuple[int, int]] = []
    for across, up in zip(x.spots(trace["x"]), y.spots(trace["y"]), strict=True):
        if across is not None and up is not None:
            run.append((round(10 * across), round(10 * up)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _dashes(name: str, width: float) -> str | None:
    unit = max(width, 3)
    return {"solid": None, "dot": f"{unit},{unit}", "dash": f"{3 * unit},{3 * unit}"}[name]


def dots(trace: Trace, x: Axis, y: Axis, *, named: bool = False) -> Iterator[str]:
    """Draw the markers of a trace; ``named`` as of ``draw``."""
    marker = trace.get("marker", {})
    if "markers" not in trace["mode"] or marker.get("opacity") == 0:
        return
    line = marker.get("line", {})
    shown: list[tuple[Look, Point]] = []
    for i, point in enumerate(_points(trace, x, y)):
        if _each(marker["size"], i):
            given = (marker["color"], line.get("width"), marker.get("symbol"), marker["size"])
            shown.append((tuple(_each(one, i) for one in given), point))
    for (color, width, symbol, size), those in groupby(shown, key=itemgetter(0)):
        spots = [spot for _, spot in those]
        look = {
            "fill": color,
            "fill_opacity": marker.get("opacity"),
            "stroke": line.get("color"),
            "stroke_width": width,
        }
        if named and len(spots) >= MANY:
            yield stamped(spots, _mark(symbol, 0, 0, size), size + 2 * (width or 0), look)
        else:
            yield from alike([_mark(symbol, *spot, size) for spot in spots], **look)


def _mark(symbol: str | None, x: float, y: float, size: float) -> str:
    """Return a dot, a square or a triangle around a point, as large as Plotly draws them."""
    half = size / 2
    if symbol in TRIANGLES:
        flat, tip, wide = TRIANGLES[symbol] * half / 2, -TRIANGLES[symbol] * half, half * 2 / 3**0.5
        corners = ((x - wide, y + flat), (x + wide, y + flat), (x, y + tip))
        drawn = "L".join(f"{number(across)},{number(up)}" for across, up in corners)
        return f'<path d="M{drawn}Z"/>'
    if symbol == "square":
        return f"<rect{written(x=x - half, y=y - half, width=size, height=size)}/>"
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(half)}"/>'


def words(trace: Trace, x: Axis, y: Axis) -> Iterator[str]:
    """Draw the words of a trace beside their points."""
    if "text" not in trace["mode"]:
        return
    above, beside = trace["textposition"].split()
    font = trace["textfont"]
    size = font["size"]
    marked = "markers" in trace["mode"]
    told = []
    for i, (across, up) in enumerate(_points(trace, x, y)):
        if not (said := trace["text"][i]):
            continue
        marker = _each(trace["marker"]["size"], i) if marked else 0
        away = marker / 1.6 + 1 if marker else 0
        told.append(
            text(
                said,
                _within(said, across + SIDES[beside] * away, beside, size),
                up + SIDES[above] * away + size * (0.25 + SIDES[above] / 2) + trace.get("lift", 0),
                font_size=size,
                style="white-space:pre" if said != " ".join(said.split(" ")).strip() else None,
            )
        )
    yield from alike(told, fill=font["color"], text_anchor=HELD[ANCHORS[beside]])


def _within(words: str, across: float, beside: str, size: float) -> float:
    """Move words to the right where they would begin left of the plot, in the axis' own words."""
    share = {"left": 1.0, "center": 0.5, "right": 0.0}[beside]
    return max(across, share * len(words) * size * LETTER)


def _points(trace: Trace, x: Axis, y: Axis) -> list[Point]:
    pairs = zip(x.spots(trace["x"]), y.spots(trace["y"]), strict=True)
    return [(across, up) for across, up in pairs if across is not None and up is not None]


def _each(given: Any, i: int) -> Any:  # noqa: ANN401 - a colour or a number
    """Return what a setting says of one point: one for all, or a list of them."""
    return given[i] if isinstance(given, list | tuple) else given


GAP = 0.2
"""Share of a bar's room that is left free where a figure does not say, as in Plotly."""


def bars(trace: Trace, x: Axis, y: Axis, gap: float) -> Iterator[str]:
    """Draw bars from zero, upright or lying, with the words that stand at their ends."""
    lying = trace.get("orientation") == "h"
    along, across = (x, y) if lying else (y, x)
    thick = across.pixels_per_unit * (1 - gap)
    values: Sequence[float] = trace[along.side]
    drawn: list[tuple[str, str]] = []
    words: list[str] = []
    for i, (name, value) in enumerate(zip(trace[across.side], values, strict=True)):
        start, end = sorted((along.at(0.0), along.at(value)))
        box = (start, across.at(name) - thick / 2, end - start, thick)
        left, top, width, height = box if lying else (box[1], box[0], box[3], box[2])
        color = _each(trace["marker"]["color"], i)
        drawn.append((color, element("rect", x=left, y=top, width=width, height=height)))
        if "text" in trace:
            size = trace.get("textfont", {}).get("size", SIZE)
            words.append(
                _at_end(trace["text"][i], across.at(name), (start, end), size, lying, value >= 0)
            )
    for color, those in groupby(drawn, key=itemgetter(0)):
        yield from alike([bar for _, bar in those], fill=color)
    yield from words


def _at_end(
    said: str, middle: float, ends: tuple[float, float], size: float, lying: bool, forward: bool
) -> str:
    """Return the words at the end of a bar: beside one that lies, over or under an upright one."""
    start, end = ends
    if lying:
        anchor, left = ("start", end + BESIDE_BAR) if forward else ("end", start - BESIDE_BAR)
        top = middle + size * 0.35
    else:
        anchor, left = "middle", middle
        top = start - BESIDE_BAR if forward else end + BESIDE_BAR + size * 0.7
    return text(said, left, top, fill=INK, font_size=size, text_anchor=anchor)
