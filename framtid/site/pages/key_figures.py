"""The headline figures of a place: what is, and what the main alternative says of 2040."""

from dataclasses import dataclass

from framtid.language import trend
from framtid.pathways.outlook import outlook
from framtid.statistics.snapshot import per_edition
from framtid.views.curves import GOAL
from framtid.web.current_language import say


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure now and then; ``change`` says in words which way it goes."""

    name: str
    now: float
    then: float
    change: str


def _people_change(now: float, then: float) -> str:
    way = trend(now, then)
    return say(f"municipality.change.{way}", by=abs(round(then) - round(now)))


def _hands_change(now: float, then: float) -> str:
    """Say the difference between the figures as they are shown, with one decimal."""
    by = round(then, 1) - round(now, 1)
    if abs(by) < 0.05:
        return say("municipality.change.same")
    return say("municipality.fewer_hands" if by < 0 else "municipality.more_hands", by=abs(by))


@per_edition(maxsize=600)
def key_figures(code: str) -> tuple[KeyFigure, ...]:
    """Return inhabitants, the oldest, pupils and people of working age per old person."""
    seen = outlook(code)
    spans = {"people": (0, 105), "oldest": (80, 105), "pupils": (6, 15)}
    counted = [
        (name, seen.people(seen.base_year, *ages), seen.people(GOAL, *ages))
        for name, ages in spans.items()
    ]
    figures = [KeyFigure(*counts, _people_change(*counts[1:])) for counts in counted]
    carers = seen.carers(seen.base_year), seen.carers(GOAL)
    return (*figures, KeyFigure("carers", *carers, _hands_change(*carers)))
