"""The sum of hands worked through for a place, each step from the figures shown before it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from framtid.consequences import care, kindergarten, school, workforce
from framtid.consequences.local import Local
from framtid.consequences.need import weights
from framtid.consequences.parameters import parameters
from framtid.horizon import HORIZON
from framtid.nearest import nearest
from framtid.pathways.outlook import OLDEST, Outlook
from framtid.pathways.pocket import FINEST, Row, Shown, added, row, same, shown
from framtid.projection.history import Floats

SERVICES: Mapping[str, tuple[tuple[int, int], ...]] = {
    "care": ((0, 66), (67, 79), (80, 89), (90, OLDEST)),
    "school": ((6, 9), (10, 15)),
    "kindergarten": ((1, 2), (3, 5)),
}
AT_WORK = ((15, 19), (20, 66), (67, OLDEST))
MANY = 1000
"""From so many hands on, man-years are shown whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """What several spans of ages give, and the sum of it."""

    rows: tuple[Row, ...]
    apart: Shown
    """What the municipalities counted one by one have more than their sum taken as one."""
    total: Shown


@dataclass(frozen=True, slots=True)
class Year:
    """The man-years of one year, service by service, and who are at work."""

    services: Mapping[str, Part]
    man_years: Shown
    working: Part


@dataclass(frozen=True, slots=True)
class WorkedHands:
    """Hands step by step, today and at the horizon, along the official line."""

    now: Year
    then: Year
    vacant: Shown
    """What posts that stand vacant multiply the man-years with."""
    needed: Shown
    at_work: Shown
    """Of the working at the horizon, how many to each of today's."""
    apart: Shown
    """As in ``Part``, of the hands at hand."""
    at_hand: Shown
    gap: Shown


def _by_age(outlook: Outlook, known: Local, at: int) -> dict[str, Floats]:
    """Return man-years by service, and people at work, by age in the year ``at``, (age,) each."""
    people, today = outlook.future[at].sum(0), outlook.future[0].sum(0)
    level = care.per_inhabitant() * known.people * known.need["care"].value
    norm = np.zeros_like(people)
    grades = slice(school.FIRST, school.LAST + 1)
    norm[grades] = 1 / parameters("school")["norm"].by_age[grades]
    taught = school.man_years(outlook.future[:1], known)[0] / max((norm * today).sum(), 1e-9)
    small, large = kindergarten.children(np.eye(len(people))[:, None], known)
    given = parameters("kindergarten")
    nursery = (
        small / given["children_per_adult_1_2"].number
        + large / given["children_per_adult_3_5"].number
    )
    curve = weights("care")
    at_work = workforce.at_work(tuple(workforce.later_anyway(len(outlook.future))))
    return {
        "care": level * curve * people / (curve * today).sum(),
        "school": taught * norm * people,
        "kindergarten": nursery * people,
        "working": (at_work[at] * outlook.future[at]).sum(0),
    }


def _part(
    spans: tuple[tuple[int, int], ...],
    people: Floats,
    by_age: Floats,
    official: float,
    decimals: int,
) -> Part:
    rows = tuple(
        row((a, b), float(people[a : b + 1].sum()), float(by_age[a : b + 1].sum()), decimals)
        for a, b in spans
    )
    apart = shown(official - float(by_age.sum()), decimals)
    return Part(rows, apart, added(*(each.gives for each in rows), apart))


def _year(outlook: Outlook, known: Local, at: int, decimals: int) -> Year:
    people, series = outlook.future[at].sum(0), outlook.consequences.series
    by_age = _by_age(outlook, known, at)
    services = {
        name: _part(spans, people, by_age[name], float(series[f"{name}_man_years"][at]), decimals)
        for name, spans in SERVICES.items()
    }
    working = _part(AT_WORK, people, by_age["working"], float(series["working"][at]), decimals)
    return Year(services, added(*(part.total for part in services.values())), working)


def _worked(outlook: Outlook, decimals: int) -> WorkedHands:
    known, last = outlook.local, HORIZON - outlook.base_year
    now, then = (_year(outlook, known, at, decimals) for at in (0, last))
    vacant = shown(1 + parameters("workforce")["vacant"].number, 2)
    needed = shown(then.man_years.value * vacant.value, decimals)
    at_work = shown(then.working.total.value / now.working.total.value, 5 + decimals)
    series = outlook.consequences.series
    services = sum(float(series[f"{name}_man_years"][0]) for name in SERVICES)
    taken = float(series["hands_at_hand"][last])
    whole = services * float(series["working"][last] / series["working"][0])
    apart = shown(taken - whole, decimals)
    at_hand = shown(now.man_years.value * at_work.value + apart.value, decimals)
    gap = shown(needed.value - at_hand.value, decimals)
    return WorkedHands(now, then, vacant, needed, at_work, apart, at_hand, gap)


def compared(worked: WorkedHands, outlook: Outlook) -> Iterator[tuple[Shown, float]]:
    """Return every figure on the way that the model tells too, beside the model's."""
    at = outlook.consequences.at
    for year, made in ((outlook.base_year, worked.now), (HORIZON, worked.then)):
        for name, part in made.services.items():
            yield part.total, at(f"{name}_man_years", year)
        yield made.working.total, at("working", year)
    yield worked.needed, at("hands_needed", HORIZON)
    yield worked.at_hand, at("hands_at_hand", HORIZON)


def agrees(worked: WorkedHands, outlook: Outlook, decimals: int) -> bool:
    """Return whether what is shown is the model's to so many decimals, and the gap whole."""
    gap = outlook.consequences.at("gap", HORIZON)
    near = all(same(*each, decimals) for each in compared(worked, outlook))
    return near and nearest(worked.gap.value) == nearest(gap)


def base(outlook: Outlook) -> int:
    """Return the decimals that man-years are shown with where no finer are needed."""
    return 0 if outlook.consequences.at("hands_needed", outlook.base_year) >= MANY else 1


def worked_hands(outlook: Outlook) -> WorkedHands:
    """Return the sum worked through, with as many decimals as it takes to end where the model does.

    Args:
        outlook: a place along the official line.

    """
    coarse = base(outlook)
    made = (_worked(outlook, coarse + finer) for finer in range(FINEST + 1))
    for worked in made:
        if agrees(worked, outlook, coarse):
            break
    return worked
