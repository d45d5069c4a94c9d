"""A figure as drawings for a frame of any width: the one that fits is shown.

A curve is drawn anew for phones, columns and whole pages, so that its words keep their size, and
so is a square of dots with its key. The map looks the same at every width and is drawn once.
"""

from dataclasses import dataclass
from typing import NamedTuple

from framtid.embed.frame.steady import steady
from framtid.views.drawing import draw
from framtid.views.drawing.fitting import FITTING
from framtid.views.model import Figure

TALLEST = 420
"""Pixels; a drawing that would be higher stays as it is and stands in the middle."""


class Size(NamedTuple):
    """A drawing's size in pixels, and the frame width from which it is shown."""

    width: int
    height: int
    first: int = 0


WIDE = (Size(270, 250), Size(350, 280, 360), Size(460, 300, 480), Size(640, 370, 640))
CROWDED = (Size(270, 250), Size(460, 300, 480))
CROWD = 300
"""Points from which fewer drawings are made, so that the frame stays light."""
ROW = 18
"""Pixels that a lying bar with words takes at least."""
SQUARE = (Size(270, 208), Size(460, 346, 480))
MAP = (Size(270, 370),)
WIDEST = 0.33
"""The share of a drawing that a margin with words may take."""
LEGEND = 36
"""Pixels right of the map, where the words of its legend end."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing."""

    size: Size
    svg: str

    @property
    def tallest(self) -> int:
        """The most pixels it is shown in."""
        return max(TALLEST, self.size.height)

    @property
    def ratio(self) -> float:
        """Height by width."""
        return self.size.height / self.size.width


def rows(figure: Figure) -> int:
    """Return how many words stand above one another beside lying bars; none for other figures."""
    lying = [trace for trace in figure["data"] if trace.get("orientation") == "h"]
    ticks = figure["layout"]["yaxis"].get("tickvals")
    return max((len(ticks or trace["y"]) for trace in lying), default=0)


def sizes(figure: Figure) -> tuple[Size, ...]:
    """Return the sizes that a figure is drawn in."""
    if (least := rows(figure) * ROW + 56) > WIDE[0].height:
        return tuple(size._replace(height=max(size.height, least)) for size in WIDE)
    if "meta" in figure["layout"]:
        return SQUARE
    if "scaleanchor" in figure["layout"]["yaxis"]:
        return MAP
    return CROWDED if sum(len(trace["x"]) for trace in figure["data"]) > CROWD else WIDE


def pictures(figure: Figure) -> tuple[Picture, ...]:
    """Return the drawings of a figure, the narrowest first."""
    room = with_legend(figure) if is_map(figure) else figure
    return tuple(
        Picture(size, steady(draw(room, size.width, size.height, widest=WIDEST)))
        for size in sizes(figure)
    )


def is_map(figure: Figure) -> bool:
    """Whether a figure is a map, whose colours are a scale of their own."""
    return sizes(figure) is MAP


def with_legend(figure: Figure) -> Figure:
    """Return a map with room for the words of its legend."""
    layout = figure["layout"]
    return figure | {"layout": layout | {"margin": layout["margin"] | {"r": LEGEND}}}


def figure_height(figure: Figure, width: int) -> int:
    """Return how high the drawing is in a frame of a width, in pixels."""
    shown = [size for size in sizes(figure) if size.first <= width][-1]
    asked = round((width - 2 * FITTING.padding) * shown.height / shown.width)
    return min(max(TALLEST, shown.height), asked)
