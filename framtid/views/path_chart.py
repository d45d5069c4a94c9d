"""What pictures of a pathway share: my path in its band, the official line, one scale a place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import named
from framtid.pathways.rounding import Figures, told
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.statistics.keeping import kept
from framtid.views import style
from framtid.views.claims import Change, Claim, Comparison, Single
from framtid.views.label_placement import SMALL, Room, apart
from framtid.views.label_placement import named as end

POPULATION = ("population_municipality", "projection_nation")
MEASURES = {"carers": "carers", "people": "all"}
"""Indicators that claims hold against each other, and what they call them."""
SINGLE = {
    "gap": "gap",
    "balance_per_inhabitant": "kroner",
    "care_places": "places",
    "outside": "outside",
}
"""Indicators that claims tell one by one, and what they call them."""
BAND = 0.16
ROOM = 0.08
"""Share of the scale that is left free above and below."""
NEAR = 0.085
"""Share of the scale that two names keep between them."""
MARGIN = {"l": 62, "r": 104, "t": 18, "b": 34}


@dataclass(frozen=True)
class Course:
    """An indicator year by year from the base year: my path, SSB's alternatives, the line."""

    path: Floats
    official: Floats
    low: Floats
    """The least along my path in SSB's three alternatives."""
    high: Floats


def course(outlook: Outlook, indicator: str) -> Course:
    """Return an indicator along an outlook's pathway."""
    runs = [outlook.under(name).consequences.series[indicator] for name in ALTERNATIVES]
    return Course(
        outlook.consequences.series[indicator],
        outlook.official.consequences.series[indicator],
        np.min(runs, axis=0),
        np.max(runs, axis=0),
    )


@kept(maxsize=2048)
def _usual(code: str, indicators: tuple[str, ...]) -> tuple[float, float]:
    """Return the least and most of indicators along the named paths, all as today among them."""
    paths = named().values()
    runs = [outlook_of(code, name, pathway) for name in ALTERNATIVES for pathway in paths]
    series = [run.consequences.series[name] for run in runs for name in indicators]
    return float(np.min(series)), float(np.max(series))


def scale(outlook: Outlook, courses: Mapping[str, Course], *also: float) -> tuple[float, float]:
    """Return the ends of an axis: the same for a place whatever is chosen, where that is enough."""
    least, most = _usual(outlook.place.code, tuple(courses))
    for each in courses.values():
        least, most = min(least, float(each.low.min())), max(most, float(each.high.max()))
    least, most = min(least, *also, least), max(most, *also, most)
    free = ROOM * (most - least)
    return least - free, most + free


def years(outlook: Outlook) -> list[int]:
    """Return the years of a course."""
    return list(range(outlook.base_year, outlook.last_year + 1))


def across(outlook: Outlook) -> list[float]:
    """Return the ends of the axis of years."""
    return [outlook.base_year - 0.4, outlook.last_year + 0.4]


def room(outlook: Outlook, ends: tuple[float, float], drawn: Iterable[style.Trace]) -> Room:
    """Return the room for words in a picture over years, where these lines are drawn."""
    return Room(across(outlook), ends, drawn, SMALL)


def layout(outlook: Outlook, ends: tuple[float, float], **axis: object) -> dict[str, object]:
    """Return the layout of a picture over years."""
    ticks = [outlook.base_year, HORIZON, outlook.last_year]
    return style.layout(
        style.axis(range=across(outlook), tickvals=ticks),
        style.axis(showgrid=True, gridcolor=style.GRID, range=list(ends), tickformat=",", **axis),
        margin=MARGIN,
    )


def lines(
    outlook: Outlook, found: Course, name: str, line: str, decimals: int
) -> list[style.Trace]:
    """Return the band, my path and the official line; ``name`` and ``line`` say which is which."""
    span = years(outlook)
    return [
        style.band(span, found.low, found.high, BAND),
        style.line(span, found.path, style.MINE, name, width=3.5, decimals=decimals),
        style.line(span, found.official, style.INK, line, width=2, dash="dash", decimals=decimals),
    ]


def names(
    outlook: Outlook, ends: tuple[float, float], found: Sequence[tuple[str, float, str]]
) -> list[style.Trace]:
    """Return names of lines (text, value, colour) right of the last year, without touching."""
    said = [value for text, value, _ in found if text]
    spots = iter(apart(said, NEAR * (ends[1] - ends[0])))
    return [
        end(text, outlook.last_year, next(spots) if text else value, color)
        for text, value, color in found
    ]


def figures(outlook: Outlook, indicator: str) -> Figures:
    """Return what is told of an indicator in 2040: now, official, path and their difference."""
    return told(outlook, indicator, HORIZON)


def sources(*indicators: str) -> list[str]:
    """Return the snapshot's tables that indicators rest on, each once."""
    rests = (name for each in indicators for name in INDICATORS[each].rests_on)
    return list(dict.fromkeys([*POPULATION, *(name for name in rests if "." not in name)]))


def claims(outlook: Outlook, indicator: str) -> list[Claim]:
    """Return what a picture of a pathway claims: 2040 along it, and in today's course."""
    figures_told, code = figures(outlook, indicator), outlook.place.code
    if indicator in MEASURES:
        measure = MEASURES[indicator]
        official, path = figures_told["official"], figures_told["path"]
        if outlook.pathway.is_default:
            years = (outlook.base_year, HORIZON)
            now, then = (outlook.consequences.at(indicator, year) for year in years)
            return [Change(measure, code, now, then, ours=True, years=years)]
        return [Comparison(measure, code, official, path, ours=True, year=HORIZON, than="course")]
    measure = SINGLE[indicator]
    mine = Single(measure, code, HORIZON, figures_told["path"])
    course_too = Single(f"{measure}_course", code, HORIZON, figures_told["official"])
    return [course_too] if outlook.pathway.is_default else [mine, course_too]
