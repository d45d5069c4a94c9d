"""How high a frame should be: its drawing, and the lines that its words will take.

Which font a reader has is not known here, so lines are counted by a usual width of letters. What
is a line too much or too little is taken up by the drawing, which fills the room that is left.
"""

from math import ceil

from framtid.embed.frame.sizes import figure_height
from framtid.views.drawing.fitting import FITTING
from framtid.views.model import View

LETTER = 0.53
"""The width of a usual letter in a share of its size."""
SPACE = 96
"""Pixels of everything else: padding, place, the button for the table, the lines of the foot."""
WIDTHS = (280, 320, 375, 680)
"""Frame widths that a height is given for: small phones, a phone, the column of an article."""


def _lines(text: str, width: int, size: float) -> int:
    return ceil(len(text) * size * LETTER / (width - 2 * FITTING.padding))


def height(view: View, width: int) -> int:
    """Return the height of a frame of a width, in whole tens of pixels."""
    size = FITTING.title(width)
    words = (
        _lines(view.title, width, size) * size * 1.2
        + _lines(view.subtitle, width, 15) * 20
        + _lines(view.action, width, 15) * 21
        + _lines(" " * 110, width, 13) * 18
    )
    return 10 * ceil((words + SPACE + figure_height(view.figure, width)) / 10)


def recommended(view: View) -> int:
    """Return the one height that is right at every width."""
    return max(height(view, width) for width in WIDTHS)
