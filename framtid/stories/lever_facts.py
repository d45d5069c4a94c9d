"""What one lever gives a place, in the figures that prose tells."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.pathways.rounding import told
from framtid.pathways.youth import outside_of_hundred
from framtid.stories.path_facts import PathFacts

AS_ON_THE_LIGHT_PATH = 2
"""The level that a lever is told at when nobody has pulled it, as in ``data/paths.yml``."""


@dataclass(frozen=True)
class LeverFacts:
    """A place's levers one by one, beside today's course."""

    outlook: Outlook

    def gives(self, lever: str, level: int = AS_ON_THE_LIGHT_PATH) -> float:
        """Return how many man-years fewer are missing in 2040 with one lever alone; 0 is few."""
        alone = self.outlook.official.along(Pathway.of({lever: level}))
        return -told(alone, "gap", HORIZON)["difference"]

    def brings_in(self, level: int = AS_ON_THE_LIGHT_PATH) -> float:
        """Return how many fewer young people are outside in 2040 when they are let in; 0 is few."""
        alone = self.outlook.official.along(Pathway.of({"unge": level}))
        return -told(alone, "outside", HORIZON)["difference"]

    def outside_of_hundred(self, facts: PathFacts) -> int:
        """Return how many of a hundred young people are outside in 2040, as ``youth`` has it."""
        return outside_of_hundred(facts.outlook)
