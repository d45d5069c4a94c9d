"""What pictures of a pathway share: my path in its band, the official line, one scale a place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import named
from framtid.pathways.rounding import Figures, told
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import bands, controlled
from framtid.projection.uncertainty.measures import CARERS, FEWEST, WHAT
from framtid.statistics.keeping import kept
from framtid.views import style
from framtid.views.builder import BANDS
from framtid.views.claims import Alternatives, Change, Claim, Comparison, Single, Spread
from framtid.views.label_placement import SMALL, Room, apart
from framtid.views.label_placement import named as end

POPULATION = ("population_municipality", "projection_nation")
OWN_SPREAD = (*POPULATION, BANDS)
"""Where our own spread is shown too."""
MEASURES = {"carers": "carers", "people": "all"}
"""Indicators that claims hold against each other, and what they call them."""
BANDED = {"carers": CARERS, "people": "all"}
"""Indicators that we have a spread of our own for, and what it is called there."""
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
NEAR = 0.135
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
    least: Floats
    """The lower bound of what is shaded: our own where we have one, else ``low``."""
    most: Floats
    ours: bool
    """Whether what is shaded is our own: eight of ten trajectories."""


def course(outlook: Outlook, indicator: str) -> Course:
    """Return an indicator along an outlook's pathway."""
    runs = [outlook.under(name).consequences.series[indicator] for name in ALTERNATIVES]
    low, high = np.min(runs, axis=0), np.max(runs, axis=0)
    path, what = outlook.consequences.series[indicator], BANDED.get(indicator)
    least, most = (low, high) if what is None else spread(outlook, what, path)
    official = outlook.official.consequences.series[indicator]
    return Course(path, official, low, high, least, most, what is not None)


def spread(outlook: Outlook, what: str, values: Floats) -> tuple[Floats, Floats]:
    """Return what eight of ten trajectories keep within along a pathway, (year,) each.

    The stored bands, moved with the path: each bound is as many times the path's value as it is
    of the official line's. ``bands_under`` carries the trajectories themselves along a path, which
    nobody can wait for; a test holds the two against each other.

    Args:
        outlook: of the place along the pathway.
        what: a measure of ``framtid.projection.uncertainty.measures``.
        values: the measure along the pathway, from the base year on.

    """
    known = bands(outlook.place.code)
    line = controlled(outlook.place.code)[WHAT.index(what)]
    low, high = known.series(what)
    moved = values / np.maximum(line, FEWEST)
    return low * moved, high * moved


@kept(maxsize=2048)
def _usual(code: str, indicators: tuple[str, ...]) -> tuple[float, float]:
    """Return the least and most of indicators along the named paths, with how wide they are."""
    runs = [outlook_of(code, name, each) for name in ALTERNATIVES for each in named().values()]
    series = [run.consequences.series[name] for run in runs for name in indicators]
    for name, run in product(BANDED.keys() & set(indicators), runs):
        series += spread(run, BANDED[name], run.consequences.series[name])
    return float(np.min(series)), float(np.max(series))


def scale(outlook: Outlook, courses: Mapping[str, Course], *also: float) -> tuple[float, float]:
    """Return the ends of an axis: the same for a place whatever is chosen, where that is enough."""
    least, most = _usual(outlook.place.code, tuple(courses))
    for each in courses.values():
        lows, highs = (each.low, each.least), (each.high, each.most)
        least, most = min(least, float(np.min(lows))), max(most, float(np.max(highs)))
    least, most = min(least, *also, least), max(most, *also, most)
    free = ROOM * (most - least)
    return least - free, most + free


def years(outlook: Outlook) -> list[int]:
    """Return the years of a course."""
    return list(range(outlook.base_year, outlook.last_year + 1))


def across(outlook: Outlook) -> list[float]:
    """Return the ends of the axis of years."""
    return [outlook.base_year - 0.4, outlook.last_year + 0.4]


def room(
    outlook: Outlook,
    ends: tuple[float, float],
    drawn: Iterable[style.Trace],
    dots: Iterable[tuple[float, float]] = (),
) -> Room:
    """Return the room for words in a picture over years, where lines and dots are drawn."""
    return Room(across(outlook), ends, drawn, SMALL, dots=dots, steady=True)


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
        style.band(span, found.least, found.most, BAND),
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
    known = OWN_SPREAD if any(each in BANDED for each in indicators) else POPULATION
    return list(dict.fromkeys([*known, *(name for name in rests if "." not in name)]))


def ends(outlook: Outlook, found: Course, year: int = HORIZON) -> tuple[float, float]:
    """Return the ends of what is shaded in a year."""
    at = year - outlook.base_year
    return float(found.least[at]), float(found.most[at])


def claims(outlook: Outlook, indicator: str, found: Course | None = None) -> list[Claim]:
    """Return what a picture of a pathway claims: 2040 along it, its spread, and today's course."""
    figures_told, code = figures(outlook, indicator), outlook.place.code
    reach = ends(outlook, found or course(outlook, indicator))
    if indicator in MEASURES:
        measure = MEASURES[indicator]
        official, path = figures_told["official"], figures_told["path"]
        spread_ = Spread(measure, code, HORIZON, *reach)
        if outlook.pathway.is_default:
            years = (outlook.base_year, HORIZON)
            now, then = (outlook.consequences.at(indicator, year) for year in years)
            return [Change(measure, code, now, then, ours=True, years=years), spread_]
        stand = Comparison(measure, code, official, path, ours=True, year=HORIZON, than="course")
        return [stand, spread_]
    measure = SINGLE[indicator]
    mine = Single(measure, code, HORIZON, figures_told["path"])
    course_too = Single(f"{measure}_course", code, HORIZON, figures_told["official"])
    between = Alternatives(measure, code, HORIZON, *reach)
    if outlook.pathway.is_default:
        return [course_too, between]
    return [mine, between, course_too]
