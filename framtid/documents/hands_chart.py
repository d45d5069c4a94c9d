"""The hands a path needs beside the hands it has, as a picture in a page of prose.

Not one of the views that stand by themselves: it is drawn for a path and along with its text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import alone
from framtid.projection.history import Floats
from framtid.views import style
from framtid.views.label_placement import apart, named
from framtid.views.model import Figure

SPENT = "rgba(11,92,122,0.14)"
"""Behind the distance between the two lines: our blue, sheer."""
ROOM = 0.15
"""Space above and below the lines, as a share of their span."""


NAMES, NEAR = 108, 0.09
"""Pixels right of the plot for names and last values, and how near two of them may stand."""


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


def hands_along(outlook: Outlook, *, per_hundred: bool = False) -> Hands:
    """Return a path's hands; ``per_hundred`` makes places of different size comparable."""
    steps = HORIZON - outlook.base_year + 1
    series = [
        each.consequences.series[name][:steps]
        for each in (outlook, outlook.official)
        for name in ("hands_needed", "hands_at_hand")
    ]
    unit = series[2][0] / 100 if per_hundred else 1.0
    return Hands(
        tuple(range(outlook.base_year, HORIZON + 1)), *(values / unit for values in series)
    )


def span(several: Sequence[Hands]) -> tuple[float, float]:
    """Return the vertical range that holds them all, so that they are drawn on one scale."""
    values = np.concatenate([line for hands in several for line in hands.lines])
    low, high = float(values.min()), float(values.max())
    room = ROOM * max(high - low, 1.0)
    return max(0.0, low - room), high + room


def hands_figure(hands: Hands, language: Language, within: tuple[float, float]) -> Figure:
    """Draw the hands on a scale; the official line stands behind, dotted, where it differs."""
    years = list(hands.years)
    across = [years[0], years[-1] + 0.4]
    between = {
        **style.line(
            [*years, *reversed(years)], [*hands.needed, *hands.at_hand[::-1]], "rgba(0,0,0,0)"
        ),
        "fill": "toself",
        "fillcolor": SPENT,
    }
    lines = [
        *_usual(hands),
        style.line(years, hands.needed, style.MINE),
        style.line(years, hands.at_hand, style.MUTED, dash="dash"),
    ]
    described = style.layout(
        style.axis(range=across),
        style.axis(showgrid=True, gridcolor=style.GRID, tickformat=",", range=list(within)),
        separators=language.numbers.separators,
    )
    described["margin"]["r"] = NAMES
    return style.figure([between, *lines, *_names(hands, language, within)], described)


def _names(hands: Hands, language: Language, within: tuple[float, float]) -> Iterator[style.Trace]:
    """Yield the name and the last value of each of the two, right of its end."""
    ends = {
        "needed": (float(hands.needed[-1]), style.MINE),
        "at_hand": (float(hands.at_hand[-1]), style.MUTED),
    }
    spots = apart([value for value, _ in ends.values()], NEAR * (within[1] - within[0]))
    for (key, (value, color)), spot in zip(ends.items(), spots, strict=True):
        words = language.say(f"documents.figure.{key}", value=alone("hands_needed", value))
        yield named(words, hands.years[-1], spot, color)


def _usual(hands: Hands) -> list[style.Trace]:
    """Return the official line's two, where they differ from the path's."""
    both = ((hands.usual_needed, hands.needed), (hands.usual_at_hand, hands.at_hand))
    return [
        style.line(hands.years, usual, style.OTHERS, width=1.5, dash="dot")
        for usual, own in both
        if not np.allclose(usual, own)
    ]
