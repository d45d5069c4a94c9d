"""What an answer to «what would it take?» must keep to: levers that stay, and a ceiling."""

from dataclasses import dataclass

from framtid.pathways.outlook import Outlook
from framtid.projection.history import Floats


@dataclass(frozen=True)
class Limits:
    """What an answer must keep to."""

    locked: frozenset[str] = frozenset()
    """Levers that stay where they are."""
    ceiling: float | None = None
    """Kroner per inhabitant that the choices may cost in the dearest year."""

    def allow(self, outlook: Outlook) -> bool:
        """Whether an outlook costs no more than it may."""
        return self.ceiling is None or dearest(outlook) <= self.ceiling + 1e-9


FREE = Limits()


def dearest(outlook: Outlook) -> float:
    """Return kroner per inhabitant that the choices cost in their dearest year."""
    series = outlook.consequences.series
    spent: Floats = (series["starting_cost"] + series["running_cost"]) / series["people"]
    return float(spent.max())
