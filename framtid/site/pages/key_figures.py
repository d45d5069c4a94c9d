"""The headline figures of a place: what is, what we project for 2040, and how sure that is."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.language import trend
from framtid.language.current import spoken
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, Place, places
from framtid.projection.evaluation.ssb_editions import local
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS, SPANS
from framtid.statistics.keeping import kept
from framtid.web.current_language import say

SHOWN = {"people": "all", "oldest": "80+", "pupils": "6-15"}
"""The ages that each figure counts."""


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


def _people_change(now: float, then: float) -> str:
    way = trend(now, then)
    return say(f"municipality.change.{way}", by=abs(round(then) - round(now)))


def _hands_change(now: float, then: float) -> str:
    """Say the difference between the figures as they are shown, with one decimal."""
    by = round(then, 1) - round(now, 1)
    if abs(by) < 0.05:
        return say("municipality.change.same")
    return say("municipality.fewer_hands" if by < 0 else "municipality.more_hands", by=abs(by))


def _official(place: Place) -> float | None:
    """Return SSB's own figure for all ages; none for the nation, where ours is SSB's."""
    return None if place.level is Level.NATION else local(place).get(HORIZON)


@kept(600, by=spoken)
def key_figures(code: str) -> tuple[KeyFigure, ...]:
    """Return inhabitants, the oldest, pupils and people of working age per old person."""
    outlook, sure, place = outlook_of(code), bands(code), places().get(code)
    now = outlook.base_year
    figures = [
        KeyFigure(
            name,
            before := outlook.people(now, *SPANS[span]),
            after := outlook.people(HORIZON, *SPANS[span]),
            _people_change(before, after),
            sure.interval(span, HORIZON),
            _official(place) if span == "all" else None,
        )
        for name, span in SHOWN.items()
    ]
    carers = outlook.carers(now), outlook.carers(HORIZON)
    reach = sure.interval(CARERS, HORIZON)
    return (*figures, KeyFigure("carers", *carers, _hands_change(*carers), reach))
