"""Small figures of people in the place of dots: an outline for each, filled or not."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from zlib import crc32

from framtid.views.drawing.axes import Axis
from framtid.views.drawing.elements import Attribute, alike, number
from framtid.views.people import PROPS, SHAPES
from framtid.views.style import PAPER, Trace

LINE = 0.05
"""The line around a figure that is not filled, as a share of a grown one's height."""
FEET = 0.45
"""How far below its point a figure's feet are, as a share of a grown one's height."""


OUTLINE = "o-"
"""What the ids of outlines begin with on a page that has them once for all its pictures."""


CROWDS = "c-"
"""What the ids of people who stand together begin with."""


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
    tall, marker = trace["meta"]["tall"], trace["marker"]
    spots = zip(trace["x"], trace["y"], strict=True)
    looks = zip(marker["color"], marker["symbol"], strict=True)
    shown: list[tuple[tuple[str, str], str]] = []
    for shape, (across, up), look in zip(trace["customdata"], spots, looks, strict=True):
        place = _fine((across or 0) / tall), _fine(FEET - (up or 0) / tall)
        if named:
            figure = f'<use href="#{OUTLINE}{shape}" x="{place[0]}" y="{place[1]}"/>'
        else:
            figure = f'<path d="{shapes[shape]}" transform="translate({place[0]} {place[1]})"/>'
        shown.append((look, figure))
    figures = "".join(
        part
        for look, those in groupby(shown, key=itemgetter(0))
        for part in alike([figure for _, figure in those], **_look(*look))
    )
    corner = f"translate({number(x.at(0))} {number(y.at(0))})"
    yield f'<g transform="{corner}scale({tall * x.pixels_per_unit:.2f})">{figures}</g>'


CROWD = re.compile(
    r'<g transform="(translate[^"]+)">((?:<g [^>]+>(?:<use [^>]+/>)+</g>|<use [^>]+/>){2,})</g>'
)


def shared(html: str) -> str:
    """Return a page where people who stand alike in several pictures, or sizes, are told once.

    They stand the same in every size but for the scale, and only those drawn ``named`` are told so.
    """
    given: set[str] = set()

    def told(found: re.Match[str]) -> str:
        placed, crowd = found.groups()
        name = f"{CROWDS}{crc32(crowd.encode()):x}"
        if name in given:
            return f'<use href="#{name}" transform="{placed}"/>'
        given.add(name)
        return f'<g transform="{placed}"><g id="{name}">{crowd}</g></g>'

    return CROWD.sub(told, html)


def _fine(share: float) -> str:
    """Return a length in grown figures, to less than a tenth of a pixel."""
    return re.sub(r"^(-?)0(?=\.)", r"\1", f"{share:.3f}".rstrip("0").removesuffix("."))


@lru_cache(maxsize=64)
def _look(color: str, symbol: str) -> dict[str, Attribute]:
    if symbol.endswith("open"):
        return {"fill": PAPER, "stroke": color, "stroke_width": f"{LINE:g}"}
    return {"fill": color}
