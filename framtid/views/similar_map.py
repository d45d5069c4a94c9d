"""The municipalities most like one on the map, by how fast they age beside it."""

from collections.abc import Sequence

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.beside import Beside, Pace, Standing, beside
from framtid.pathways.outlook import Outlook, municipalities, outlook_of
from framtid.pathways.similar_told import values_of
from framtid.places import Level, Place, places
from framtid.views import shapes, style
from framtid.views.builder import PROJECTION, Words
from framtid.views.claims import Claim, Tally
from framtid.views.curves import SOURCES
from framtid.views.model import Figure, Frame, View
from framtid.views.registry import view

NAME, STATE = "similar_map", "all"
SHOWN: dict[Pace, tuple[str, str]] = {
    "faster": (style.DARK, "triangle-down"),
    "same": (style.INK, "square"),
    "slower": (style.LIGHT, "triangle-up"),
}
"""Colour and mark of each pace: they differ in outline too."""
OWN = "circle"
SIZE = 13
SEA = (475, 470, 76)
"""Where the legend stands, in the drawing's units: left, top, and how far apart its lines are."""


def _marks(of: Sequence[Standing], color: str, symbol: str) -> style.Trace:
    points = [shapes.centres()[each.place.code] for each in of]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "text": [each.place.label for each in of],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "color": color,
            "size": SIZE,
            "symbol": symbol,
            "line": {"color": style.PAPER, "width": 1.5},
        },
    }


def _legend(shown: Sequence[tuple[str, str, str]]) -> list[style.Trace]:
    """Return each mark with its word, drawn in the empty sea."""
    left, top, apart = SEA
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [left],
            "y": [top - apart * line],
            "text": [f"  {text}"],
            "textposition": "middle right",
            "cliponaxis": False,
            "hoverinfo": "skip",
            "textfont": {"color": style.INK, "size": style.SIZE},
            "marker": {"color": color, "size": SIZE, "symbol": symbol},
        }
        for line, (text, color, symbol) in enumerate(shown)
    ]


def _figure(found: Beside, language: Language) -> Figure:
    everyone = [place.code for place in municipalities().places]
    ground = shapes.filled(everyone, style.GRID, style.OTHERS, 0.4)
    groups = {
        pace: [each for each in found.others if each.pace == pace]
        for pace in SHOWN
        if found.count(pace)
    }
    filled = [
        shapes.filled([each.place.code for each in of], SHOWN[pace][0], style.PAPER, 0.4)
        for pace, of in groups.items()
    ]
    own = shapes.filled(found.own.place.members, style.MINE, style.PAPER, 0.4)
    marks = [_marks(of, *SHOWN[pace]) for pace, of in groups.items()]
    told = [(found.own.place.short, style.MINE, OWN)]
    told += [(language.say(f"similar.pace.{pace}"), *SHOWN[pace]) for pace in groups]
    plain = {"visible": False}
    described = style.layout(
        style.axis(**plain),
        style.axis(**plain, scaleanchor="x"),
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
    )
    mine = _marks([found.own], style.MINE, OWN)
    return style.figure([ground, *filled, own, *marks, mine, *_legend(told)], described)


def _words(outlook: Outlook, found: Beside, language: Language) -> Words:
    counties = [each.place.county for each in found.others]
    words = Words(
        language,
        NAME,
        outlook,
        counties=len(set(counties)),
        near=counties.count(outlook.place.county),
        names=[language.name(each.place) for each in found.others],
        same=found.count("same"),
    )
    words.values |= values_of(found, language)
    return words


def similar_frame(place: Place, by: str, language: Language) -> Frame:
    """Return the map of those that are like a municipality in what is chosen.

    Raises:
        NotAMunicipalityError: the place is of several, or the nation.
        UnknownOptionError: there is no such choice.

    """
    found = beside(place, by)
    words = _words(outlook_of(place.code), found, language)
    return words.frame(STATE, _figure(found, language))


@view(NAME, order=14, levels=frozenset({Level.MUNICIPALITY}))
def similar_map(outlook: Outlook, language: Language) -> View:
    """Show where the eight most like a municipality are, and which of them age faster."""
    found, place = beside(outlook.place), outlook.place.code
    words = _words(outlook, found, language)
    claims: list[Claim] = [
        Tally("ages_faster", place, HORIZON, found.count("faster"), len(found.others)),
        Tally("ages_slower", place, HORIZON, found.count("slower"), len(found.others)),
    ]
    columns = [("place", None), ("code", None), ("county", None), ("distance", 2), ("change", 0)]
    return words.view(
        [words.frame(STATE, _figure(found, language))],
        columns,
        [_row(each, language) for each in (found.own, *found.others)],
        [*SOURCES, "need_index", "municipalities", PROJECTION, "shapes"],
        claims,
    )


def _row(each: Standing, language: Language) -> tuple[str | float, ...]:
    county = language.name(places().get(each.place.county or ""))
    return (each.place.label, each.place.code, county, each.distance, each.change)
