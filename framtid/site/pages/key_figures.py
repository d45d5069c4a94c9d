"""The headline figures of a place: what is, and what the main alternative says of 2040."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.language import trend
from framtid.language.current import spoken
from framtid.pathways.outlook import outlook_of
from framtid.statistics.keeping import kept
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


@kept(600, by=spoken)
def key_figures(code: str) -> tuple[KeyFigure, ...]:
    """Return inhabitants, the oldest, pupils and people of working age per old person."""
    outlook = outlook_of(code)
    spans = {"people": (0, 105), "oldest": (80, 105), "pupils": (6, 15)}
    counted = [
        (name, outlook.people(outlook.base_year, *ages), outlook.people(HORIZON, *ages))
        for name, ages in spans.items()
    ]
    figures = [KeyFigure(*counts, _people_change(*counts[1:])) for counts in counted]
    carers = outlook.carers(outlook.base_year), outlook.carers(HORIZON)
    return (*figures, KeyFigure("carers", *carers, _hands_change(*carers)))
