"""A run taken apart: put together again it is the run, for every alternative and base."""

import numpy as np
import pytest

from framtid.projection import ALTERNATIVES, projection
from framtid.projection.cohort import project
from framtid.projection.control import control
from framtid.projection.flows import Flows, flows, take_apart
from framtid.projection.history import history
from framtid.projection.parameters import AGES
from framtid.projection.rates import aged, fit


def _earlier() -> Flows:
    """Return a run from 2018, controlled to what SSB foresaw then."""
    known = history().until(2018)
    rates = fit(known)
    run = project(known.population[-1], 2018, rates, control("MMMM", 2018))
    return take_apart(run, 2018, rates)


@pytest.fixture(scope="module", params=[*ALTERNATIVES, "2018"])
def apart(request: pytest.FixtureRequest) -> Flows:
    return _earlier() if request.param == "2018" else flows(request.param)


def test_who_stays_and_who_arrives_are_next_years_people(apart: Flows) -> None:
    again = apart.alive * (1 - apart.leaving) + apart.arriving
    assert np.abs(again - apart.population[1:])[..., 1:].max() < 1e-9


def test_the_children_are_born_of_the_women(apart: Flows) -> None:
    women = (apart.population[:-1, :, 1] + apart.population[1:, :, 1]) / 2
    children = apart.births * np.einsum("tma,ta->tm", women, apart.pattern)
    boys, girls = apart.population[1:, ..., 0, 0], apart.population[1:, ..., 1, 0]
    assert np.abs(children * apart.boys - boys).max() < 1e-9
    assert np.abs(children * (1 - apart.boys) - girls).max() < 1e-9


def test_rates_are_rates_and_persons_are_persons(apart: Flows) -> None:
    assert apart.arriving.min() >= 0
    assert 0 <= apart.leaving.min() <= apart.leaving.max() <= 1
    assert 0 <= apart.survival.min() <= apart.survival.max() <= 1
    assert apart.births.min() >= 0
    assert apart.foreign.sum() == pytest.approx(1)
    assert 0 <= apart.moving.min() <= apart.moving.max() <= 1
    assert np.abs(apart.share.sum(1)[..., 1:] - 1).max() < 1e-9


def test_the_control_of_the_old_is_deaths_not_moves() -> None:
    whole = flows()
    nation = aged(whole.population[:-1].sum(1), whole.survival)
    ages = np.arange(AGES) >= 67
    assert np.abs((nation - whole.population[1:].sum(1))[..., ages]).max() < 400


def test_a_place_by_itself_has_the_same_flows() -> None:
    whole, alone = flows(), flows().at([7])
    assert (alone.alive[:, 0] == whole.alive[:, 7]).all()
    assert (alone.share[:, 0] == whole.share[:, 7]).all()
    assert np.allclose(alone.mothers[:, 0], whole.mothers[:, 7], rtol=1e-12)


def test_only_the_projection_asked_for_is_taken_apart() -> None:
    assert flows("LLML").population is projection("LLML").population
