"""What the whole country shares in a trajectory: fertility, mortality, immigration and moves.

Trajectories come in pairs, 2k and 2k + 1, whose shocks are each other's opposites, so that the
middle of all is the controlled run. Pair k is drawn from (seed, k) alone: it is the same among
a hundred or a million, on one machine or many.
"""

from typing import NamedTuple

import numpy as np

from framtid.projection.flows import Flows
from framtid.projection.history import Floats
from framtid.projection.rates import aged
from framtid.projection.uncertainty.cells import Singles
from framtid.projection.uncertainty.spread import AutoRegression, Spread


class Drivers(NamedTuple):
    """The nation's shocks, the opposites of each pair side by side.

    Attributes:
        fertility: factor on children per woman, (trajectory, step).
        mortality: factor on the chance of dying, (trajectory, step).
        tide: relative change in who arrives anywhere, (trajectory, step, sex, age).

    """

    fertility: Singles
    mortality: Singles
    tide: Singles


def _series(news: Floats, model: AutoRegression) -> Floats:
    """Return a series that forgets, from standard normal news, (pair, step)."""
    values = np.zeros_like(news)
    last = np.zeros(len(news))
    for step in range(news.shape[1]):
        last = model.persistence * last + model.yearly * news[:, step]
        values[:, step] = last
    return values


def _both(values: Floats) -> Floats:
    """Return each pair's series and its opposite, (trajectory, step)."""
    return np.stack([values, -values], axis=1).reshape(-1, values.shape[1])


def drivers(flows: Flows, pairs: range, spread: Spread) -> Drivers:
    """Draw the drivers of some pairs of trajectories around a controlled run."""
    steps = flows.steps
    news = np.array(
        [
            np.random.Generator(np.random.Philox(key=[spread.seed, pair])).standard_normal(
                (3, steps + 1)
            )
            for pair in pairs
        ]
    )
    drift = news[:, 1, :1] * spread.mortality_drift * np.arange(1, steps + 1)
    walk = spread.mortality_yearly * news[:, 1, 1:].cumsum(1)
    fertility = np.exp(_both(_series(news[:, 0, 1:], spread.fertility)))
    mortality = np.exp(_both(drift + walk))
    immigration = _both(_series(news[:, 2, 1:], spread.immigration))
    tide = _tide(flows, fertility, mortality, immigration)
    return Drivers(fertility.astype(np.float32), mortality.astype(np.float32), tide)


def _tide(flows: Flows, fertility: Floats, mortality: Floats, immigration: Floats) -> Singles:
    """Return how many more arrive everywhere as the nation differs, (trajectory, step, sex, age).

    Whoever is more in the nation leaves somewhere as others do, and arrives somewhere else; the
    people of the whole country are carried through the years for it.
    """
    nation, alive = flows.population.sum(1), flows.alive.sum(1)
    leaving = (flows.leaving * flows.alive).sum(1) / np.maximum(alive, 1e-9)
    births = (flows.births * flows.mothers).sum(1) / flows.mothers.sum(1)
    settling = np.maximum(flows.settling, 1e-9)
    sexes = np.array([flows.boys, 1 - flows.boys])
    tide = np.zeros((len(fertility), *flows.survival.shape), np.float32)
    people = np.repeat(nation[:1], len(fertility), axis=0)
    for step in range(flows.steps):
        survival = 1 - (1 - flows.survival[step]) * mortality[:, step, None, None]
        grown = aged(people, survival)
        come = immigration[:, step, None, None] * flows.foreign
        moved = leaving[step] * (grown - alive[step])
        tide[:, step] = np.maximum((moved + come) / settling[step], -1)
        before, people = people, grown + (nation[step + 1] - alive[step]) + come
        people[..., 0] = 0
        women = (before[:, 1] + people[:, 1]) / 2
        children = fertility[:, step] * births[step] * (women @ flows.pattern[step])
        people[..., 0] = children[:, None] * sexes
    return tide
