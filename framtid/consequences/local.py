"""A place's own figures, and the nation's where it has none."""

from dataclasses import dataclass
from math import log

import numpy as np

from framtid.consequences.fetched import key_figure, relative
from framtid.consequences.figure import Figure
from framtid.consequences.need import SECTORS, need_of
from framtid.consequences.parameters import parameters
from framtid.places import Level, Place, places
from framtid.projection.history import Floats, history
from framtid.statistics.keeping import kept


@dataclass(frozen=True)
class Local:
    """What a place is known to be like in the base year."""

    people: float
    """Inhabitants."""
    members: int
    """Municipalities."""
    need: dict[str, Figure]
    """Need per inhabitant by sector, the nation being 1: the place's own man-years in care and free
    income ("all") where they are at hand, else the ministry's index or what comes nearest."""
    coverage: tuple[Figure, Figure]
    """Share in kindergarten aged 1–2 and 3–5."""
    home_use: Figure
    """Share of those aged 80 or more who use home services."""
    institution_use: Figure
    """Share of those aged 80 or more who live in an institution."""
    outside: Figure
    """Share of the young who are outside work and education, the nation being 1."""
    earnings: Figure
    """Income of households, the nation being 1: what one more at work pays in tax follows it."""
    rates: Figure
    """Figures known only for the nation: who works."""
    absence: float
    """Sick leave in the services, a share; the nation's where a municipality has put in none."""
    result: float
    """Kroner per inhabitant left of today's income; nought where it has put in none, as the model
    tells what comes on top of today."""
    small: float
    """How much sharing with neighbours saves, 1 for the smallest and 0 for the largest."""


@kept(maxsize=1)
def nation() -> Floats:
    """Return the nation's population in the base year, (sex, age)."""
    everyone: Floats = history().population[-1].sum(0)
    return everyone


def _known(indicator: str, place: Place, national: float) -> Figure:
    """Return a percentage of KOSTRA as a share, the nation's where the place's is not in it."""
    if place.level is Level.NATION:
        return Figure(national, "own")
    alone = places().get(place.members[0]) if len(place.members) == 1 else None
    value = key_figure(indicator, alone.short) if alone else None
    return Figure(national, "nation") if value is None else Figure(value / 100, "own")


def _level(table: str, place: Place, people: Floats) -> Figure:
    """Return a place's level of what a refresh brings, or the nation's."""
    if place.level is Level.NATION:
        return Figure(1.0, "own")
    had = relative(table, place, people, each=True)
    return Figure(1.0, "nation") if had is None else Figure(had, "own")


def _small(people: Floats) -> float:
    given = parameters("economy")
    small, large = given["small"].number, given["large"].number
    saving = np.clip(np.log(large / people) / log(large / small), 0, 1)
    return float(saving @ people / people.sum())


@kept(maxsize=1024)
def local(place: Place) -> Local:
    """Return what a place is known to be like."""
    index = places().index
    people = history().population[-1, [index[code] for code in place.members]].sum((1, 2))
    care, child = parameters("care"), parameters("kindergarten")
    return Local(
        people=float(people.sum()),
        members=len(place.members),
        need={sector: need_of(place, sector, people) for sector in SECTORS},
        coverage=(
            _known("Andel barn 1-2 år i barnehage (%)", place, child["coverage_1_2"].number),
            _known("Andel barn 3-5 år i barnehage (%)", place, child["coverage_3_5"].number),
        ),
        home_use=_known(
            "Andel innb. 80+ som bruker hjemmetjenester (%)", place, care["home_use_80"].number
        ),
        institution_use=_known(
            "Andel innb. 80+ med institusjonsopphold (%)", place, care["institution_use_80"].number
        ),
        outside=_level("youth_outside", place, people),
        earnings=_level("median_income", place, people),
        rates=Figure(1.0, "own" if place.level is Level.NATION else "nation"),
        absence=parameters("workforce")["absence"].number,
        result=0.0,
        small=_small(people),
    )
