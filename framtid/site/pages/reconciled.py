"""Avstemming: the nation beside official figures, and how far apart all places are."""

from typing import Any

from framtid.consequences.reconciliation import reconciliation, spreads
from framtid.language.current import spoken
from framtid.places import Level
from framtid.statistics.keeping import kept

OF_PEOPLE = "people_nation"
"""The nation's people are the official figure, and stand under what we control to."""

SAME = "same"


@kept(1, by=spoken)
def reconciled() -> dict[str, Any]:
    """Return what the page tells, all of it from the figures in force."""
    compared = tuple(each for each in reconciliation() if each.subject.id != OF_PEOPLE)
    everywhere = tuple(each for each in compared if each.subject.id.startswith(("need", "people")))
    return {
        "nation": [each for each in compared if each.place.level is Level.NATION],
        "spreads": spreads(everywhere),
        "reasons": [
            reason for reason in dict.fromkeys(each.reason for each in everywhere) if reason != SAME
        ],
    }
