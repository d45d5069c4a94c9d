"""What a place's own figures say about each node of the causal map, beside the nation."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.nearest import nearest
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
    """How much heavier it is than in the nation: from -2 to 2, and 0 where it is about as heavy.

    What does not hold in the place is never heavier there.
    """
    contrary: bool = False
    """Whether the figure as it is told does not go the way that the node's title says."""


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


def shown(measure: Measure, value: float) -> float:
    """Return a figure as it is told: whole per cent and kroner, ratios and shares in tenths."""
    return nearest(in_unit(measure, value), 1 if measure.unit in {"ratio", "share"} else 0)


def in_unit(measure: Measure, value: float) -> float:
    """Return a figure in the unit it is told in: shares in per cent."""
    return 100 * value if measure.unit in {"percent", "share"} else value


def contrary(measure: Measure, place: float, outlook: Outlook) -> bool:
    """Return whether a place's figure, as it is told, does not go the way its title says."""
    if measure.against == "nothing":
        return False
    then = 0.0
    if measure.against == "now":
        then = shown(measure, _at(measure, outlook.official, outlook.base_year))
    now = shown(measure, place)
    return now <= then if measure.heavier == "up" else now >= then


def weight(measure: Measure, place: float, nation: float) -> int:
    """Return how many steps heavier a place's figure is than the nation's, at most two."""
    apart = (place - nation) / measure.step * (1 if measure.heavier == "up" else -1)
    return max(-MOST, min(MOST, nearest(apart)))


def measured(outlook: Outlook) -> dict[str, Measured]:
    """Return the figures of every node that can be counted, by node."""
    nation, found = outlook.nation, {}
    for name, node in causal_map().nodes.items():
        if node.measure is None:
            continue
        here = value(node.measure, outlook)
        there = here if outlook.place.level is Level.NATION else value(node.measure, nation)
        against = contrary(node.measure, here, outlook)
        weighs = weight(node.measure, here, there)
        found[name] = Measured(here, there, min(weighs, 0) if against else weighs, against)
    return found
