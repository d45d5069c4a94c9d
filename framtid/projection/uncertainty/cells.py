"""A run's cells as the compiled trajectories read them: single precision, place by place."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framtid.projection.flows import Flows
from framtid.projection.history import Floats

Singles = NDArray[np.float32]


class Cells(NamedTuple):
    """One municipality's run.

    Attributes:
        start: persons, (sex, age).
        flow: share who stays and persons who arrive, (step, sex, 2, age).
        leave: persons who leave and the standard deviation of small numbers, likewise.
        births: children per ``women @ pattern``, (step,).
        official: persons of the run by age group, (step, group).
        dying: chance of dying, (step, sex, age).
        pattern: weight of each mother's age, (step, age).
        boys: share of boys among the newborn.

    """

    start: Singles
    flow: Singles
    leave: Singles
    births: Singles
    official: Singles
    dying: Singles
    pattern: Singles
    boys: np.float32


def _small_numbers(here: Flows, overdispersion: float) -> Floats:
    """Return the variance of chance: who dies, who moves and who is born."""
    deaths = here.alive * (1 - here.survival[:, None])
    variance: Floats = deaths + overdispersion * (here.leaving * here.alive + here.arriving)
    variance[..., 0] = here.population[1:, ..., 0]
    return variance


def _singles(values: Floats) -> Singles:
    """Put the municipality before the step."""
    return np.ascontiguousarray(np.moveaxis(values, 1, 0), dtype=np.float32)


def cells(here: Flows, starts: NDArray[np.int64], overdispersion: float) -> list[Cells]:
    """Arrange each municipality of a run; ``starts`` are the first ages of the groups told."""
    chance = np.sqrt(_small_numbers(here, overdispersion))
    flow = _singles(np.stack([1 - here.leaving, here.arriving], axis=-2))
    leave = _singles(np.stack([here.leaving * here.alive, chance], axis=-2))
    official = _singles(np.add.reduceat(here.population[1:].sum(2), starts, axis=-1))
    start = here.population[0].astype(np.float32)
    births = here.births.T.astype(np.float32)
    dying, pattern = (1 - here.survival).astype(np.float32), here.pattern.astype(np.float32)
    return [
        Cells(*own, dying, pattern, np.float32(here.boys))
        for own in zip(start, flow, leave, births, official, strict=True)
    ]
