"""What a pathway costs before it gives: dearer than today's course, not yet repaid, or when it is.

Said wherever a path is told, so that nobody reads more hands as more money.
"""

from collections.abc import Mapping
from typing import Any, Literal

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.economic_plan import SMALLEST, economic_plan
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import told
from framtid.pathways.whole_sum import beside, whole

Payback = Literal["dearer", "owed", "repaid", "later_dearer", "none"]


def _figures(outlook: Outlook) -> Mapping[str, Any]:
    plan, sums = economic_plan(outlook), whole(outlook)
    gap, kroner = (told(outlook, name, HORIZON) for name in ("gap", "balance_per_inhabitant"))
    return {
        "hands": gap["difference"] < 0,
        "better": kroner["difference"] > 0,
        "dearer": kroner["difference"] < 0,
        "repaid": plan.repaid,
        "owed": plan.owed,
        "after": plan.at("accumulated", HORIZON),
        "whole": beside(sums.after, plan.at("accumulated", HORIZON)),
        "whole_owed": beside(sums.owed, plan.owed),
        "year": HORIZON,
    }


def _kind(figures: Mapping[str, Any]) -> Payback:
    if figures["after"] < -SMALLEST:
        return "dearer" if figures["dearer"] else "owed"
    if figures["repaid"]:
        return "repaid"
    return "later_dearer" if figures["dearer"] else "none"


def kind(outlook: Outlook) -> Payback:
    """Return how a pathway's kroner end in 2040 beside today's course.

    dearer: they have cost more than they have given, and 2040 is worse than today's course.
    owed: what was laid out has not come back by then, though 2040 is no worse.
    repaid: it has come back. later_dearer: they gave first, and 2040 is worse.
    none: nothing was ever laid out.
    """
    return "none" if outlook.pathway.is_default else _kind(_figures(outlook))


def payback(outlook: Outlook, language: Language, key: str = "long") -> str:
    """Return the same in a sentence or two; nothing where nothing was ever laid out.

    Args:
        outlook: a place along a pathway.
        language: in which it is said.
        key: ``long``, or ``short`` for a list of paths.

    """
    if outlook.pathway.is_default:
        return ""
    figures = _figures(outlook)
    return language.say(f"pathways.payback.{key}", kind=_kind(figures), **figures).strip()
