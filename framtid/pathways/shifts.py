"""A hundred shifts of care, school and kindergarten: how many of them there are people for."""

from framtid.horizon import HORIZON
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import told

SHIFTS = 100


def filled(outlook: Outlook, year: int = HORIZON) -> int:
    """Return how many of a hundred shifts there are people for in a year.

    All of them where no man-year is missing as it is told; never a hundred where some are.
    """
    if told(outlook, "gap", year)["path"] <= 0:
        return SHIFTS
    at = outlook.consequences.at
    share = at("hands_at_hand", year) / at("hands_needed", year)
    return min(SHIFTS - 1, nearest(SHIFTS * share))


def missing(outlook: Outlook) -> float:
    """Return how many of a hundred hands that are needed in 2040 are missing; none if enough."""
    return float(SHIFTS - filled(outlook))
