"""Hvor vi skiller oss fra SSB: how many municipalities, which ones most, and how much is news."""

from statistics import mean
from typing import Any

from framtid.horizon import HORIZON
from framtid.projection import base_year
from framtid.projection.evaluation.ssb_differences import Difference, differences
from framtid.projection.evaluation.ssb_editions import municipal, national

NAMED = 5


def _apart(found: tuple[Difference, ...]) -> float:
    """Return the mean share, in per cent, that a municipality's two figures lie apart."""
    return 100 * mean(abs(each.share) for each in found)


def differing() -> dict[str, Any]:
    """Return what the page tells, all of it from the figures in force."""
    found, totals = differences(HORIZON), national()
    edition, newest, now = municipal().edition, max(totals), base_year()
    return {
        "edition": edition,
        "newest": newest,
        "nation": totals[newest][HORIZON],
        "nation_then": totals[edition][HORIZON],
        "now": now,
        "year": HORIZON,
        "of": len(found),
        "outside_80": sum(80 in each.outside for each in found),
        "outside_95": sum(95 in each.outside for each in found),
        "apart": _apart(found),
        "apart_now": _apart(differences(now)) if edition < now else 0.0,
        "lower": found[:NAMED],
        "higher": found[: -NAMED - 1 : -1],
    }
