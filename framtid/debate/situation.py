"""A place's situation in five figures, and a small table beside region and nation."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from framtid.consequences.setting import State
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.numbers import MILLION, banded
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import alone
from framtid.pathways.switches import MAIN
from framtid.places import Level
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS
from framtid.stories.among_similar import AGES, FEW, alike, measured, said
from framtid.stories.path_facts import PathFacts
from framtid.views.claims import told as counted

MEASURED = {"people": "all", "over80": "80+", "carers": CARERS}
"""What bands call the figures that they are of."""
ENDS: tuple[State, ...] = ("nothing", "wholly")
"""The least and the most that the State may cover."""


@dataclass(frozen=True)
class KeyFigure:
    """A figure and the words that follow it."""

    value: str
    label: str
    reach: str
    """Between what it may be, and what that rests on; of the hands, what care alone needs first."""


@dataclass(frozen=True)
class Compared:
    """A table: a row per measure, a column per place."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    """Which places are most like it; empty where it is no municipality."""


def _values(outlook: Outlook, language: Language) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield what each of the five figures is told with, along today's course."""
    facts, usual = PathFacts(outlook, language), outlook.official
    for name in ("people", "carers", "gap", "balance_per_inhabitant"):
        # A ratio beside a path has more decimals than one says.
        told = (PathFacts(usual, language) if name == "carers" else facts).told(name)
        yield name, {"now": told["now"], "goal": told["official"]}
        if name == "people":
            old = (usual.people(year, 80) for year in (usual.base_year, HORIZON))
            yield "over80", dict(zip(("now", "goal"), counted("aged", *old), strict=True))


def _reach(name: str, outlook: Outlook, language: Language) -> str:
    """Return between what a figure of today's course may be, and what that rests on."""
    usual = PathFacts(outlook.official, language)
    if name == "balance_per_inhabitant":
        state = language.say(f"state.{outlook.setting.state}")
        other = {each: usual.kroner_if(each) for each in ENDS}
        ends = usual.span(name)
        least, most = (language.numbers.signed(float(each)) for each in (ends.low, ends.high))
        return language.say(
            "debate.figures.reach.state",
            state=state,
            range=language.say(
                f"figures.between.{'one' if least == most else 'two'}", low=least, high=most
            ),
            open=ends.low < 0 < ends.high,
            **other,
        )
    if name == "gap":
        ends, decimals, kind = usual.span(name), 0, "alternatives"
        low, high = max(float(ends.low), 0), max(float(ends.high), 0)
    elif outlook.alternative != MAIN:
        return ""  # The band is of the main alternative.
    else:
        low, high = bands(outlook.place.code).interval(MEASURED[name], HORIZON)
        decimals, kind = int(name == "carers"), "futures"
        low, high = (low, high) if decimals else banded(low, high)
    first, last = (_end(end, decimals, language) for end in (low, high))
    key = "one" if first == last else "two"
    said = language.say(f"figures.between.{key}", low=first, high=last)
    told = language.say(f"debate.figures.reach.{kind}", range=said)
    return f"{_care(outlook, language)} {told}" if name == "gap" else told


def _end(end: float, decimals: int, language: Language) -> str:
    """Return an end of a range in digits; millions as the figure beside it, "6,35 millioner"."""
    told = language.numbers
    return told.count(end) if end >= MILLION else told.decimal(end, decimals)


def _care(outlook: Outlook, language: Language) -> str:
    """Return how many man-years care alone needs along today's course, and today.

    How many of those at hand are in care nobody knows: the services share them.
    """
    now, goal = (
        alone("care_man_years", outlook.official.consequences.at("care_man_years", year))
        for year in (outlook.base_year, HORIZON)
    )
    counted = outlook.local.need["care"].basis == "own"
    return language.say("debate.figures.care", now=now, goal=goal, counted=counted)


def key_figures(outlook: Outlook, language: Language) -> tuple[KeyFigure, ...]:
    """Return the five figures of a place if everything goes as today.

    Counts are rounded as finely as beside the path, so that the same figure is the same everywhere.
    """
    needed = PathFacts(outlook.official, language).at("hands_needed")
    return tuple(
        KeyFigure(
            language.say(f"debate.figures.{name}.value", **values).strip(),
            language.say(f"debate.figures.{name}.label", needed=needed, **values).strip(),
            _reach(name, outlook, language),
        )
        for name, values in _values(outlook, language)
    )


def columns(outlook: Outlook, language: Language) -> dict[str, list[Outlook]]:
    """Return what a place is laid beside, itself first, by what it is called.

    A column is one place, or the municipalities that are most like it, of which the median is told.
    """
    usual = outlook.official
    beside = {language.name(usual.place): [usual]}
    if usual.place.level is Level.MUNICIPALITY:
        if len(usual.region.place.members) > 1:
            beside[language.name(usual.region.place)] = [usual.region]
        like = alike(usual)
        beside[language.say("debate.compared.similar", count=len(like))] = like
    if usual.place.level is not Level.NATION:
        beside[language.name(usual.nation.place)] = [usual.nation]
    return beside


def _column(of: list[Outlook], language: Language) -> dict[str, str]:
    each_of = [measured(each) for each in of]
    cells = {
        name: said(name, float(np.median([each[name] for each in each_of])), language)
        for name in each_of[0]
    }
    return cells | _few(of[0], language) if len(of) == 1 else cells


def _few(outlook: Outlook, language: Language) -> dict[str, str]:
    """Return the changes of so few people that a share of them says nothing, from and to."""
    ends = {
        name: [outlook.people(year, *ages) for year in (outlook.base_year, HORIZON)]
        for name, ages in AGES.items()
    }
    return {
        name: language.say("debate.compared.from_to", now=now, goal=goal)
        for name, (now, goal) in ends.items()
        if now < FEW
    }


def compared(outlook: Outlook, language: Language) -> Compared:
    """Return a place beside its region, its like and the nation, everything going as today.

    What is told alike in all columns is not what is special here: it goes to the note.
    """
    beside = columns(outlook, language)
    cells = [_column(each, language) for each in beside.values()]
    like = next((each for each in beside.values() if len(each) > 1), [])
    names = ", ".join(language.name(each.place) for each in like)
    rows = [
        (language.say(f"debate.compared.rows.{name}"), *(each[name] for each in cells))
        for name in cells[0]
    ]
    same = [row for row in rows if len(row) > 2 and len(set(row[1:])) == 1]
    notes = [
        *([language.say("debate.compared.note", names=names)] if like else []),
        *(language.say("debate.compared.same", name=row[0], value=row[1]) for row in same),
    ]
    return Compared(
        language.say("debate.compared.caption"),
        (language.say("debate.compared.measure"), *beside),
        tuple(row for row in rows if row not in same),
        " ".join(notes),
    )
