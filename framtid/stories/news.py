"""What is news in a place: where it stands out among the 357, and where it is about to turn.

Nothing is claimed that may be noise: a rank is the worst that the place's own band allows, a turn
must lie outside the band and happen in all of SSB's alternatives.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.numbers import spoken
from framtid.language.trends import trend
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.places import Level, Place, places
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS, SPANS
from framtid.stories.ranking import End, Field, field

RANKED: tuple[tuple[str, End], ...] = (
    (CARERS, "least"),
    (CARERS, "most"),
    ("80+", "most"),
    ("80+", "least"),
    ("6-15", "least"),
    ("6-15", "most"),
    ("20-66", "least"),
    ("20-66", "most"),
    ("all", "least"),
    ("all", "most"),
)
"""What a place may stand out in, and at which end."""
NAMES = {
    CARERS: "carers",
    "80+": "over80",
    "6-15": "pupils",
    "20-66": "workers",
    "all": "everybody",
}
"""What the sentences call each measure."""
TURNING = ("all", "20-66", "6-15")
BACK = 10
"""Years behind us that a turn is measured against."""
FEW, TOO_FEW = 2.0, 30
"""Hands per old person that the map's scale turns at; people below which nothing is told."""


@dataclass(frozen=True)
class News:
    """One thing that may be said of a place."""

    key: str
    """Its sentence in ``news.yml``."""
    values: dict[str, object]
    weight: float
    """How far out it is, the largest first."""


def _change(now: float, goal: float) -> float:
    return goal / max(now, 1.0) - 1


def _rank(place: Place, what: str, end: End) -> News | None:
    found, at = field(what), places().index[place.code]
    top = found.among(at, end)
    now, goal = float(found.now[at]), float(found.goal[at])
    if top is None or (what != CARERS and now < TOO_FEW) or not _right_way(found, at, what, end):
        return None
    values: dict[str, object] = {"top": top, "now": now, "goal": goal, "change": _change(now, goal)}
    return News(f"rank.{NAMES[what]}.{end}", values, 36 / top)


def _right_way(found: Field, at: int, what: str, end: End) -> bool:
    """Tell whether people really get more at the one end, and fewer at the other."""
    if what == CARERS:
        return True
    return bool(found.low[at] > 1 if end == "most" else found.high[at] < 1)


def _turn(outlook: Outlook, what: str) -> News | None:
    """Tell of a figure that went one way for ten years and is about to go the other."""
    first, last = SPANS[what]
    before = outlook.people(outlook.base_year - BACK, first, last)
    now = outlook.people(outlook.base_year, first, last)
    low, high = bands(outlook.place.code).interval(what, HORIZON)
    went = trend(before, now, count=True)
    goals = [outlook.under(name).people(HORIZON, first, last) for name in ALTERNATIVES]
    falls, rises = high < now and max(goals) < now, low > now and min(goals) > now
    if spoken(before) == spoken(now) or spoken(now) == spoken(outlook.people(HORIZON, first, last)):
        return None  # not to be seen in figures as one says them
    if now < TOO_FEW or not ((went == "grows" and falls) or (went == "shrinks" and rises)):
        return None
    goal = outlook.people(HORIZON, first, last)
    values: dict[str, object] = {"before": before, "then": outlook.base_year - BACK}
    values |= {"now": now, "goal": goal, "change": _change(now, goal)}
    return News(f"turn.{NAMES[what]}.{'falls' if falls else 'rises'}", values, 4.0)


def _first(series: Floats, years: Floats) -> int | None:
    """Return the year from which a difference is positive; None where it comes and goes."""
    positive = series > 0
    at = int(positive.argmax())
    return int(years[at]) if positive[at:].all() else None


def _old_and_young(outlook: Outlook) -> News | None:
    """Tell when those over 80 become more than the children of school age, for the first time."""
    crossings = []
    for name in ALTERNATIVES:
        run = outlook.under(name)
        crossings.append(_first(run.series(80) - run.series(6, 15), run.years.astype(float)))
    known = [year for year in crossings if year is not None]
    if len(known) < len(crossings) or min(known) <= outlook.base_year or max(known) > HORIZON:
        return None
    if max(known) - min(known) > 4 or outlook.people(outlook.base_year, 80) < TOO_FEW:
        return None
    values: dict[str, object] = {"year": known[0], "old": outlook.people(known[0], 80)}
    return News("turn.old_and_young", values, 5.0)


def _under_two(outlook: Outlook) -> News | None:
    """Tell when hands per old person fall below two, where they have not yet."""
    low, high = bands(outlook.place.code).interval(CARERS, HORIZON)
    goals = [outlook.under(name).carers(HORIZON) for name in ALTERNATIVES]
    if outlook.carers(outlook.base_year) <= FEW or high >= FEW or max(goals) >= FEW:
        return None
    year = _first(FEW - outlook.carer_series(), outlook.years.astype(float))
    values: dict[str, object] = {
        "now": outlook.carers(outlook.base_year),
        "goal": outlook.carers(HORIZON),
    }
    return News("turn.under_two", values | {"year": year, "low": low}, 4.5) if year else None


def _found(place: Place) -> Iterator[News | None]:
    outlook = outlook_of(place.code)
    if place.level is Level.MUNICIPALITY:
        yield from (_rank(place, what, end) for what, end in RANKED)
    yield from map(partial(_turn, outlook), TURNING)
    yield _old_and_young(outlook)
    yield _under_two(outlook)


def news(code: str) -> tuple[News, ...]:
    """Return what may be said of a place, what stands out most first; at times nothing."""
    found = (each for each in _found(places().get(code)) if each)
    return tuple(sorted(found, key=lambda each: -each.weight))


def told(code: str, language: Language) -> tuple[str, ...]:
    """Return the same as sentences."""
    place = places().get(code)
    about = {"name": language.name(place), "inside": language.inside(place)}
    return tuple(
        on_one_line(language.say(f"news.{each.key}", **about, **each.values)) for each in news(code)
    )
