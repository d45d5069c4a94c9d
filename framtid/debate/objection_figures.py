"""What the figures of a path say against it and for it: its dearest lever, and its worse years."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from framtid.debate.motion import carried
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.economic_plan import SMALLEST, economic_plan
from framtid.pathways.levers import lever
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import told


@dataclass(frozen=True)
class Weighed:
    """A path's dearest lever, what it gives, and the years that the accounts are worse in."""

    lever: str
    cost: float
    """Kroner per inhabitant that it costs up to the horizon, whatever it gives back."""
    hands: float
    """Man-years more that 2040 would lack without it, as they are told."""
    doubted: str | None
    """The judged lever that carries most; None where that is the dearest, or where none is."""
    worse: tuple[int, ...]
    """Years in which the choices cost more than they give."""


def spent(outlook: Outlook) -> Mapping[str, float]:
    """Return what each lever costs to introduce and to run until the horizon, the dearest first."""
    whole = _cost(outlook)
    each = {
        choice.lever: whole - _cost(outlook.along(outlook.pathway.moved({choice.lever: 0})))
        for choice in outlook.pathway.choices
    }
    return dict(sorted(each.items(), key=lambda item: -item[1]))


def _cost(outlook: Outlook) -> float:
    columns = economic_plan(outlook).columns
    return -float(columns["starting"].sum() + columns["running"].sum())


def weighed(outlook: Outlook) -> Weighed | None:
    """Return the figures of a path that costs something; None where it does not."""
    costs, carries, plan = spent(outlook), carried(outlook), economic_plan(outlook)
    dearest = next(iter(costs))
    if costs[dearest] < SMALLEST or outlook.pathway.level(dearest) < 0:
        return None
    judged = [name for name in carries if lever(name).certainty == "judgement"]
    worse = np.flatnonzero(plan.columns["choices"] < -SMALLEST)
    return Weighed(
        dearest,
        costs[dearest],
        carries[dearest]["difference"],
        judged[0] if judged and judged[0] != dearest else None,
        tuple(plan.years[at] for at in worse),
    )


def figures_said(found: Weighed, outlook: Outlook, language: Language) -> tuple[str, str]:
    """Return what the figures say for a path, and against it: as many sentences for each."""
    years, worse = economic_plan(outlook).years, found.worse
    fewer = -told(outlook, "gap", HORIZON)["difference"]
    every = bool(worse) and len(worse) == worse[-1] - worse[0] + 1
    doubted = found.doubted and language.say(f"levers.{found.doubted}.title")
    values = {
        "title": language.say(f"levers.{found.lever}.title"),
        "judged": lever(found.lever).certainty == "judgement",
        "cost": found.cost,
        "hands": found.hands,
        "doubted": doubted,
        "worse": len(worse),
        "every": every,
        "first": worse[0] if worse else 0,
        "last": worse[-1] if worse else 0,
        "of": len(years),
        "fewer": fewer,
        "horizon": HORIZON,
    }
    parts = ["cost"] if found.hands > 0 else []
    if worse and (fewer > 0 or (every and worse[-1] < HORIZON)):
        parts.append("worse")
    parts += ["doubted"] if doubted else []
    favour, against = (
        " ".join(language.say(f"debate.weighed.{key}.{side}", **values) for key in parts)
        for side in ("favour", "against")
    )
    return on_one_line(favour), on_one_line(against)
