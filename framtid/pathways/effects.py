"""What each level of a lever alone does to a place in 2040: hands and kroner, as they are told."""

from collections.abc import Iterator
from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.pathways.conflicts import Caution, warnings
from framtid.pathways.levers import LEVELS, Lever
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.pathways.rounding import Figures, told


@dataclass(frozen=True)
class Effect:
    """One level of a lever, all other levers being as today."""

    level: int
    outlook: Outlook

    @property
    def gap(self) -> Figures:
        """Man-years missing."""
        return told(self.outlook, "gap", HORIZON)

    @property
    def balance(self) -> Figures:
        """Kroner per inhabitant between income and what the services cost."""
        return told(self.outlook, "balance_per_inhabitant", HORIZON)

    @property
    def people(self) -> Figures:
        """Inhabitants."""
        return told(self.outlook, "people", HORIZON)


def effects(outlook: Outlook, lever: Lever) -> tuple[Effect, ...]:
    """Return what every level of a lever does to a place, the lowest first."""
    return tuple(Effect(level, outlook.along(Pathway.of({lever.id: level}))) for level in LEVELS)


def cautions(found: tuple[Effect, ...]) -> tuple[Caution, ...]:
    """Return what does not add up at some level of a lever alone, each once, the last said."""
    return tuple({each.id: each for each in _warned(found)}.values())


def _warned(found: tuple[Effect, ...]) -> Iterator[Caution]:
    for effect in found:
        yield from warnings(effect.outlook)
