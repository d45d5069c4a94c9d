"""The hands a path needs beside the hands it has, as a picture in a page of prose.

Not one of the views that stand by themselves: it is drawn for a path and along with its text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.projection.history import Floats
from framtid.views import style
from framtid.views.curves import GOAL
from framtid.views.model import Figure

SPENT = "#D9E6EB"
"""Behind the distance between the two lines: a pale tint of our blue."""
ROOM = 0.35
"""Space above and below the lines, as a share of their span, so that names have room."""

CLEAR = 0.05
"""How far a line's name stands from its end, as a share of the scale."""


@dataclass(frozen=True, eq=False)
class Hands:
    """Hands needed and at hand from the base year to 2040, (year,) each.

    Man-years, or per hundred that are needed in the base year.
    """

    years: tuple[int, ...]
    needed: Floats
    at_hand: Floats
    usual_needed: Floats
    usual_at_hand: Floats
    """The same two along the official line."""

    @property
    def lines(self) -> tuple[Floats, ...]:
        """All that is drawn."""
        return self.needed, self.at_hand, self.usual_needed, self.usual_at_hand


def hands_along(seen: Outlook, *, per_hundred: bool = False) -> Hands:
    """Return a path's hands; ``per_hundred`` makes places of different size comparable."""
    steps = GOAL - seen.base_year + 1
    series = [
        each.consequences.series[name][:steps]
        for each in (seen, seen.official)
        for name in ("hands_needed", "hands_at_hand")
    ]
    unit = series[2][0] / 100 if per_hundred else 1.0
    return Hands(tuple(range(seen.base_year, GOAL + 1)), *(values / unit for values in series))


def span(several: Sequence[Hands]) -> tuple[float, float]:
    """Return the vertical range that holds them all, so that they are drawn on one scale."""
    values = np.concatenate([line for hands in several for line in hands.lines])
    low, high = float(values.min()), float(values.max())
    room = ROOM * max(high - low, 1.0)
    return max(0.0, low - room), high + room


def hands_figure(hands: Hands, language: Language, within: tuple[float, float]) -> Figure:
    """Draw the hands on a scale; the official line stands behind, dotted, where it differs."""
    years, end = list(hands.years), hands.years[-1]

    def named(key: str, value: float, color: str, way: int) -> list[style.Trace]:
        """Return a dot at a line's end and its name, clear of the line above or below it."""
        words = language.say(f"documents.figure.{key}", value=value)
        clear = value + way * CLEAR * (within[1] - within[0])
        side = "top left" if way > 0 else "bottom left"
        dot, name = (style.label(end, at, words, color, side) for at in (value, clear))
        return [dot | {"mode": "markers"}, name | {"mode": "text"}]

    above = hands.needed[-1] >= hands.at_hand[-1]
    between = {
        **style.line(
            [*years, *reversed(years)], [*hands.needed, *hands.at_hand[::-1]], "rgba(0,0,0,0)"
        ),
        "fill": "toself",
        "fillcolor": SPENT,
    }
    usual = [
        style.line(years, values, style.OTHERS, width=1.5, dash="dot")
        for values, own in (
            (hands.usual_needed, hands.needed),
            (hands.usual_at_hand, hands.at_hand),
        )
        if not np.allclose(values, own)
    ]
    lines = [
        style.line(years, hands.needed, style.MINE),
        style.line(years, hands.at_hand, style.MUTED, dash="dash"),
        *named("needed", float(hands.needed[-1]), style.MINE, 1 if above else -1),
        *named("at_hand", float(hands.at_hand[-1]), style.MUTED, -1 if above else 1),
    ]
    described = style.layout(
        style.axis(range=[years[0], end + 0.4]),
        style.axis(showgrid=True, gridcolor=style.GRID, tickformat=",", range=list(within)),
        separators=language.numbers.separators,
    )
    return style.figure([between, *usual, *lines], described)
