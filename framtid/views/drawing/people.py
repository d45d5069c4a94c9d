"""Small figures of people in the place of dots: an outline for each, filled or not."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from framtid.views.drawing.axes import Axis
from framtid.views.drawing.elements import number, written
from framtid.views.people import PROPS, SHAPES
from framtid.views.style import PAPER, Trace

LINE = 0.05
"""The line around a figure that is not filled, as a share of a grown one's height."""
FEET = 0.45
"""How far below its point a figure's feet are, as a share of a grown one's height."""


OUTLINE = "ft-outline-"
"""What the ids of outlines begin with on a page that has them once for all its pictures."""


def outlines() -> str:
    """Return every outline by its id, hidden: what pictures drawn ``named`` on a page refer to."""
    shapes = {**SHAPES, **PROPS}
    paths = (f'<path id="{OUTLINE}{name}" d="{line}"/>' for name, line in shapes.items())
    return f'<svg display="none" aria-hidden="true"><defs>{"".join(paths)}</defs></svg>'


def people(
    trace: Trace, x: Axis, y: Axis, shapes: Mapping[str, str], *, named: bool = False
) -> Iterator[str]:
    """Draw the figures of a trace whose ``customdata`` names the shape of each.

    Args:
        trace: its ``meta.tall`` is how high a grown figure is, in units of the axes.
        x: the axis across.
        y: the axis upwards, of the same scale.
        shapes: the outline of each shape; a grown one is 1 high.
        named: whether the page has the ``outlines``, so that each figure only names its own.

    """
    tall, marker = trace["meta"]["tall"] * x.pixels_per_unit, trace["marker"]
    spots = zip(x.spots(trace["x"]), y.spots(trace["y"]), strict=True)
    looks = zip(marker["color"], marker["symbol"], strict=True)
    scale = float(number(tall))
    shown: list[tuple[tuple[str, str], str]] = []
    for shape, (across, up), look in zip(trace["customdata"], spots, looks, strict=True):
        place = _fine((across or 0) / scale), _fine(((up or 0) + FEET * tall) / scale)
        if named:
            figure = f'<use href="#{OUTLINE}{shape}" x="{place[0]}" y="{place[1]}"/>'
        else:
            figure = f'<path d="{shapes[shape]}" transform="translate({place[0]} {place[1]})"/>'
        shown.append((look, figure))
    for look, alike in groupby(shown, key=itemgetter(0)):
        figures = "".join(figure for _, figure in alike)
        yield f'<g transform="scale({number(tall)})"{_look(*look)}>{figures}</g>'


def _fine(share: float) -> str:
    """Return a length in grown figures, to less than a tenth of a pixel."""
    return f"{share:.3f}".rstrip("0").removesuffix(".")


@lru_cache(maxsize=64)
def _look(color: str, symbol: str) -> str:
    if symbol.endswith("open"):
        return written(fill=PAPER, stroke=color, stroke_width=f"{LINE:g}")
    return written(fill=color)
