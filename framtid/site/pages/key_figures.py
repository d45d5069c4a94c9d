"""The headline figures of a place: what is, what we project for 2040, and how sure that is."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.language import current
from framtid.language.numbers import banded, to_come
from framtid.nearest import nearest
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, Place, places
from framtid.projection.evaluation.ssb_editions import local
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS, SPANS
from framtid.statistics.keeping import kept
from framtid.views.claims import Change
from framtid.web.current_language import say

SHOWN = {"people": "all", "oldest": "80+", "pupils": "6-15"}
"""The ages that each figure counts."""
NOISE = 0.02
"""Below this share of what eight futures in ten span, a difference says nothing by itself."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure now and then; ``change`` says in words which way it goes."""

    name: str
    now: float
    then: float
    change: str
    reach: tuple[float, float]
    """What eight futures in ten lie between."""
    official: float | None = None
    """What SSB says itself, where its figure is another than ours."""


def _people(name: str, code: str) -> KeyFigure:
    """Return a figure of people as it is told everywhere: counted exactly, projected roundly."""
    span, outlook, place = SHOWN[name], outlook_of(code), places().get(code)
    now, then = (outlook.people(year, *SPANS[span]) for year in (outlook.base_year, HORIZON))
    change = Change("all", code, now, then, ours=True, years=(outlook.base_year, HORIZON))
    before, after = map(float, change.told)
    # Where the figure of 2040 is told to the last one, so is how many more that is.
    low, high = banded(*bands(code).interval(span, HORIZON))
    by = abs(after - before)
    values = {
        "by": 0.0 if change.near == "same" and by <= NOISE * (high - low) else by,
        "whole": after == nearest(then),
        "more": after > before,
        "way": change.near,
    }
    said = say(f"municipality.change.{change.direction}", **values)
    official = _official(place, now) if span == "all" else None
    return KeyFigure(name, before, after, said, (low, high), official)


def _hands_change(now: float, then: float) -> str:
    """Say the difference between the figures as they are shown, with one decimal."""
    by = nearest(then, 1) - nearest(now, 1)
    if abs(by) < 0.05:
        return say("municipality.change.same", by=0, whole=True, more=False, way="same")
    return say("municipality.fewer_hands" if by < 0 else "municipality.more_hands", by=abs(by))


def _official(place: Place, now: float) -> float | None:
    """Return SSB's own figure for all ages; none for the nation, where ours is SSB's."""
    official = None if place.level is Level.NATION else local(place).get(HORIZON)
    return None if official is None else to_come(now, official)


@kept(600, by=current.spoken)
def key_figures(code: str) -> tuple[KeyFigure, ...]:
    """Return inhabitants, the oldest, pupils and people of working age per old person."""
    outlook = outlook_of(code)
    carers = outlook.carers(outlook.base_year), outlook.carers(HORIZON)
    reach = bands(code).interval(CARERS, HORIZON)
    figures = (_people(name, code) for name in SHOWN)
    return (*figures, KeyFigure("carers", *carers, _hands_change(*carers), reach))
