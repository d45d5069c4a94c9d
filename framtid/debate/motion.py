"""What is up for debate: the path that is chosen, and how much each of its levers carries."""

from collections.abc import Mapping

from framtid.horizon import HORIZON
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import named
from framtid.pathways.rounding import Figures, beside

FIRST = "lys-vei"
"""The path that is debated where none is chosen: a motion must be about something."""
OFFERED = 2
"""The level at which a lever that is left alone is offered."""


def motion(outlook: Outlook) -> Outlook:
    """Return the outlook along what is moved: the chosen path, or the first of the named ones."""
    return outlook.along(named()[FIRST]) if outlook.pathway.is_default else outlook


def _gap(outlook: Outlook) -> float:
    return outlook.consequences.at("gap", HORIZON)


def _change(outlook: Outlook, other: Outlook) -> Figures:
    path, official, difference = beside("gap", _gap(other), _gap(outlook))
    return {"now": official, "official": official, "path": path, "difference": difference}


def carried(outlook: Outlook) -> Mapping[str, Figures]:
    """Return what 2040 lacks without each lever of the path, the one that matters most first.

    The figures are man-years missing: ``official`` with it, ``path`` without it.
    """
    without = {
        choice.lever: _change(outlook, outlook.along(outlook.pathway.moved({choice.lever: 0})))
        for choice in outlook.pathway.choices
    }
    return dict(sorted(without.items(), key=lambda item: -abs(item[1]["difference"])))


def offered(outlook: Outlook) -> Mapping[str, Figures]:
    """Return what 2040 would lack if a lever that is as today were pulled, the best first."""
    still = (name for name in levers() if not outlook.pathway.level(name))
    moved = {name: outlook.along(outlook.pathway.moved({name: OFFERED})) for name in still}
    changes = {name: _change(outlook, other) for name, other in moved.items()}
    return dict(sorted(changes.items(), key=lambda item: item[1]["difference"]))
