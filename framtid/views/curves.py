"""Curves of people in an age span: what has been, then three ways it may go."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.trends import trend
from framtid.pathways.outlook import Outlook
from framtid.places import Level
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.label_placement import Room, apart, named
from framtid.views.model import View
from framtid.views.registry import view

NAMES = 48
"""Pixels right of the plot, for the names of the roads."""
SOURCES = ("population_municipality", "projection_nation")


def past(
    outlook: Outlook, values: style.Numbers, color: str = style.MINE, decimals: int = 0
) -> style.Trace:
    """Return the observed part of a series over all years as a line."""
    until = outlook.base_year - outlook.first_year + 1
    return style.line(outlook.years[:until].tolist(), values[:until], color, decimals=decimals)


def ahead(
    outlook: Outlook,
    values: style.Numbers,
    color: str = style.MINE,
    *,
    dash: str = "dash",
    decimals: int = 0,
    name: str = "",
) -> style.Trace:
    """Return the projected part of a series over all years as a dashed line."""
    start = outlook.base_year - outlook.first_year
    return style.line(
        outlook.years[start:].tolist(), values[start:], color, name, dash=dash, decimals=decimals
    )


def hidden(trace: style.Trace) -> style.Trace:
    """Return a trace that keeps its place in the figure but does not show yet."""
    return (
        trace | {"opacity": 0.0, "hoverinfo": "skip"} | ({"text": [""]} if "text" in trace else {})
    )


def span_view(name: str, ages: tuple[int, int], outlook: Outlook, language: Language) -> View:
    """Return a view of one age span: history, then the main alternative between low and high."""
    main, low, high = (
        outlook.under(alternative).series(*ages) for alternative in ("MMMM", "LLML", "HHMH")
    )
    at = {
        year: main[year - outlook.first_year]
        for year in (outlook.base_year, HORIZON, outlook.last_year)
    }
    before, after, last = at.values()
    reach = {"low": low[HORIZON - outlook.first_year], "high": high[HORIZON - outlook.first_year]}
    words = Words(
        language,
        name,
        outlook,
        before=before,
        after=after,
        last=last,
        trend=trend(before, after, count=True),
        change=after - before,
        **reach,
        roads=language.say("roads.kinds", national=outlook.place.level is Level.NATION),
        ends=language.say("roads.ends", **reach),
    )
    top = float(max(high.max(), main.max())) * 1.25
    years, people = [outlook.first_year, outlook.last_year + 1], [0, top]
    described = style.layout(style.axis(range=years), style.counts(range=people))
    described["margin"]["r"] = NAMES
    been, comes = past(outlook, main), ahead(outlook, main, name=words.say("columns.main"))
    roads = [
        ahead(outlook, high, style.LIGHT, dash="dot", name=words.say("columns.high")),
        ahead(outlook, low, style.DARK, dash="dot", name=words.say("columns.low")),
    ]
    room = Room(years, people, [been, comes, *roads])
    observed = [
        been,
        room.now(outlook.base_year, words.say("now")),
        room.label(
            [(outlook.base_year, before)], language.fill("{{ v|exact }}", v=before), style.MINE
        ),
    ]
    spots = apart([high[-1], low[-1]], 0.1 * top)
    future = [
        *roads,
        named(words.say("columns.high"), outlook.last_year, spots[0], style.LIGHT),
        named(words.say("columns.low"), outlook.last_year, spots[1], style.DARK),
        comes,
        room.label([(HORIZON, after)], language.fill("{{ v|exact }}", v=after), style.MINE),
    ]
    frames = [
        words.frame("history", style.figure([*observed, *map(hidden, future)], described)),
        words.frame("future", style.figure([*observed, *future], described)),
    ]
    rows = [
        (int(year), main[i], *((low[i], high[i]) if year > outlook.base_year else (None, None)))
        for i, year in enumerate(outlook.years)
    ]
    return words.view(frames, [("year", None), ("main", 0), ("low", 0), ("high", 0)], rows, SOURCES)


@view("over80", order=30)
def over80(outlook: Outlook, language: Language) -> View:
    """People aged 80 and over."""
    return span_view("over80", (80, 105), outlook, language)


@view("pupils", order=60)
def pupils(outlook: Outlook, language: Language) -> View:
    """Children of school age, 6 to 15."""
    return span_view("pupils", (6, 15), outlook, language)


@view("kindergarten", order=65)
def kindergarten(outlook: Outlook, language: Language) -> View:
    """Children of kindergarten age, 1 to 5."""
    return span_view("kindergarten", (1, 5), outlook, language)


@view("futures", order=90)
def futures(outlook: Outlook, language: Language) -> View:
    """Everybody, under SSB's low, main and high alternative."""
    return span_view("futures", (0, 105), outlook, language)


@view("workers", order=40)
def workers(outlook: Outlook, language: Language) -> View:
    """People of working age, 20 to 66."""
    return span_view("workers", (20, 66), outlook, language)
