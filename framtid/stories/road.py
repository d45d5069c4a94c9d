"""A pathway's figures for 2040 that prose may speak of, as *Veivalg* tells them."""

from dataclasses import dataclass
from typing import Literal

from framtid.language.trends import Trend, trend
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import name_of, path
from framtid.pathways.rounding import told
from framtid.stories.place_facts import GOAL

Sum = Literal["short", "even", "over"]


@dataclass(frozen=True)
class Road:
    """One place along one pathway in the words a writer needs; the course is as things are run."""

    seen: Outlook

    @property
    def name(self) -> str | None:
        """The pathway's name in ``data/paths.yml``, None for one of the reader's own."""
        return name_of(self.seen.pathway)

    def level(self, lever: str) -> int:
        """Return the level of a lever, 0 is as today."""
        return self.seen.pathway.level(lever)

    def at(self, indicator: str) -> float:
        """Return an indicator in 2040 as it is told."""
        return told(self.seen, indicator, GOAL)["path"]

    def now(self, indicator: str) -> float:
        """Return an indicator today as it is told."""
        return told(self.seen, indicator, GOAL)["now"]

    def beside(self, indicator: str) -> float:
        """Return how much more there is in 2040 than along the course; told figures add up."""
        return told(self.seen, indicator, GOAL)["difference"]

    def way(self, indicator: str) -> Trend:
        """Return which way an indicator differs from the course, within the noise of a count."""
        figures = told(self.seen, indicator, GOAL)
        return trend(figures["official"], figures["path"], count=True)

    def since(self, indicator: str) -> Trend:
        """Return which way an indicator goes from today, within the noise of a count."""
        figures = told(self.seen, indicator, GOAL)
        return trend(figures["now"], figures["path"], count=True)

    def shifts(self, year: int = GOAL) -> int:
        """Return how many of a hundred shifts there are people for; not a hundred if some lack."""
        at = self.seen.consequences.at
        return min(100, int(100 * at("hands_at_hand", year) / at("hands_needed", year)))

    @property
    def kroner(self) -> Sum:
        """Whether the budget of 2040 is short, over or even, as its figure is told."""
        left = self.at("balance_per_inhabitant")
        if left == 0:
            return "even"
        return "over" if left > 0 else "short"

    @property
    def adds_up(self) -> bool:
        """Whether there are hands and kroner enough."""
        return self.at("gap") <= 0 and self.kroner != "short"


def roads(seen: Outlook) -> dict[str, Road]:
    """Return the course and the two named ends of the same levers."""
    return {
        "course": Road(seen.official),
        "light": Road(seen.along(path("lys-vei"))),
        "dark": Road(seen.along(path("mork-vei"))),
    }
