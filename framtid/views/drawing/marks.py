"""The marks of a trace: bars, lines, filled shapes, dots and the words beside them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from framtid.views.drawing.axes import Axis
from framtid.views.drawing.elements import element, number, paint, text, written
from framtid.views.style import INK, SIZE, Trace

ANCHORS = {"left": "end", "center": "middle", "right": "start"}
"""Where a text is held when it stands to the left of its point, on it, or to the right."""
SIDES = {"top": -1, "middle": 0, "bottom": 1, "left": -1, "center": 0, "right": 1}
LETTER = 0.56
"""The width of a usual letter, as a share of the size of the words."""
BESIDE_BAR = 3.0
"""Pixels between a bar and its words."""

Point = tuple[float, float]

TRIANGLES = {"triangle-up": 1, "triangle-down": -1}


def lines(trace: Trace, x: Axis, y: Axis) -> Iterator[str]:
    """Draw the line of a trace, broken where a value is missing; filled where it says so."""
    if "lines" not in trace["mode"]:
        return
    filled = trace.get("fill") == "toself"
    drawn = trace["line"]
    fill, share = paint(trace.get("fillcolor"))
    pieces = [_path(run) + "Z" * filled for run in _runs(trace, x, y)]
    yield element(
        "path",
        d="".join(pieces),
        fill=fill,
        fill_opacity=share,
        stroke=paint(drawn["color"])[0],
        stroke_width=drawn["width"],
        stroke_dasharray=_dashes(drawn.get("dash", "solid"), drawn["width"]),
        stroke_linejoin="round",
    )


def _path(points: Sequence[tuple[int, int]]) -> str:
    """Return a line through points in tenths of a pixel, each told from the one before: shorter."""
    first, *_ = points
    told = [f"M{_tenth(first[0])},{_tenth(first[1])}"]
    steps = [
        _tenth(after - before)
        for one, other in pairwise(points)
        for before, after in zip(one, other, strict=True)
    ]
    if steps:
        told.append("l" + " ".join(steps).replace(" -", "-"))
    return "".join(told)


@lru_cache(maxsize=16384)
def _tenth(tenths: int) -> str:
    """Return a whole number of tenths in its shortest form: "-.4", "12", "3.5"."""
    whole, part = divmod(abs(tenths), 10)
    told = f"{whole or ''}.{part}" if part else f"{whole}"
    return f"-{told}" if tenths < 0 else told


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


def dots(trace: Trace, x: Axis, y: Axis) -> Iterator[str]:
    """Draw the markers of a trace."""
    marker = trace.get("marker", {})
    if "markers" not in trace["mode"] or marker.get("opacity") == 0:
        return
    outline = marker.get("line", {})
    shown: list[tuple[tuple[Any, Any], str]] = []
    for i, (across, up) in enumerate(_points(trace, x, y)):
        if size := _each(marker["size"], i):
            look = _each(marker["color"], i), _each(outline.get("width"), i)
            shown.append((look, _mark(_each(marker.get("symbol"), i), across, up, size)))
    for (color, width), alike in groupby(shown, key=itemgetter(0)):
        drawn = written(
            fill=color,
            fill_opacity=marker.get("opacity"),
            stroke=outline.get("color"),
            stroke_width=width,
        )
        yield together([mark for _, mark in alike], drawn)


def together(marks: Sequence[str], look: str) -> str:
    """Return elements that look alike: what they share is told once."""
    if len(marks) == 1:
        return marks[0].removesuffix("/>") + f"{look}/>"
    return f"<g{look}>{''.join(marks)}</g>"


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
    for i, (across, up) in enumerate(_points(trace, x, y)):
        if not trace["text"][i]:
            continue
        marker = _each(trace["marker"]["size"], i) if marked else 0
        away = marker / 1.6 + 1 if marker else 0
        yield text(
            trace["text"][i],
            _within(trace["text"][i], across + SIDES[beside] * away, beside, size),
            up + SIDES[above] * away + size * (0.25 + SIDES[above] / 2) + trace.get("lift", 0),
            fill=font["color"],
            font_size=size,
            text_anchor=ANCHORS[beside],
            style="white-space:pre",
        )


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
    for i, (name, value) in enumerate(zip(trace[across.side], values, strict=True)):
        start, end = sorted((along.at(0.0), along.at(value)))
        box = (start, across.at(name) - thick / 2, end - start, thick)
        left, top, width, height = box if lying else (box[1], box[0], box[3], box[2])
        color = _each(trace["marker"]["color"], i)
        yield element("rect", x=left, y=top, width=width, height=height, fill=color)
        if "text" in trace:
            size = trace.get("textfont", {}).get("size", SIZE)
            yield _at_end(trace["text"][i], across.at(name), (start, end), size, lying, value >= 0)


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
