"""What a place's own figures say about each node of the causal map, beside the nation."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.pathways.causes import Measure, causal_map
from framtid.pathways.outlook import Outlook
from framtid.places import Level

MOST = 2
"""How many steps heavier or lighter than in the nation are told apart."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A node's figure in a place and in the nation, as the measure's unit has it."""

    place: float
    nation: float
    weight: int
    """How much heavier it is than in the nation: from -2 to 2, and 0 where it is about as heavy."""


def value(measure: Measure, outlook: Outlook) -> float:
    """Return a place's figure along today's course: of 2040, or the change until then."""
    then, now = (_at(measure, outlook.official, year) for year in (HORIZON, outlook.base_year))
    if measure.when == "horizon":
        return then
    return then / now - 1 if now else 0.0


def _at(measure: Measure, outlook: Outlook, year: int) -> float:
    if measure.ages:
        return outlook.people(year, *measure.ages)
    at = outlook.consequences.at
    whole = at(measure.over, year) if measure.over else 1.0
    return at(measure.indicator, year) / whole if whole else 0.0


def weight(measure: Measure, place: float, nation: float) -> int:
    """Return how many steps heavier a place's figure is than the nation's, at most two."""
    apart = (place - nation) / measure.step * (1 if measure.heavier == "up" else -1)
    return max(-MOST, min(MOST, round(apart)))


def measured(outlook: Outlook) -> dict[str, Measured]:
    """Return the figures of every node that can be counted, by node."""
    nation, found = outlook.nation, {}
    for name, node in causal_map().nodes.items():
        if node.measure is None:
            continue
        here = value(node.measure, outlook)
        there = here if outlook.place.level is Level.NATION else value(node.measure, nation)
        found[name] = Measured(here, there, weight(node.measure, here, there))
    return found
