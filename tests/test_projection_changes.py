"""Levers: none changes nothing, moves conserve, nobody is negative, more of one is more."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framtid.projection.counterfactual import Change, changed, under, whole
from framtid.projection.flows import flows
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES

STEPS = 24
EVERYBODY = list(range(357))
few = settings(max_examples=12)
municipality = st.integers(0, 356)
members = st.lists(municipality, min_size=1, max_size=6, unique=True).map(sorted)


def relative(least: float = -1.0) -> st.SearchStrategy[Floats]:
    """Return relative changes that grow to a last value, (step,)."""
    return st.floats(least, 1).map(lambda last: np.linspace(0, last, STEPS))


def by_age() -> st.SearchStrategy[Floats]:
    """Return relative changes for a span of ages, (step, age)."""

    def build(last: float, first_age: int, ages: int) -> Floats:
        values = np.zeros((STEPS, AGES))
        values[:, first_age : first_age + ages] = last
        return values

    return st.builds(build, st.floats(-1, 1), st.integers(0, 100), st.integers(1, AGES))


def _settlers(persons: float) -> Floats:
    return np.full((STEPS, 2, AGES), persons / 2 / AGES)


changes = st.builds(
    Change,
    fertility=relative(),
    mortality=relative(-0.9),
    immigration=st.floats(-1e4, 5e4).map(lambda persons: np.full(STEPS, persons)),
    arrivals=by_age(),
    departures=by_age(),
    settlers=st.floats(0, 100).map(_settlers),
)


def test_no_change_is_the_controlled_run_to_the_last_digit() -> None:
    assert (changed(flows(), EVERYBODY, Change()) == flows().population).all()
    assert (whole(flows(), [3, 200], Change()) == flows().population).all()
    assert (under(flows(), [3], Change()).population == flows().population[:, [3]]).all()


@few
@given(members, changes)
def test_a_place_is_the_same_alone_and_among_all(some: list[int], change: Change) -> None:
    everybody = whole(flows(), some, change)
    assert (changed(flows(), some, change) == everybody[:, some]).all()


@few
@given(members, changes)
def test_nobody_is_negative_or_missing(some: list[int], change: Change) -> None:
    everybody = whole(flows(), some, change)
    assert np.isfinite(everybody).all()
    # Sums in another order may leave a trace below nothing, far less than a person.
    assert everybody.min() >= -1e-9
    assert (everybody[0] == flows().population[0]).all()


@few
@given(members, by_age(), by_age())
def test_moves_within_the_country_cancel_out(
    some: list[int], arrivals: Floats, departures: Floats
) -> None:
    change = Change(arrivals=arrivals, departures=departures)
    nation = (whole(flows(), some, change) - flows().population).sum(1)
    born_since = np.arange(AGES) < np.arange(STEPS + 1)[:, None]
    nation[np.broadcast_to(born_since[:, None], nation.shape)] = 0
    # A cell that would fall below nobody stays at nobody: that much of a person is lost.
    assert np.abs(nation).max() < 1e-3


def test_who_immigrates_is_in_the_nation_the_year_after() -> None:
    change = Change(immigration=np.full(STEPS, 1000.0), settlers=_settlers(10))
    more = (changed(flows(), EVERYBODY, change) - flows().population)[1, ..., 1:].sum()
    assert more == pytest.approx(1000 + 357 * 10 * (AGES - 1) / AGES, rel=1e-6)


def test_settlers_can_differ_between_municipalities() -> None:
    each = np.stack([_settlers(30), 0 * _settlers(1)], axis=1)
    both = changed(flows(), [3, 9], Change(settlers=each))
    assert both[1, 0].sum() > flows().population[1, 3].sum() + 20
    assert both[1, 1].sum() == pytest.approx(flows().population[1, 9].sum(), abs=0.1)


def test_a_national_change_of_moves_only_changes_nothing_nationally() -> None:
    change = Change(arrivals=np.full(1, 0.3), departures=np.full(1, 0.1))
    nation = (changed(flows(), EVERYBODY, change) - flows().population).sum(1)
    assert np.abs(nation[-1, :, STEPS:]).max() < 1e-6


LEVERS: dict[str, tuple[Callable[[Floats], Change], int]] = {
    "fertility": (lambda size: Change(fertility=size), 1),
    "mortality": (lambda size: Change(mortality=size), -1),
    "immigration": (lambda size: Change(immigration=2e4 * size), 1),
    "arrivals": (lambda size: Change(arrivals=size), 1),
    "departures": (lambda size: Change(departures=size), -1),
    "settlers": (lambda size: Change(settlers=size[:, None, None] * _settlers(50)), 1),
}


@pytest.mark.parametrize("lever", LEVERS)
@few
@given(place=municipality, size=st.floats(-0.4, 0.9), more=st.floats(0.01, 0.1))
def test_more_of_a_lever_is_more_or_fewer_people_in_every_cell(
    lever: str, place: int, size: float, more: float
) -> None:
    make, sign = LEVERS[lever]
    weak = changed(flows(), [place], make(np.full(STEPS, size)))
    strong = changed(flows(), [place], make(np.full(STEPS, size + more)))
    assert (sign * (strong - weak)).min() > -1e-9
    assert (sign * (strong - weak))[-1].sum() > 0


@few
@given(members, changes)
def test_a_changed_run_can_be_taken_apart(some: list[int], change: Change) -> None:
    apart = under(flows(), some, change)
    again = apart.alive * (1 - apart.leaving) + apart.arriving
    assert np.abs(again - apart.population[1:])[..., 1:].max() < 1e-9
    assert np.abs(changed(flows(), some, change) - apart.population).max() == 0
