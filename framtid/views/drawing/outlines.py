"""The outlines of a map, told in its own whole units: a third shorter than in pixels."""

from collections.abc import Iterator

from framtid.views.drawing.axes import Axis
from framtid.views.drawing.steps import Point, path
from framtid.views.style import Trace

LEAST = 24
"""Points from which on it pays."""


def outline(trace: Trace, x: Axis, y: Axis) -> dict[str, str] | None:
    """Return the line of filled shapes and how it is placed; None where they are no map's."""
    unit = x.pixels_per_unit
    known = [one for one in (*trace["x"], *trace["y"]) if one is not None]
    whole = all(isinstance(one, int) for one in known)
    if not whole or len(known) < 2 * LEAST or abs(unit - y.pixels_per_unit) > unit / 1e6:
        return None
    return {
        "d": "".join(path(shape) + "Z" for shape in _shapes(trace)),
        "transform": f"translate({x.at(0):.3f} {y.at(0):.3f})scale({unit:.5f})",
        "stroke_width": f"{trace['line']['width'] / unit:.3g}",
    }


def _shapes(trace: Trace) -> Iterator[list[Point]]:
    """Yield each closed shape with the points that give it its form, in tenths, downwards."""
    shape: list[Point] = []
    for across, up in zip((*trace["x"], None), (*trace["y"], None), strict=True):
        if across is not None:
            shape.append((10 * across, -10 * up))
        elif shape:
            yield _needed(shape)
            shape = []


def _needed(points: list[Point]) -> list[Point]:
    """Leave out points that stand on the line between those beside them, and the end that closes.

    A shape that is nothing but a spot keeps it, so that its line is seen.
    """
    found: list[Point] = []
    for one in points:
        if found and one == found[-1]:
            continue
        if len(found) > 1 and _straight(found[-2], found[-1], one):
            found.pop()
        found.append(one)
    if len(found) > 1 and found[0] == found[-1]:
        found.pop()
    return found


def _straight(one: Point, middle: Point, other: Point) -> bool:
    """Tell whether a point lies on the way from one to another, and not beyond it."""
    before = middle[0] - one[0], middle[1] - one[1]
    after = other[0] - middle[0], other[1] - middle[1]
    turn = before[0] * after[1] - before[1] * after[0]
    return turn == 0 and before[0] * after[0] + before[1] * after[1] > 0
