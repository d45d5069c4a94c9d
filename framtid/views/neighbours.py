"""The municipalities that share a labour market: who grows and who shrinks in working age."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.trends import Trend, trend
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.places import Level, Place, places
from framtid.projection.uncertainty.bands import intervals
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Tally, told
from framtid.views.curves import SOURCES
from framtid.views.model import View
from framtid.views.registry import view

MOST, ENDS = 10, 2
"""Bars that can be read on a phone, and how many of them are kept for each end of the order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality and its people aged 20–66, now and in 2040."""

    place: Place
    before: float
    after: float

    @property
    def change(self) -> float:
        """In per cent."""
        return 100 * (self.after / self.before - 1)

    @property
    def way(self) -> Trend:
        """Which way it goes, by the rule of a place's own view of the same people."""
        return trend(self.before, self.after, count=True)


def _row(code: str, alternative: str) -> Row:
    outlook = outlook_of(code, alternative)
    return Row(
        outlook.place, outlook.people(outlook.base_year, 20, 66), outlook.people(HORIZON, 20, 66)
    )


def _shared(outlook: Outlook) -> Outlook:
    """Return the region a place shares, or its county where it has a region to itself."""
    region = outlook.region
    if len(region.place.members) > 1 or outlook.place.county is None:
        return region
    return outlook_of(outlook.place.county, outlook.alternative)


def shown(ranked: list[Row], own: Place) -> list[Row]:
    """Return the lowest, the highest, and between them those nearest to the reader's own.

    A place of several municipalities is nowhere in the order itself: the middle stands for it.
    """
    if len(ranked) <= MOST:
        return ranked
    places = [row.place.members for row in ranked]
    at = places.index(own.members) if own.members in places else len(ranked) // 2
    room = MOST - 2 * ENDS
    first = min(max(at - room // 2, ENDS), len(ranked) - ENDS - room)
    return [*ranked[:ENDS], *ranked[first : first + room], *ranked[-ENDS:]]


def _label(change: float, language: Language) -> str:
    """Return a change as finely as its bar can be seen: less than one per cent with a decimal."""
    written = language.numbers
    return f"{written.signed(change, 1 if abs(change) < 1 else 0)}{written.percent_sign}"


def _bars(rows: list[Row], own: Place, language: Language) -> style.Trace:
    written = language.numbers
    return {
        "type": "bar",
        "orientation": "h",
        "x": [nearest(row.change, 2) for row in rows],
        "y": [row.place.short for row in rows],
        "marker": {
            "color": [
                style.MINE if row.place.members == own.members else style.OTHERS for row in rows
            ]
        },
        "text": [_label(row.change, language) for row in rows],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": style.SIZE},
        "hovertemplate": f"%{{y}}: %{{x:.1f}}{written.percent_sign}<extra></extra>",
    }


def _names(rows: list[Row], side: str) -> style.Trace:
    """Return names on the free side of the zero line, where there is room for the longest."""
    air = "\u2002"
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0.0] * len(rows),
        "y": [row.place.short for row in rows],
        "text": [f"{air}{row.place.short}{air}" for row in rows],
        "textposition": f"middle {side}",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": style.INK, "size": style.SIZE},
    }


def _sure(rows: list[Row]) -> dict[str, int]:
    """Return how many grow, and how many shrink, in at least nine of ten trajectories."""
    low, high = intervals("20-66", HORIZON)
    ends = [(places().index[row.place.code], row.before) for row in rows]
    return {
        "up": sum(bool(low[at] > before) for at, before in ends),
        "down": sum(bool(high[at] < before) for at, before in ends),
    }


@view("neighbours", order=75, levels=frozenset({Level.MUNICIPALITY, Level.REGION, Level.COUNTY}))
def neighbours(outlook: Outlook, language: Language) -> View:
    """Change in people aged 20–66 from now to 2040 in each municipality of the region."""
    wider = _shared(outlook)
    found = sorted(
        (_row(code, outlook.alternative) for code in wider.place.members),
        key=lambda row: row.change,
    )
    bars = shown(found, outlook.place)
    total = _row(wider.place.code, outlook.alternative)
    ways = [row.way for row in found]
    grow, shrink = ways.count("grows"), ways.count("shrinks")
    words = Words(
        language,
        "neighbours",
        outlook,
        **_sure(found),
        region=language.inside(wider.place),
        market=wider.place.level is Level.REGION and len(found) > 1,
        count=len(found),
        shown=len(bars),
        ends=ENDS,
        own=any(row.place.members == outlook.place.members for row in found),
        same=ways.count("same"),
        grow=grow,
        shrink=shrink,
        least=language.name(found[0].place),
        most=language.name(found[-1].place),
        before=total.before,
        after=told("all", total.before, total.after)[1],
    )
    reach = max(abs(row.change) for row in bars) * 1.45 + 2
    described = style.layout(
        style.axis(
            range=[-reach, reach],
            zeroline=True,
            zerolinecolor=style.INK,
            ticksuffix=language.numbers.percent_sign,
        ),
        style.axis(range=[-0.5, len(bars) - 0.5], showticklabels=False),
        bargap=0.35,
    )
    described["margin"] = {"l": 16, "r": 16, "t": 8, "b": 36}
    traces = [
        _bars(bars, outlook.place, language),
        _names([row for row in bars if row.change >= 0], "left"),
        _names([row for row in bars if row.change < 0], "right"),
    ]
    rows = [
        (row.place.label, row.before, row.after, row.change, words.say(f"ways.{row.way}"))
        for row in found
    ]
    return words.view(
        [words.frame("all", style.figure(traces, described))],
        [("place", None), ("before", 0), ("after", 0), ("change", 1), ("way", None)],
        rows,
        SOURCES,
        [
            Tally("grow", wider.place.code, HORIZON, grow, len(found)),
            Tally("shrink", wider.place.code, HORIZON, shrink, len(found)),
        ],
    )
