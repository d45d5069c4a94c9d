"""The headline figures of a place: what is, and what the main alternative says of 2040."""

from dataclasses import dataclass
from functools import lru_cache

from framtid.language import trend
from framtid.pathways.outlook import outlook
from framtid.site.words import say

TARGET = 2040


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure now and then; ``change`` says in words which way it goes."""

    name: str
    now: float
    then: float
    decimals: int
    change: str


def _change(now: float, then: float) -> str:
    way = trend(now, then)
    return say(f"municipality.change.{way}", by=abs(round(then) - round(now)))


@lru_cache(maxsize=600)
def key_figures(code: str) -> tuple[KeyFigure, ...]:
    """Return inhabitants, the oldest, pupils and people of working age per old person."""
    seen = outlook(code)
    spans = {"people": (0, 105), "oldest": (80, 105), "pupils": (6, 15)}
    counted = [
        (name, seen.people(seen.base_year, *ages), seen.people(TARGET, *ages))
        for name, ages in spans.items()
    ]
    figures = [KeyFigure(name, now, then, 0, _change(now, then)) for name, now, then in counted]
    carers = KeyFigure("carers", seen.carers(seen.base_year), seen.carers(TARGET), 1, "")
    return (*figures, carers)
