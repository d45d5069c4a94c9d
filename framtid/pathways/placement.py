"""Where each municipality stands: on every criterion, in which categories, how sure, how moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from framtid.consequences.criteria import (
    Category,
    Criterion,
    Place,
    people,
    rules,
    span,
    values,
    yearly,
)
from framtid.errors import NotAMunicipalityError
from framtid.horizon import HORIZON
from framtid.nearest import nearest_all
from framtid.places import Place as Municipality
from framtid.places import places
from framtid.projection import ALTERNATIVES, base_year
from framtid.projection.borders import moved_borders
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import intervals
from framtid.statistics.keeping import kept

Certain = Literal["sure", "likely", "possible"]
"""In all of the middle eight of ten futures, in our projection, or in some of them."""
SAME = 0.05
"""What has changed by less has not moved: a part of the way from hard to good, or of a count."""


@dataclass(frozen=True, eq=False)
class Figures:
    """A criterion of all municipalities, (municipality,) each; NaN where it is not known."""

    since: Floats
    now: Floats
    goal: Floats
    low: Floats
    high: Floats
    """What 2040 is between."""


@dataclass(frozen=True, slots=True)
class Placing:
    """A municipality on a criterion; None where it is not known."""

    criterion: str
    since: float | None
    now: float
    goal: float | None
    low: float | None
    high: float | None
    place_now: Place
    place_goal: Place | None
    sure: bool
    """Whether eight of ten futures all stand where our projection does."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A municipality that has moved far towards what is good, and how."""

    place: Municipality
    since: float
    now: float
    parts: tuple[float, ...]
    """Change of each of the criterion's ``parts``, as a share."""


def _reach(criterion: Criterion, goal: Floats) -> tuple[Floats, Floats]:
    """Return what 2040 is between: our own bands, SSB's alternatives, or the projection itself."""
    if criterion.reach.band is not None:
        low, high = (end / criterion.reach.by for end in intervals(criterion.reach.band, HORIZON))
        if criterion.of == "growth":
            low, high = yearly(low, criterion), yearly(high, criterion)
        return np.minimum(low, goal), np.maximum(high, goal)
    if criterion.reach.alternatives:
        runs = [values(criterion, HORIZON, alternative) for alternative in ALTERNATIVES]
        return np.min(runs, axis=0), np.max(runs, axis=0)
    return goal, goal


def _figures(criterion: Criterion) -> Figures:
    nothing = np.full(len(places().municipalities), np.nan)
    now = values(criterion, base_year())
    goal = values(criterion, HORIZON) if criterion.ahead else nothing
    since = nothing if criterion.since is None else values(criterion, criterion.since)
    return Figures(since, now, goal, *_reach(criterion, goal))


@kept(maxsize=1)
def figures() -> Mapping[str, Figures]:
    """Return every criterion that is known, of all municipalities."""
    found = {name: _figures(each) for name, each in rules().criteria.items()}
    return {name: each for name, each in found.items() if not np.isnan(each.now).all()}


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def placing(name: str, at: int) -> Placing | None:
    """Return the municipality of a position on a criterion; None where it is not known."""
    criterion, each = rules().criteria[name], figures()[name]
    if np.isnan(each.now[at]):
        return None
    goal, low, high = (_number(part[at]) for part in (each.goal, each.low, each.high))
    ahead = None if goal is None else criterion.place(goal)
    ends = {criterion.place(end) for end in (low, high) if end is not None}
    return Placing(
        name,
        _number(each.since[at]),
        float(each.now[at]),
        goal,
        low,
        high,
        criterion.place(float(each.now[at])),
        ahead,
        sure=criterion.reach.band is not None and ends == {ahead},
    )


def placings(place: Municipality) -> tuple[Placing, ...]:
    """Return a municipality on every criterion that is known of it.

    Raises:
        NotAMunicipalityError: the place is of several, or the nation.

    """
    if place.code not in places().index:
        raise NotAMunicipalityError(place.code)
    at = places().index[place.code]
    found = (placing(name, at) for name in figures())
    return tuple(each for each in found if each is not None)


def _measured(category: Category, year: int) -> tuple[Floats, Floats, Floats]:
    """Return a category's measure: our projection, and the ends of eight of ten futures."""
    low, high = intervals(category.measure, year)
    main = _main(category.measure, people(year))
    usual = _main(category.measure, people(base_year())) if category.change else category.by
    first, second, third = (
        nearest_all(each / usual, category.decimals) for each in (main, low, high)
    )
    return first, second, third


def _main(measure: str, persons: Floats) -> Floats:
    if measure == "carers":
        return span(persons, (20, 66)) / span(persons, (67, 105))
    first, _, last = measure.partition("-")
    ages = (0, 105) if measure == "all" else (int(first.rstrip("+")), int(last or 105))
    return span(persons, ages)


def _holds(category: Category, value: Floats) -> NDArray[np.bool_]:
    low = -np.inf if category.at_least is None else category.at_least
    high = np.inf if category.at_most is None else category.at_most
    found: NDArray[np.bool_] = (low <= value) & (value <= high)
    return found


@kept(maxsize=1)
def categories() -> Mapping[str, tuple[Certain | None, ...]]:
    """Return how sure it is that each municipality is of a category, by category, in code order."""
    return {name: _certain(each) for name, each in rules().categories.items()}


def _certain(category: Category) -> tuple[Certain | None, ...]:
    main, low, high = (_holds(category, each) for each in _measured(category, HORIZON))
    return tuple(
        "sure" if m and one and other else "likely" if m else "possible" if one or other else None
        for m, one, other in zip(main, low, high, strict=True)
    )


def of_categories(place: Municipality) -> Mapping[str, Certain]:
    """Return the categories a municipality is of, or may be of."""
    at = places().index[place.code]
    every = {name: each[at] for name, each in categories().items()}
    return {name: certain for name, certain in every.items() if certain is not None}


def turned(name: str) -> tuple[int, int]:
    """Return how many municipalities have moved towards what is good, and how many away."""
    change = _towards(name)
    return int((change > SAME).sum()), int((change < -SAME).sum())


def _towards(name: str) -> Floats:
    """Return how far each has moved towards what is good, (municipality,).

    As a part of the way from hard to good; of a count, as a part of what it was.
    """
    criterion, each = rules().criteria[name], figures()[name]
    whole = each.since if criterion.of == "per_age" else criterion.good - criterion.hard
    towards: Floats = (each.now - each.since) / whole
    return towards


def towards_good(name: str) -> tuple[bool, ...]:
    """Return of each that is named whether it has moved towards what is good, in their order."""
    change = _towards(name)
    return tuple(bool(change[places().index[each.place.code]] > SAME) for each in moved(name))


@kept(maxsize=16)
def moved(name: str) -> tuple[Moved, ...]:
    """Return those that have moved most towards what is good, and how; none without a history.

    Where a border has moved since, the change is of land as much as of people: not named.
    """
    criterion, each = rules().criteria[name], figures()[name]
    if criterion.since is None:
        return ()
    now, then = people(base_year()), people(_first(criterion))
    whole = [
        moved_borders().get(each.code, 0) <= _first(criterion) for each in places().municipalities
    ]
    enough = (span(now, (0, 105)) >= rules().named_from) & np.array(whole)
    order = np.argsort(-np.where(enough, _towards(name), -np.inf), kind="stable")
    parts = [span(now, ages) / span(then, ages) - 1 for ages in criterion.parts]
    return tuple(
        Moved(
            places().municipalities[at],
            float(each.since[at]),
            float(each.now[at]),
            tuple(float(part[at]) for part in parts),
        )
        for at in order[: rules().named]
    )


def _first(criterion: Criterion) -> int:
    """Return the year that a criterion's parts are held against."""
    if criterion.since is None:
        return base_year()
    return base_year() - criterion.years if criterion.of == "growth" else criterion.since
