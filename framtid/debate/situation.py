"""A place's situation in five figures, and a small table beside region and nation."""

from collections.abc import Iterator
from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.numbers import spoken
from framtid.pathways.outlook import Outlook
from framtid.places import Level
from framtid.stories.path_facts import PathFacts

FEW = 30
"""People below which a change is told from and to, as a share of so few says nothing."""
SPANS = {"everybody": (0, 105), "pupils": (6, 15), "workers": (20, 66), "over80": (80, 105)}
"""The ages that are laid beside each other."""


@dataclass(frozen=True)
class KeyFigure:
    """A figure and the words that follow it."""

    value: str
    label: str


@dataclass(frozen=True)
class Compared:
    """A table: a row per measure, a column per place."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _values(outlook: Outlook, language: Language) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield what each of the five figures is told with, along today's course."""
    facts, usual = PathFacts(outlook, language), outlook.official
    for name in ("people", "carers", "gap", "balance_per_inhabitant"):
        # A ratio beside a path has more decimals than one says.
        told = (PathFacts(usual, language) if name == "carers" else facts).told(name)
        yield name, {"now": told["now"], "goal": told["official"]}
        if name == "people":
            old = (usual.people(year, 80) for year in (usual.base_year, HORIZON))
            yield "over80", dict(zip(("now", "goal"), map(spoken, old), strict=True))


def key_figures(outlook: Outlook, language: Language) -> tuple[KeyFigure, ...]:
    """Return the five figures of a place if everything goes as today.

    Counts are rounded as finely as beside the path, so that the same figure is the same everywhere.
    """
    needed = PathFacts(outlook.official, language).at("hands_needed")
    return tuple(
        KeyFigure(
            language.say(f"debate.figures.{name}.value", **values).strip(),
            language.say(f"debate.figures.{name}.label", needed=needed, **values).strip(),
        )
        for name, values in _values(outlook, language)
    )


def columns(outlook: Outlook, language: Language) -> dict[str, Outlook]:
    """Return the places that a place is laid beside, itself first, by what they are called."""
    usual = outlook.official
    found = [usual]
    if usual.place.level is Level.MUNICIPALITY and len(usual.region.place.members) > 1:
        found.append(usual.region)
    if usual.place.level is not Level.NATION:
        found.append(usual.nation)
    return {language.name(each.place): each for each in found}


def _change(outlook: Outlook, ages: tuple[int, int], language: Language) -> str:
    now, goal = (outlook.people(year, *ages) for year in (outlook.base_year, HORIZON))
    if now < FEW:
        return language.say("debate.compared.from_to", now=now, goal=goal)
    change = 100 * (goal / now - 1)
    return language.numbers.signed(round(change)) + language.numbers.percent_sign


def missing(outlook: Outlook) -> float:
    """Return how many of a hundred hands that are needed in 2040 are missing; none if enough."""
    at = outlook.consequences.at
    return max(100 * at("gap", HORIZON) / at("hands_needed", HORIZON), 0.0)


def _cells(outlook: Outlook, balance: float, language: Language) -> Iterator[str]:
    for ages in SPANS.values():
        yield _change(outlook, ages, language)
    numbers = language.numbers
    yield numbers.decimal(outlook.carers(HORIZON))
    yield numbers.exact(missing(outlook))
    yield numbers.signed(balance)


MEASURES = (*SPANS, "carers", "missing", "balance")
"""The rows of the table, in the order of ``_cells``."""


def compared(outlook: Outlook, language: Language) -> Compared:
    """Return a place beside its region and the nation, everything going as today."""
    beside, kroner = columns(outlook, language), "balance_per_inhabitant"
    balances = [PathFacts(each, language).at(kroner) for each in beside.values()]
    # The place's own is told as finely as beside its path, as everywhere else.
    balances[0] = PathFacts(outlook, language).official(kroner)
    pairs = zip(beside.values(), balances, strict=True)
    cells = [tuple(_cells(each, balance, language)) for each, balance in pairs]
    labels = (language.say(f"debate.compared.rows.{name}") for name in MEASURES)
    return Compared(
        language.say("debate.compared.caption"),
        (language.say("debate.compared.measure"), *beside),
        tuple((label, *row) for label, row in zip(labels, zip(*cells, strict=True), strict=True)),
    )
