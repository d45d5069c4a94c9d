"""A place's level of need: its own figures first, then the ministry's index, then its ages."""

import numpy as np

from framtid.consequences.fetched import key_figure, relative
from framtid.consequences.figure import Figure, weakest
from framtid.consequences.parameters import parameters
from framtid.places import Level, Place, places
from framtid.projection.history import Floats, history
from framtid.projection.parameters import AGES
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

SECTORS = ("school", "care", "kindergarten", "all")
OSLO = "0301"
"""A county too: its free income pays for more than a municipality's tasks."""
FETCHED = {"care": ("care_man_years", False), "all": ("free_income", True)}
"""Sector → table that only a refresh brings, and whether it is per inhabitant."""
KOSTRA = {
    "care": "Årsverk helse/omsorg per 10 000 innbygger (årsverk)",
    "all": "Frie inntekter per innbygger (kr)",
}
"""Sector → key figure per inhabitant that is at hand for a few municipalities."""


@kept(maxsize=1)
def index() -> dict[str, dict[str, float | None]]:
    """Return the ministry's need index by municipality, a column per sector."""
    rows = snapshot().table("need_index").to_pylist()
    return {row["municipality"]: row for row in rows}


@kept(maxsize=8)
def weights(sector: str) -> Floats:
    """Return need per person by single age, the average inhabitant being about 1, (age,).

    Source: the 2026 cost key of the municipal income system (Grønt hefte).
    """
    by_age = np.zeros(AGES)
    for row in snapshot().table("need_weights").to_pylist():
        by_age[row["first_age"] : row["last_age"] + 1] = row[sector]
    return by_age


@kept(maxsize=8)
def _by_ages(sector: str) -> Floats:
    """Return need per inhabitant that ages alone give, the nation being 1, (municipality,)."""
    people = history().population[-1].sum(1)
    each = people @ weights(sector) / people.sum(1)
    nation = people.sum(0) @ weights(sector) / people.sum()
    relative_need: Floats = each / nation
    return relative_need


@kept(maxsize=8)
def _by_size(sector: str) -> Floats:
    """Return what size adds to need where the index is known, a line in the logarithm.

    (municipality,): the factor on what ages alone give.
    """
    people = history().population[-1].sum((1, 2))
    known = [index()[place.code][sector] for place in places().municipalities]
    at = np.array([value is not None for value in known])
    ratio = np.array([value or 1.0 for value in known]) / _by_ages(sector)
    slope, start = np.polyfit(np.log(people[at]), np.log(ratio[at]), 1)
    factor: Floats = np.exp(start + slope * np.log(people))
    return factor


def _member(code: str, sector: str) -> Figure:
    """Return a municipality's level by the index, or by what comes nearest to it."""
    row, at = index()[code], places().index[code]
    if (published := row[sector]) is not None:
        return Figure(published, "index")
    aged = float(_by_ages(sector)[at])
    if (total := row.get("total")) is not None:
        # The published total knows the place; its ages say how the total falls on sectors.
        return Figure(total * aged / float(_by_ages("all")[at]), "total")
    return Figure(aged * float(_by_size(sector)[at]), "ages")


def _own(place: Place, sector: str, people: Floats) -> float | None:
    """Return what the place itself has, where figures are at hand; None where they are not."""
    if sector not in FETCHED or (sector == "all" and OSLO in place.members):
        return None
    table, each = FETCHED[sector]
    fetched = relative(table, place, people, each=each)
    if fetched is not None or place.level is not Level.MUNICIPALITY:
        return fetched
    own, nation = (key_figure(KOSTRA[sector], name) for name in (place.short, "Landet"))
    if own is None or nation is None:
        return None
    return own / (nation if sector == "care" else income_per_need())


@kept(maxsize=1)
def need_outside_oslo() -> float:
    """Return the mean need per inhabitant of all municipalities but Oslo, the nation being 1."""
    people = history().population[-1].sum((1, 2))
    levels = np.array([_member(place.code, "all").value for place in places().municipalities])
    others = np.arange(len(people)) != places().index[OSLO]
    return float(levels[others] @ people[others] / people[others].sum())


def income_per_need() -> float:
    """Return kroner of free income per inhabitant where need is the nation's, counties left out.

    Oslo's free income is a county's too, so the level is that of all the others at their need.
    """
    return parameters("economy")["income_outside_oslo"].number / need_outside_oslo()


@kept(maxsize=8)
def _scale(sector: str) -> float:
    """Return what levels by index are multiplied by, so that all municipalities make the nation.

    Where some have figures of their own, the others share what is left.
    """
    people = history().population[-1].sum((1, 2))
    own = [_own(each, sector, people[[at]]) for at, each in enumerate(places().municipalities)]
    other = np.array([value is None for value in own])
    if not other.any():
        return 1.0
    levels = np.array([_member(each.code, sector).value for each in places().municipalities])
    counted = np.array([value or 0.0 for value in own]) @ people
    return float((people.sum() - counted) / (levels[other] @ people[other]))


def _figure(code: str, sector: str, people: Floats) -> Figure:
    """Return a municipality's level: its own figures, or the index and what comes nearest to it."""
    own = _own(places().get(code), sector, people)
    if own is not None:
        return Figure(own, "own")
    known = _member(code, sector)
    return Figure(known.value * _scale(sector), known.basis)


def need_of(place: Place, sector: str, people: Floats) -> Figure:
    """Return need per inhabitant of a place in a sector, the nation being 1.

    Args:
        place: any place.
        sector: one of SECTORS.
        people: inhabitants of its municipalities, (municipality,).

    """
    if place.level is Level.NATION:
        return Figure(1.0, "own")
    members = [_figure(code, sector, people[[at]]) for at, code in enumerate(place.members)]
    level = float(np.array([each.value for each in members]) @ people / people.sum())
    return Figure(level, weakest(each.basis for each in members))
