"""Criteria of a municipality that carries itself: what is measured, and where each stands."""

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
import numpy as np
from msgspec import Meta

from framtid.consequences.care import need as care_need
from framtid.consequences.local import local
from framtid.consequences.local_life import carers, per_age
from framtid.consequences.need import index
from framtid.consequences.parameters import Certainty, Reference, references
from framtid.folders import PARAMETERS
from framtid.horizon import HORIZON
from framtid.nearest import nearest
from framtid.parameter_files import read_as
from framtid.places import places
from framtid.projection import base_year, projection
from framtid.projection.history import Floats, history
from framtid.projection.uncertainty.measures import WHAT

FILE = PARAMETERS / "criteria.yml"
WORKING = slice(20, 67)
WHOLE = 10
"""From this count on people are told whole."""
Place = Literal["good", "middle", "hard"]
"""Where a value stands: well, in the middle, or exposed."""
Ages = tuple[int, int]
DECIMALS = {"carers": 1, "per_age": 1, "share": 3, "growth": 3, "care": 2, "need": 2, "outside": 2}
"""What each kind of criterion is told with; where a value stands is judged of what is told."""


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How sure 2040 is: from a measure among the bands, divided by something, or SSB's three."""

    band: str | None = None
    by: float = 1.0
    alternatives: bool = False

    def __post_init__(self) -> None:
        """Refuse a measure that no band is of."""
        if self.band is not None and self.band not in WHAT:
            message = f"no band is of {self.band!r}"
            raise ValueError(message)


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One criterion; the file explains every field, its words stand at ``placement.criteria``."""

    field: Literal["social", "economic", "democracy"]
    of: Literal["carers", "per_age", "share", "growth", "care", "need", "outside"]
    ages: Ages = (0, 105)
    years: int = 1
    since: int | None = None
    reach: Reach = Reach()
    good: float
    hard: float
    parts: tuple[Ages, ...] = ()
    source: str
    certainty: Certainty

    def __post_init__(self) -> None:
        """Refuse a source that there is none of."""
        if self.source not in references():
            message = f"no source is called {self.source!r}"
            raise ValueError(message)

    @property
    def reference(self) -> Reference:
        """Where its limits are from; our own judgement where nobody has set any."""
        return references()[self.source]

    @property
    def up(self) -> bool:
        """Whether more is better."""
        return self.good > self.hard

    @property
    def ahead(self) -> bool:
        """Whether it is known for 2040."""
        return self.of not in {"need", "outside"}

    def told(self, value: float) -> float:
        """Return a value as it is told: counts whole from ten on."""
        whole = self.of == "per_age" and value >= WHOLE
        return nearest(value, 0 if whole else DECIMALS[self.of])

    def place(self, value: float) -> Place:
        """Return where a value stands, as it is told."""
        sign, value = (1 if self.up else -1), self.told(value)
        if sign * value >= sign * self.good:
            return "good"
        return "hard" if sign * value < sign * self.hard else "middle"

    def position(self, value: float) -> float:
        """Return a value on a scale where ``hard`` is 0 and ``good`` is 1."""
        return (value - self.hard) / (self.good - self.hard)


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of what is hard; its words stand at ``placement.categories``."""

    measure: str
    change: bool = False
    by: float = 1.0
    decimals: int
    at_least: float | None = None
    at_most: float | None = None

    def __post_init__(self) -> None:
        """Refuse a measure that no band is of, and a category of nothing or of two things."""
        if self.measure not in WHAT:
            message = f"no band is of {self.measure!r}"
            raise ValueError(message)
        if (self.at_least is None) == (self.at_most is None):
            message = "a category says what a measure must be at least, or at most"
            raise ValueError(message)


class Jumps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts as a jump of the population in a year: so large a share, and so many."""

    since: int
    share: Annotated[float, Meta(gt=0)]
    people: Annotated[int, Meta(ge=1)]


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every criterion and category, in the order they are told."""

    named_from: Annotated[int, Meta(ge=0)]
    named: Annotated[int, Meta(ge=1)]
    jump: Jumps
    criteria: dict[str, Criterion]
    categories: dict[str, Category]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Return the rules of ``data/criteria.yml``.

    Raises:
        msgspec.ValidationError: an entry is not as it must be; the message says where.

    """
    return read_as(FILE, Rules)


def people(year: int, alternative: str = "MMMM") -> Floats:
    """Return persons of 1 January of a year, (municipality, sex, age)."""
    known = history()
    if year <= base_year():
        found: Floats = known.population[year - int(known.years[0])]
        return found
    ahead: Floats = projection(alternative).population[year - base_year()]
    return ahead


def span(persons: Floats, ages: Ages) -> Floats:
    """Return persons of an age span, (municipality, sex, age) to (municipality,)."""
    found: Floats = persons[:, :, ages[0] : ages[1] + 1].sum((1, 2))
    return found


def _growth(criterion: Criterion, year: int, alternative: str) -> Floats:
    """Return growth in a year: from the base year for years to come, else over ``years`` back."""
    back = base_year() if year > base_year() else year - criterion.years
    ends = (span(people(at, alternative), criterion.ages) for at in (year, back))
    now, then = ends
    grown: Floats = (now / then) ** (1 / (year - back)) - 1
    return grown


def _care(persons: Floats) -> Floats:
    """Return need for care per person aged 20–66, the nation's in the base year being 1."""
    nation = people(base_year()).sum(0)
    usual = float(care_need(nation)) / float(nation[:, WORKING].sum())
    each: Floats = care_need(persons) / persons[:, :, WORKING].sum((1, 2)) / usual
    return each


def _need() -> Floats:
    rows = [index()[place.code] for place in places().municipalities]
    known = [row["all"] if row["all"] is not None else row["total"] for row in rows]
    return np.array(known, dtype=float)


def _outside() -> Floats:
    figures = [local(place).outside for place in places().municipalities]
    return np.array([figure.value if figure.own else np.nan for figure in figures])


def _share(persons: Floats, ages: Ages) -> Floats:
    return span(persons, ages) / span(persons, (0, 105))


def values(criterion: Criterion, year: int, alternative: str = "MMMM") -> Floats:
    """Return a criterion of every municipality, (municipality,), in code order.

    NaN where it is not known. What is known for today only is asked of the base year.
    """
    persons, ages = people(year, alternative), criterion.ages
    measures: dict[str, Callable[[], Floats]] = {
        "carers": lambda: carers(persons),
        "per_age": lambda: per_age(persons, *ages),
        "share": lambda: _share(persons, ages),
        "growth": lambda: _growth(criterion, year, alternative),
        "care": lambda: _care(persons),
        "need": _need,
        "outside": _outside,
    }
    return measures[criterion.of]()


def yearly(count: Floats, criterion: Criterion) -> Floats:
    """Return persons of 2040 as growth in a year from the base year."""
    now = span(people(base_year()), criterion.ages)
    grown: Floats = (count / now) ** (1 / (HORIZON - base_year())) - 1
    return grown
