"""The best that can be said for a path and against it, from its figures; as much for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framtid.debate.motion import motion
from framtid.debate.objections import Objections, objections
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.numbers import Told, rounded
from framtid.nearest import nearest
from framtid.pathways.adding_up import apart
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import alone
from framtid.pathways.waiting import Waiting, waiting
from framtid.pathways.whole_sum import beside, whole
from framtid.stories.path_facts import PathFacts
from framtid.stories.plan_told import say_sums
from framtid.stories.reach import reach, waited_aside

Name = Literal["favour", "against"]
MOST = 3
"""Points that a side has room for in large type, beside what its people say."""
Reason = tuple[str, dict[str, object]]
"""A point's key under ``debate.points``, and what it is told with."""


@dataclass(frozen=True)
class Point:
    """One reason: a sentence to say, and the figures behind it."""

    heading: str
    text: str


@dataclass(frozen=True)
class Side:
    """One side's sheet."""

    name: Name
    title: str
    points: tuple[Point, ...]
    said: str
    """What its people say to the question that the path turns on."""


@dataclass(frozen=True)
class BothSides:
    """Both, about the same path and the same question."""

    path: str
    question: Objections
    sides: tuple[Side, Side]
    reach: str
    """Between what the hands, the kroner and the sum of the path may be; below both sheets."""


def _sums(price: Waiting) -> dict[str, object]:
    """Return the man-years gone without in sum: begun in time, two terms later, and never."""
    now, late = (price.begun[at].unfilled for at in (0, 2))
    return {"now": now, "late": late, "course": price.course}


def _favour(facts: PathFacts) -> Iterator[Reason]:
    gap, kroner = facts.told("gap"), facts.told("balance_per_inhabitant")
    plan, price = economic_plan(facts.outlook), waiting(facts.outlook)
    if gap["difference"] < 0:
        yield "fewer", {**gap, "difference": -gap["difference"]}
    if (two := price.more("unfilled", 2)) > 0:
        yield "waiting", {"hands": two, **_sums(price)}
    if plan.repaid or not plan.costs_first:
        yield (
            "repaid",
            {
                "year": plan.repaid,
                "after": Told(rounded(plan.at("accumulated", HORIZON))),
            },
        )
    if kroner["difference"] > 0:
        yield "better", {**kroner, "left": abs(kroner["path"])}
    if facts.raised:
        ours = [each for each in facts.raised if "council" in levers()[each["id"]].decides]
        yield "ours", {"count": len(ours), "all": len(facts.raised)}
    if facts.lowered:
        yield "no_effort", {"count": len(facts.lowered)}
    spent = facts.cost_each()
    if nearest(spent) < 0:
        yield "unspent", {"kroner": -spent}
    yield "door", {}


def _against(facts: PathFacts) -> Iterator[Reason]:
    gap, kroner = facts.told("gap"), facts.told("balance_per_inhabitant")
    after = rounded(economic_plan(facts.outlook).at("accumulated", HORIZON))
    needed = alone("hands_needed", facts.outlook.consequences.at("hands_needed", HORIZON))
    if gap["difference"] > 0:
        yield "more", dict(gap)
    if after < 0:
        sums = beside(whole(facts.outlook).after, after)
        yield "dear", {"after": Told(-after), "whole": sums}
    if gap["path"] > 0 and gap["difference"] <= 0:
        yield "left", {"gap": gap["path"], "needed": needed}
    if judged := facts.sure("judgement"):
        yield "judged", {"count": len(judged), "all": len(facts.pulled)}
    if kroner["difference"] < 0:
        yield "worse", {**kroner, "difference": -kroner["difference"]}
    others = [who for who in facts.deciders if who != "council"]
    if others:
        yield "others", {"count": len(others)}
    yield "bound", {}


def both_sides(outlook: Outlook, language: Language) -> BothSides:
    """Return both sides of a path, or of the first of ours where none is chosen."""
    moved = motion(outlook)
    facts, question = PathFacts(moved, language), objections(moved, language)
    path = question.path
    reasons = {"favour": list(_favour(facts)), "against": list(_against(facts))}
    many = min(MOST, *map(len, reasons.values()))

    def side(name: Name, said: str) -> Side:
        points = tuple(_point(*each, language) for each in reasons[name][:many])
        return Side(name, language.say(f"debate.sides.{name}", path=path), points, said)

    sides = side("favour", question.words[0]), side("against", question.words[1])
    return BothSides(path, question, sides, _reach(facts))


def _reach(facts: PathFacts) -> str:
    """Return between what the figures of both sheets may be, in SSB's alternatives."""
    outlook, language = facts.outlook, facts.language
    figures = " ".join(reach(name, facts) for name in ("gap", "balance_per_inhabitant"))
    sums, later = say_sums(outlook, language), waited_aside(outlook, language)
    reached = language.say("debate.sides.reach", figures=figures, sums=sums, waited=later)
    beside = apart(outlook, language, ("gap", "balance_per_inhabitant"))
    return f"{reached.strip()} {beside}".strip()


def _point(key: str, values: dict[str, object], language: Language) -> Point:
    heading, text = (
        on_one_line(language.say(f"debate.points.{key}.{part}", **values))
        for part in ("heading", "text")
    )
    return Point(heading, text)
