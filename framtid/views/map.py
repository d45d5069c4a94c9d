"""The map that darkens from the edges: hands per old person in every municipality."""

from collections.abc import Iterable, Sequence

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.pathways.outlook import Outlook, municipalities
from framtid.places import Level
from framtid.places import places as known
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept
from framtid.views import shapes, style
from framtid.views.builder import PROJECTION, Words
from framtid.views.claims import Claim, Tally
from framtid.views.curves import SOURCES
from framtid.views.model import Figure, View
from framtid.views.registry import view
from framtid.views.strip import LEAST, under

EDGES = (1.5, 2.0, 2.5, 3.0, 4.0)
SCALE = ("#083B50", "#0C5D7B", "#4F8FA8", "#8FB9C6", "#C6DADD", "#EAE7DC")
"""Fjord blue to paper: the darker, the fewer hands per old person. None is of ``style``, so no
theme and no accent changes them; every municipality has an outline that stands on any ground."""

SOUTH, NORTH = 280, 520
"""Heights on the map: below the first a name stands beneath the country, above the second in the
sea beside it, and between them in the open sea to the north-west."""
BENEATH, SEA = -45, 600
"""How high the names that do not stand beside their place are."""
ROOM, BESIDE = 45, 12
"""Half the height of a name on the smallest map, and between it and what it stands by."""
KEY = (560, 540, 108)
"""Where the legend stands: left, top, and how far apart its rows are (17 pixels on a phone)."""
WEST = 140
"""A place so far west has its name beneath it begin where it is, and not around it."""


@kept(8)
def _everyone(alternative: str, year: int) -> tuple[style.Trace, ...]:
    """Return what the map shows of every municipality, the same for whoever looks."""
    ratios = municipalities(alternative).carers(year)
    return shaded(ratios, EDGES, "%{text}: %{customdata:.1f}<extra></extra>")


def shaded(values: Floats, edges: Sequence[float], hover: str) -> tuple[style.Trace, ...]:
    """Return every municipality in a shade of ``SCALE``: the lower its value, the darker.

    Args:
        values: of each, in code order.
        edges: between the shades, the lowest first.
        hover: what is told where one points, with the name and the value.

    """
    places = known().municipalities
    classes = np.digitize(values, edges)
    centres = [shapes.centres()[place.code] for place in places]
    named = {
        "type": "scatter",
        "mode": "markers",
        "x": [across for across, _ in centres],
        "y": [up for _, up in centres],
        "text": [language_of().plain(place) for place in places],
        "customdata": [round(float(v), 1) for v in values],
        "marker": {"size": 9, "opacity": 0},
        "hovertemplate": hover,
    }
    inside = (
        [places[i].code for i in np.flatnonzero(classes == step)] for step in range(len(SCALE))
    )
    areas = (
        shapes.filled(codes, color, style.OTHERS, 0.4)
        for codes, color in zip(inside, SCALE, strict=True)
    )
    return (*areas, named)


def _figure(year: int, outlook: Outlook, words: Words) -> Figure:
    return country(_everyone(outlook.alternative, year), outlook, words)


def country(everyone: Iterable[style.Trace], outlook: Outlook, words: Words) -> Figure:
    """Return a map of what ``shaded`` gave, with a place marked and the view's own legend."""
    *areas, named = everyone
    traces = [*areas]
    if outlook.place.level is not Level.NATION:
        for color, width in ((style.INK, 4.5), (style.LIGHT_FILL, 2)):
            traces.append(shapes.filled(outlook.place.members, "rgba(0,0,0,0)", color, width))
    if outlook.place.level is Level.MUNICIPALITY:
        traces += _named(*shapes.centres()[outlook.place.code], words)
    traces += [named, *_legend(words)]
    plain = {"visible": False}
    described = style.layout(
        style.axis(**plain),
        style.axis(**plain, scaleanchor="x"),
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
    )
    return style.figure(traces, described)


def _spot(x: float, y: float) -> tuple[float, float, str]:
    """Return where the name of a place is free of the country, and which way it is written."""
    if y < SOUTH:
        return x, BENEATH, "middle center" if x > WEST else "middle right"
    up = max(y, SEA) if y < NORTH else y
    return shapes.west_of(up - ROOM, up + ROOM) - BESIDE, up, "middle left"


def _named(x: float, y: float, words: Words) -> list[style.Trace]:
    """Return a mark on a place, and its name beside the country at the end of a thin line.

    The outline alone of a small place is not seen on a phone.
    """
    across, up, way = _spot(x, y)
    ends = (across - 3 * BESIDE, up - ROOM) if up == SEA else (across, up)
    if up == BENEATH:
        ends = (across, up + ROOM - BESIDE)
    plain = {"type": "scatter", "hoverinfo": "skip"}
    mark = {"color": style.LIGHT_FILL, "size": 9, "line": {"color": style.INK, "width": 2}}
    return [
        plain
        | {
            "mode": "lines",
            "x": [round(ends[0]), round(x)],
            "y": [round(ends[1]), round(y)],
            "line": {"color": style.INK, "width": 1},
        },
        plain | {"mode": "markers", "x": [round(x)], "y": [round(y)], "marker": mark},
        plain
        | {
            "mode": "text",
            "x": [round(across)],
            "y": [round(up)],
            "text": [f"{words.values['name']} "],
            "textposition": way,
            "cliponaxis": False,
            "textfont": {"color": style.INK, "size": style.SIZE},
        },
    ]


def _legend(words: Words) -> list[style.Trace]:
    """Return the legend in words, drawn in the empty sea."""
    texts = words.language.entry(f"views.{words.name}.classes")
    left, top, apart = KEY
    heights = [top - apart * step for step in range(len(SCALE))]
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [left] * len(SCALE),
            "y": heights,
            "text": [f"  {text}" for text in texts],
            "textposition": "middle right",
            "cliponaxis": False,
            "hoverinfo": "skip",
            "textfont": {"color": style.INK, "size": style.SIZE},
            "marker": {
                "color": list(SCALE),
                "size": 15,
                "symbol": "square",
                "line": {"color": style.MUTED, "width": 0.5},
            },
        }
    ]


@view("map", order=80)
def map_(outlook: Outlook, language: Language) -> View:
    """Show the ratio on the map, now and in 2040."""
    everyone = municipalities(outlook.alternative)
    now, goal = everyone.carers(outlook.base_year), everyone.carers(HORIZON)
    words = Words(
        language,
        "map",
        outlook,
        under_now=int((now < LEAST).sum()),
        under_goal=int((goal < LEAST).sum()),
        of=len(now),
        **under(),
    )
    claims: list[Claim] = [
        Tally("under", outlook.place.code, year, int((ratios < LEAST).sum()), len(ratios))
        for year, ratios in ((outlook.base_year, now), (HORIZON, goal))
    ]
    frames = [
        words.frame(words.moment(year), _figure(year, outlook, words))
        for year in (outlook.base_year, HORIZON)
    ]
    rows = [(place.label, place.code, now[i], goal[i]) for i, place in enumerate(everyone.places)]
    return words.view(
        frames,
        [("place", None), ("code", None), ("now", 2), ("goal", 2)],
        rows,
        [*SOURCES, PROJECTION, "shapes"],
        claims,
    )
