"""Small figures of people in the place of dots: an outline for each, filled or not."""

from collections.abc import Iterator, Mapping

from framtid.views.drawing.axes import Axis
from framtid.views.drawing.elements import element, number
from framtid.views.style import PAPER, Trace

LINE = 0.05
"""The line around a figure that is not filled, as a share of a grown one's height."""
FEET = 0.45
"""How far below its point a figure's feet are, as a share of a grown one's height."""


def people(trace: Trace, x: Axis, y: Axis, shapes: Mapping[str, str]) -> Iterator[str]:
    """Draw the figures of a trace whose ``customdata`` names the shape of each.

    Args:
        trace: its ``meta.tall`` is how high a grown figure is, in units of the axes.
        x: the axis across.
        y: the axis upwards, of the same scale.
        shapes: the outline of each shape; a grown one is 1 high.

    """
    tall, marker = trace["meta"]["tall"] * x.pixels_per_unit, trace["marker"]
    for i, shape in enumerate(trace["customdata"]):
        across, down = x.at(trace["x"][i]), y.at(trace["y"][i]) + FEET * tall
        color, hollow = marker["color"][i], marker["symbol"][i].endswith("open")
        yield element(
            "path",
            d=shapes[shape],
            transform=f"translate({number(across)} {number(down)}) scale({number(tall)})",
            fill=PAPER if hollow else color,
            stroke=color if hollow else None,
            stroke_width=f"{LINE:g}" if hollow else None,
        )
