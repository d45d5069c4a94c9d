"""All municipalities as dots on one line, one of them lit: where we stand and where we drift."""

import numpy as np

from framtid.consequences.similar import similar
from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.pathways.outlook import Municipalities, Outlook, municipalities
from framtid.places import Level, places
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import bands, intervals
from framtid.projection.uncertainty.measures import CARERS
from framtid.views import style
from framtid.views.builder import PROJECTION, Words
from framtid.views.claims import Claim, Spread, Tally
from framtid.views.curves import SOURCES
from framtid.views.model import Figure, View
from framtid.views.registry import view

LEAST = 2.0
"""Fewer hands than this per old person is where it gets hard; told as a count of municipalities."""
SPREAD = 0.42

BEYOND = 1.0
"""How far the axis goes on past the last dot, for the words above it."""


def jitter(count: int) -> list[float]:
    """Return a fixed vertical place for each dot, so that a dot keeps its own between years."""
    return [
        round(float(v), 3) for v in np.modf(np.arange(count) * 0.618034)[0] * 2 * SPREAD - SPREAD
    ]


def _figure(all_of_them: Municipalities, year: int, outlook: Outlook, words: Words) -> Figure:
    ratios = all_of_them.carers(year)
    last = float(np.max(ratios))
    names = [words.language.plain(place) for place in all_of_them.places]
    mine = outlook.carers(year)
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [round(float(v), 2) for v in ratios],
        "y": jitter(len(names)),
        "text": names,
        "hovertemplate": "%{text}: %{x:.1f}<extra></extra>",
        "marker": {
            "color": style.OTHERS,
            "size": 7,
            "line": {"color": style.PAPER, "width": 1},
        },
    }
    border = {
        "type": "scatter",
        "mode": "lines+text",
        "x": [LEAST, LEAST],
        "y": [0.55, -0.6],
        "text": ["", words.say("border")],
        "textposition": "bottom right",
        "hoverinfo": "skip",
        "textfont": {"color": style.MUTED, "size": style.SIZE},
        "line": {"color": style.MUTED, "width": 1, "dash": "dot"},
    }
    lit = _lit(mine, f"{words.values['name']} {words.language.fill('{{ v|decimal }}', v=mine)}")
    described = style.layout(
        style.axis(range=[1, last + BEYOND], tickvals=list(range(1, int(last) + 1))),
        style.axis(visible=False, range=[-0.75, 0.8]),
    )
    described["margin"] = {"l": 16, "r": 16, "t": 16, "b": 36}
    return style.figure([dots, *_alike(ratios, outlook), border, lit], described)


def _alike(ratios: Floats, outlook: Outlook) -> list[style.Trace]:
    """Return the dots of the eight most like a municipality once more, larger; none for others."""
    if outlook.place.level is not Level.MUNICIPALITY:
        return []
    found = [places().index[each.place.code] for each in similar(outlook.place)]
    heights = jitter(len(ratios))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [round(float(ratios[at]), 2) for at in found],
            "y": [heights[at] for at in found],
            "text": [language_of().plain(places().municipalities[at]) for at in found],
            "hovertemplate": "%{text}: %{x:.1f}<extra></extra>",
            "marker": {
                "color": style.LIGHT,
                "size": 11,
                "line": {"color": style.PAPER, "width": 1},
            },
        }
    ]


def _lit(ratio: float, text: str) -> style.Trace:
    """Return my dot with its name on a pin above the crowd, where nothing hides it."""
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": [round(ratio, 3)] * 2,
        "y": [0.0, 0.62],
        "text": ["", text],
        "textposition": "top center",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "line": {"color": style.MINE, "width": 1.5},
        "marker": {
            "color": style.MINE,
            "size": [18, 0],
            "opacity": 1,
            "line": {"color": style.PAPER, "width": [2, 0]},
        },
        "textfont": {"color": style.MINE, "size": 16},
    }


def under() -> dict[str, int]:
    """Return how many municipalities are under ``LEAST`` in 2040: almost surely, and perhaps."""
    low, high = intervals(CARERS, HORIZON)
    return {"sure": int((high < LEAST).sum()), "maybe": int((low < LEAST).sum())}


@view("strip", order=15)
def strip(outlook: Outlook, language: Language) -> View:
    """Show the ratio of hands per old person in all municipalities, now and in 2040."""
    everyone = municipalities(outlook.alternative)
    now, goal = everyone.carers(outlook.base_year), everyone.carers(HORIZON)
    reach = bands(outlook.place.code).interval(CARERS, HORIZON)
    words = Words(
        language,
        "strip",
        outlook,
        **under(),
        now=outlook.carers(outlook.base_year),
        goal=outlook.carers(HORIZON),
        under_now=int((now < LEAST).sum()),
        under_goal=int((goal < LEAST).sum()),
        of=len(now),
        last_now=int(np.ceil(now.max())),
        better_goal=int((goal > outlook.carers(HORIZON)).sum()),
        worse_goal=int((goal < outlook.carers(HORIZON)).sum()),
        municipal=outlook.place.level is Level.MUNICIPALITY,
    )
    words.values["range"] = words.between(*reach, "decimal")
    claims: list[Claim] = [
        Tally("under", outlook.place.code, year, int((ratios < LEAST).sum()), len(ratios))
        for year, ratios in ((outlook.base_year, now), (HORIZON, goal))
    ]
    mine = (outlook.carers(outlook.base_year), outlook.carers(HORIZON))
    claims += [
        words.change("carers", *mine),
        Spread("carers", outlook.place.code, HORIZON, *reach),
    ]
    frames = [
        words.frame(words.moment(year), _figure(everyone, year, outlook, words))
        for year in (outlook.base_year, HORIZON)
    ]
    order = np.argsort(-goal)
    listed = [(everyone.places[i], now[i], goal[i]) for i in order]
    rows = [(place.label, place.code, *ratios) for place, *ratios in listed]
    return words.view(
        frames,
        [("place", None), ("code", None), ("now", 2), ("goal", 2)],
        rows,
        [*SOURCES, PROJECTION],
        claims,
    )
