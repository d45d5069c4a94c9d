"""Stochastic trajectories of any municipality, centred on its controlled run.

Importing this brings in the compiler (numba), so whoever serves pages does it only when needed;
the stored bands (``bands``) do without.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from framtid.places import places
from framtid.projection.control import control
from framtid.projection.counterfactual import Members
from framtid.projection.flows import Flows
from framtid.projection.parameters import AGES
from framtid.projection.uncertainty import kernel
from framtid.projection.uncertainty.cells import Cells, Singles, cells
from framtid.projection.uncertainty.national_shocks import Drivers, drivers
from framtid.projection.uncertainty.spread import Spread, spread
from framtid.statistics.keeping import kept

CHUNK = 64
"""Pairs of trajectories carried at a time, so that memory does not grow with their number."""
BLOCK = 32
"""Municipalities whose shocks are drawn at a time; fixed, so that sums are always the same."""
WEYL = np.arange(AGES, dtype=np.uint32) * np.uint32(0x9E3779B9)


@kept(maxsize=1)
def _groups() -> NDArray[np.int64]:
    """Return each municipality's own number, its region's and its class's, all distinct."""
    towns = places().municipalities
    regions = {town.region: 1000 + order for order, town in enumerate(towns)}
    return np.array(
        [
            [order, regions[town.region], 2000 + (town.centrality or 0)]
            for order, town in enumerate(towns)
        ]
    )


def _each(work: Callable[[int], None], count: int, threads: int | None) -> None:
    """Do some work for every number below ``count``, shared among threads."""
    here = copy_context()  # the threads keep to the edition that we are asked for
    with ThreadPoolExecutor(threads or len(os.sched_getaffinity(0))) as pool:
        list(pool.map(lambda number: here.copy().run(work, number), range(count)))


@dataclass(frozen=True, eq=False)
class Ensemble:
    """Some pairs of trajectories of the whole country, and what its municipalities share."""

    flows: Flows
    spread: Spread
    pairs: range
    threads: int | None = None
    """How many share the work; as many as the process may use by default."""

    @property
    def count(self) -> int:
        """How many trajectories."""
        return 2 * len(self.pairs)

    @cached_property
    def drivers(self) -> Drivers:
        """The nation's shocks."""
        return drivers(self.flows, self.pairs, self.spread)

    @cached_property
    def plan(self) -> kernel.Plan:
        """What holds for all places and trajectories."""
        s = self.spread
        return kernel.Plan(
            s.seed,
            np.array(self.pairs),
            np.array([s.fertility_local, s.mortality_local], np.float32),
            s.band,
            np.append(control().starts, AGES),
            s.widen.astype(np.float32),
            WEYL,
        )

    def drawn(self, members: Members) -> Singles:
        """Return shocks to moves as drawn, (municipality, pair, step, band)."""
        s = self.spread
        inhabitants = self.flows.population[0][members].sum((1, 2))
        return kernel.shocks(
            self.plan,
            _groups()[members],
            np.array([1 - s.region - s.centrality, s.region, s.centrality], np.float32),
            s.drift.of(inhabitants).astype(np.float32),
            s.yearly.of(inhabitants).astype(np.float32),
            s.correlation,
            self.flows.steps,
        )

    @cached_property
    def centre(self) -> Singles:
        """The country's mean shock to moves, (pair, step, band).

        It is taken off everywhere, so that what one place gains by moves others lose.
        """
        leaving = (self.flows.leaving * self.flows.alive).sum(2)
        bands = range(len(self.spread.drift.spread))
        weight = np.stack([leaving[..., self.spread.band == band].sum(-1) for band in bands], -1)
        weight /= weight.sum(1, keepdims=True)
        blocks = np.split(np.arange(len(_groups())), range(BLOCK, len(_groups()), BLOCK))
        parts = np.zeros((len(blocks), len(self.pairs), *weight[:, 0].shape), np.float32)

        def work(block: int) -> None:
            part = weight[:, blocks[block]].astype(np.float32)
            parts[block] = np.einsum("mpsb,smb->psb", self.drawn(blocks[block]), part)

        _each(work, len(blocks), self.threads)
        mean: Singles = parts.sum(0)
        return mean

    def of(self, members: Members, runs: list[Cells]) -> Singles:
        """Return persons of some municipalities, (municipality, step, group, trajectory).

        ``runs`` are their cells, of the controlled run or of a changed one.
        """
        nation, plan, centre = self.drivers, self.plan, self.centre
        result = np.zeros((len(runs), *runs[0].official.shape, self.count), np.float32)

        def work(order: int) -> None:
            moves = self.drawn([members[order]])[0] - centre
            kernel.carry(runs[order], nation, plan, members[order], moves, result[order])

        _each(work, len(runs), self.threads)
        return result


def arrange(here: Flows, s: Spread) -> list[Cells]:
    """Return the cells of a run's municipalities in SSB's ten age groups."""
    return cells(here, control().starts, s.overdispersion)


def trajectories(
    base: Flows,
    members: Members,
    pairs: range,
    here: Flows | None = None,
    s: Spread | None = None,
    threads: int | None = None,
) -> Singles:
    """Return persons of some municipalities, (municipality, step, group, trajectory).

    Args:
        base: the controlled run of the whole country.
        members: positions of the municipalities.
        pairs: which pairs of trajectories, by number; two trajectories each.
        here: the members' run under a change, with the same shocks; the controlled by default.
        s: the spreads, the committed ones by default.
        threads: how many share the work; as many as the process may use by default.

    """
    s = s or spread()
    runs = arrange(here or base.at(members), s)
    result = np.zeros((len(runs), *runs[0].official.shape, 2 * len(pairs)), np.float32)
    for first in range(0, len(pairs), CHUNK):
        some = Ensemble(base, s, pairs[first : first + CHUNK], threads)
        result[..., 2 * first : 2 * (first + CHUNK)] = some.of(members, runs)
    return result
