"""Trajectories: centred, repeatable, whoever computes them, and the same as in plain NumPy."""

import os

import numpy as np
import pytest

from benchmarks import plain_trajectories
from framtid.places import places
from framtid.projection.counterfactual import Change, changed, under
from framtid.projection.flows import Flows, flows
from framtid.projection.uncertainty.cells import Singles
from framtid.projection.uncertainty.spread import spread
from framtid.projection.uncertainty.trajectories import Ensemble, arrange, trajectories

OSLO, UTSIRA = (places().index[code] for code in ("0301", "1151"))
SOME = [OSLO, UTSIRA, 200]
PAIRS = range(100)


@pytest.fixture(scope="module")
def base() -> Flows:
    return flows()


@pytest.fixture(scope="module")
def everybody(base: Flows) -> Singles:
    return trajectories(base, list(range(357)), PAIRS)


def _official(base: Flows) -> Singles:
    return np.stack([run.official for run in arrange(base, spread())])


def test_the_middle_is_the_controlled_run(base: Flows, everybody: Singles) -> None:
    official = _official(base).sum(2)
    middle = np.median(everybody.sum(2), axis=-1)
    assert np.abs(middle / official - 1).max() < 0.01
    assert np.abs(middle.sum(0) / official.sum(0) - 1).max() < 0.003


def test_nobody_is_negative_or_missing(everybody: Singles) -> None:
    assert np.isfinite(everybody).all()
    assert everybody.min() >= 0


def test_the_future_widens(everybody: Singles) -> None:
    width = everybody.sum((0, 2)).std(-1)
    assert (np.diff(width) > 0).all()


def test_small_places_are_less_certain_than_large(everybody: Singles) -> None:
    total = everybody.sum(2)[:, 4]
    relative = total.std(-1) / total.mean(-1)
    assert relative[UTSIRA] > relative[OSLO]


def test_a_place_alone_is_the_same_as_among_all(base: Flows, everybody: Singles) -> None:
    assert (trajectories(base, SOME, PAIRS) == everybody[SOME]).all()


def test_pairs_are_the_same_whichever_others_are_drawn(base: Flows, everybody: Singles) -> None:
    assert (trajectories(base, SOME, range(70, 75)) == everybody[SOME][..., 140:150]).all()


def test_the_number_of_threads_does_not_matter(
    base: Flows, everybody: Singles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3, 4})
    assert (trajectories(base, SOME, PAIRS) == everybody[SOME]).all()


def test_moves_are_gained_somewhere_and_lost_elsewhere(base: Flows) -> None:
    ensemble = Ensemble(base, spread(), range(4))
    moves = ensemble.drawn(list(range(357))) - ensemble.centre
    leaving = (base.leaving * base.alive).sum(2)
    moved = np.einsum("mpsa,sma->psa", moves[..., spread().band], leaving)
    for band in range(3):
        within = moved[..., spread().band == band].sum(-1)
        assert np.abs(within).max() < 1


def test_shocks_are_as_wide_as_asked_and_correlated(base: Flows) -> None:
    ensemble = Ensemble(base, spread(), range(2000))
    drawn = ensemble.drawn([OSLO])[0]
    s = spread()
    inhabitants = base.population[0, [OSLO]].sum((1, 2))
    expected = np.hypot(s.drift.of(inhabitants), s.yearly.of(inhabitants))[0]
    assert np.allclose(drawn[:, 3].std(0), expected, rtol=0.06)
    assert np.corrcoef(drawn[:, 3, 0], drawn[:, 3, 1])[0, 1] == pytest.approx(0.5, abs=0.06)
    lasting = s.drift.spread[0] ** 2 / expected[0] ** 2
    assert np.corrcoef(drawn[:, 3, 0], drawn[:, 9, 0])[0, 1] == pytest.approx(lasting, abs=0.06)


@pytest.mark.parametrize("place", SOME)
def test_compiled_and_plain_are_the_same(base: Flows, place: int) -> None:
    ensemble = Ensemble(base, spread(), range(10))
    runs = arrange(base.at([place]), spread())
    moves = ensemble.drawn([place])[0] - ensemble.centre
    plain = plain_trajectories.carry(runs[0], ensemble.drivers, ensemble.plan, place, moves)
    compiled = ensemble.of([place], runs)[0]
    assert np.abs(compiled - plain).max() <= 2e-5 * plain.max()


def test_a_change_moves_every_trajectory_with_the_same_shocks(base: Flows) -> None:
    change = Change(arrivals=np.full(1, 0.2), fertility=np.full(1, 0.1))
    before = trajectories(base, SOME, PAIRS)
    after = trajectories(base, SOME, PAIRS, under(base, SOME, change))
    assert (after.sum(2)[:, -1] > before.sum(2)[:, -1]).all()
    middle = np.median(after.sum(2), axis=-1)
    aim = changed(base, SOME, change)[1:].sum((2, 3)).T
    assert np.abs(middle / aim - 1).max() < 0.01
