"""Curves of people in an age span: what has been, what comes, and how sure that is."""

from collections.abc import Mapping

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.places import Level
from framtid.projection import ALTERNATIVES
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import SPANS
from framtid.views import style
from framtid.views.builder import BANDS, Words
from framtid.views.claims import Alternatives, Change, Claim, Spread
from framtid.views.label_placement import Room
from framtid.views.model import Cell, View
from framtid.views.registry import view

NAMES = 48
"""Pixels right of the plot, for the names of lines."""
LEVEL = 80
"""Per cent of the trajectories that the spread holds."""
SHADE = 0.16
"""How dark its area is."""
MEASURES = {
    "80+": "aged",
    "6-15": "pupils",
    "1-5": "kindergarten",
    "20-66": "workers",
    "all": "all",
}
"""Age spans that curves are of, and what claims call them."""
SOURCES = ("population_municipality", "projection_nation", BANDS)


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


def spread(outlook: Outlook, what: str) -> style.Trace:
    """Return the area that eight of ten trajectories keep within, from the base year on."""
    found = bands(outlook.place.code)
    return style.band(found.years.tolist(), *found.series(what, LEVEL), SHADE)


def _rows(outlook: Outlook, what: str, runs: Mapping[str, style.Numbers]) -> list[list[Cell]]:
    """Return a row a year: the main alternative, the spread, and SSB's other alternatives."""
    main, low, high = runs["MMMM"], runs["LLML"], runs["HHMH"]
    least, most = bands(outlook.place.code).series(what, LEVEL)
    rows: list[list[Cell]] = []
    for i, year in enumerate(outlook.years):
        ahead_of_us = int(year) - outlook.base_year
        future = ahead_of_us > 0
        beyond = (least[ahead_of_us], most[ahead_of_us], low[i], high[i]) if future else (None,) * 4
        rows.append([int(year), float(main[i]), *beyond])
    return rows


def in_alternatives(measure: str, outlook: Outlook, first: int, last: int) -> Alternatives:
    """Return what an age span that no band is of is between in SSB's alternatives."""
    ends = [outlook.under(name).people(HORIZON, first, last) for name in ALTERNATIVES]
    return Alternatives(measure, outlook.place.code, HORIZON, min(ends), max(ends))


def span_view(name: str, what: str, outlook: Outlook, language: Language) -> View:
    """Return a view of one age span: history, then the main alternative in its spread."""
    ages = SPANS[what]
    runs = {each: outlook.under(each).series(*ages) for each in ALTERNATIVES}
    main = runs["MMMM"]
    at = {
        year: float(main[year - outlook.first_year])
        for year in (outlook.base_year, HORIZON, outlook.last_year)
    }
    before, after, last = at.values()
    code, national = outlook.place.code, outlook.place.level is Level.NATION
    held = Spread(MEASURES[what], code, HORIZON, *bands(code).interval(what, HORIZON, LEVEL))
    least, most = held.told
    span = (outlook.base_year, HORIZON)
    goes = Change(MEASURES[what], code, before, after, not national, span)
    reach = {"low": least, "high": most}
    words = Words(
        language,
        name,
        outlook,
        before=before,
        after=goes.told[1],
        last=last,
        trend=goes.direction,
        change=after - before,
        within=least <= before <= most,
        **reach,
        ends=language.say("spread.ends", **reach),
    )
    area = spread(outlook, what)
    top = float(max(main.max(), *area["y"])) * 1.25
    years, people = [outlook.first_year, outlook.last_year + 1], [0, top]
    described = style.layout(style.axis(range=years), style.counts(range=people))
    been, comes = past(outlook, main), ahead(outlook, main, name=words.say("columns.main"))
    dots = [(outlook.base_year, before), (HORIZON, after)]
    room = Room(years, people, [been, comes], edges=[area], dots=dots)
    observed = [
        been,
        room.now(outlook.base_year, words.say("now")),
        room.label(dots[:1], language.fill("{{ v|exact }}", v=before), style.MINE),
    ]
    future = [
        area,
        comes,
        room.label(
            dots[1:],
            language.numbers.count(goes.told[1]),
            style.MINE,
        ),
    ]
    frames = [
        words.frame("history", style.figure([*observed, *map(hidden, future)], described)),
        words.frame("future", style.figure([*observed, *future], described)),
    ]
    claims: list[Claim] = [goes, held]
    columns: list[tuple[str, int | None]] = [("year", None)]
    columns += [(key, 0) for key in ("main", "least", "most", "low", "high")]
    return words.view(frames, columns, _rows(outlook, what, runs), SOURCES, claims)


@view("over80", order=30)
def over80(outlook: Outlook, language: Language) -> View:
    """People aged 80 and over."""
    return span_view("over80", "80+", outlook, language)


@view("pupils", order=60)
def pupils(outlook: Outlook, language: Language) -> View:
    """Children of school age, 6 to 15."""
    return span_view("pupils", "6-15", outlook, language)


@view("kindergarten", order=65)
def kindergarten(outlook: Outlook, language: Language) -> View:
    """Children of kindergarten age, 1 to 5."""
    return span_view("kindergarten", "1-5", outlook, language)


@view("futures", order=90)
def futures(outlook: Outlook, language: Language) -> View:
    """Everybody, in SSB's main alternative and the spread around it."""
    return span_view("futures", "all", outlook, language)


@view("workers", order=40)
def workers(outlook: Outlook, language: Language) -> View:
    """People of working age, 20 to 66."""
    return span_view("workers", "20-66", outlook, language)
