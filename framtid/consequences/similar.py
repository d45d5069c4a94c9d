"""Which municipalities are alike: distances between standardised figures, by what one chooses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
import numpy as np
from msgspec import Meta

from framtid.consequences.local import local
from framtid.consequences.need import index
from framtid.consequences.surroundings import SURROUNDINGS
from framtid.errors import NotAMunicipalityError, UnknownOptionError
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_as
from framtid.places import Place, places
from framtid.projection.history import Floats, history
from framtid.statistics.keeping import kept

FILE = PARAMETERS / "similar.yml"
BY = "by"
"""What a choice is called in an address and on the command line."""
Kind = Literal[
    "size",
    "centrality",
    "share",
    "growth",
    "need",
    "income",
    "sea",
    "nynorsk",
    "sami",
    "group",
]
Positive = Annotated[float, Meta(gt=0)]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measure of a municipality; the file explains each kind."""

    of: Kind
    ages: tuple[int, int] = (0, 105)
    sector: Literal["all", "care", "school", "kindergarten"] = "all"


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is measured, and what counts for how much."""

    count: Annotated[int, Meta(ge=5, le=10)]
    far: Positive
    farthest: Positive
    pace: Positive
    years: Annotated[int, Meta(ge=1, le=20)]
    measures: dict[str, Measure]
    choices: Annotated[dict[str, dict[str, Positive]], Meta(min_length=1)]

    def __post_init__(self) -> None:
        """Refuse a choice of a measure that there is none of."""
        named = {name for weights in self.choices.values() for name in weights}
        if unknown := named - self.measures.keys():
            message = f"no measure is called {', '.join(sorted(unknown))}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Alike:
    """A municipality that is like another, and how far it is from it in standard deviations."""

    place: Place
    distance: float


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Return the rules of ``data/similar.yml``.

    Raises:
        msgspec.ValidationError: an entry is not as it must be; the message says where.

    """
    return read_as(FILE, Rules)


def choices() -> tuple[str, ...]:
    """Return what one can choose to be alike in, the usual choice first."""
    return tuple(rules().choices)


def _people(first: int, last: int, back: int = 0) -> Floats:
    """Return persons of an age span so many years ago, (municipality,)."""
    found: Floats = history().population[-1 - back, :, :, first : last + 1].sum((1, 2))
    return found


def _need(sector: str) -> Floats:
    """Return the ministry's index, the one of all sectors where a sector's own is not known."""
    rows = [index()[place.code] for place in places().municipalities]
    known = [row[sector] if row[sector] is not None else row["total"] for row in rows]
    return np.array(known, dtype=float)


def _income() -> Floats:
    """Return income of households beside the nation's, NaN where it is not known."""
    figures = [local(place).earnings for place in places().municipalities]
    return np.array([figure.value if figure.own else np.nan for figure in figures])


PLAIN: Mapping[str, Callable[[], Floats]] = {
    "centrality": lambda: history().centrality.astype(float),
    "income": _income,
    **SURROUNDINGS,
}
"""Measures that nothing more is said of."""


def _values(measure: Measure, years: int) -> Floats:
    """Return a measure of every municipality, (municipality,); NaN where it is not known."""
    match measure.of:
        case "size":
            return np.log(_people(0, 105))
        case "share":
            return _people(*measure.ages) / _people(0, 105)
        case "growth":
            return _people(*measure.ages) / _people(*measure.ages, back=years) - 1
        case "need":
            return _need(measure.sector)
        case _:
            return PLAIN[measure.of]()


@kept(maxsize=1)
def measured() -> Mapping[str, Floats]:
    """Return every measure of every municipality as it is, (municipality,) each, in code order."""
    return {name: _values(each, rules().years) for name, each in rules().measures.items()}


def standardised(values: Floats) -> Floats:
    """Return values in standard deviations from their mean, none beyond ``farthest``."""
    if np.isnan(values).all():
        return values
    spread = float(np.nanstd(values)) or 1.0
    far = rules().farthest
    return np.clip((values - float(np.nanmean(values))) / spread, -far, far)


def _apart(name: str) -> Floats:
    """Return how far all are from all in one measure, (municipality, municipality).

    Those of different groups are as far from each other as anything counts for.
    """
    if rules().measures[name].of == "group":
        values = measured()[name]
        unlike = np.where(values[:, None] == values[None, :], 0.0, rules().farthest)
        unlike[np.isnan(values)] = unlike[:, np.isnan(values)] = np.nan
        return unlike
    own = standardised(measured()[name])
    apart: Floats = np.abs(own[:, None] - own[None, :])
    return apart


@kept(maxsize=16)
def distances(by: str) -> Floats:
    """Return how far all are from all, in standard deviations, (municipality, municipality).

    The root of the weighted mean of squared differences, of the measures that both have.

    Raises:
        UnknownOptionError: there is no such choice.

    """
    if by not in rules().choices:
        raise UnknownOptionError(BY, by, choices())
    count = len(places().municipalities)
    squared, counted = np.zeros((count, count)), np.zeros((count, count))
    for name, weight in rules().choices[by].items():
        apart = _apart(name) ** 2
        known = ~np.isnan(apart)
        squared += weight * np.where(known, apart, 0.0)
        counted += weight * known
    found: Floats = np.sqrt(squared / counted)
    return found


def similar(place: Place, by: str | None = None, count: int | None = None) -> tuple[Alike, ...]:
    """Return the municipalities that are most like one, the nearest first.

    Those that are as near stand in the order of their codes.

    Args:
        place: a municipality.
        by: what they are to be alike in; the usual choice where it is left out.
        count: how many; as the file says where it is left out.

    Raises:
        NotAMunicipalityError: the place is of several, or the nation.
        UnknownOptionError: there is no such choice.

    """
    if place.code not in places().index:
        raise NotAMunicipalityError(place.code)
    own = places().index[place.code]
    apart = distances(by or choices()[0])[own].copy()
    apart[own] = np.inf
    order = np.argsort(apart.round(9), kind="stable")[: count or rules().count]
    return tuple(Alike(places().municipalities[at], float(apart[at])) for at in order)
