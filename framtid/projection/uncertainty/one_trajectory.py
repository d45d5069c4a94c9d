"""One trajectory of one municipality: how far it is from the controlled run, by age group."""

import numpy as np

from framtid.places import places
from framtid.projection.control import control
from framtid.projection.flows import flows
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES
from framtid.projection.uncertainty.measures import grouped
from framtid.projection.uncertainty.spread import spread
from framtid.statistics.keeping import kept

NOBODY = 1e-3
"""Persons below which a group is empty, and stays as the controlled run has it."""


def trajectory_count() -> int:
    """Return how many trajectories the model draws; they are numbered from 0."""
    return spread().trajectories


@kept(maxsize=256)
def deviation(code: str, number: int) -> Floats:
    """Return a trajectory of a municipality as a factor on the controlled run, (year, age).

    The first year is the base year, where it is 1. Ages of one of SSB's ten groups share their
    factor, as the trajectories are told by these groups.

    Args:
        code: a municipality.
        number: which trajectory; one and the same number is the same shocks in every place.

    """
    from framtid.projection.uncertainty.trajectories import (  # noqa: PLC0415 - brings in the compiler
        trajectories,
    )

    base, member = flows(), places().index[code]
    pair, side = divmod(number, 2)
    people = trajectories(base, [member], range(pair, pair + 1), threads=1)[0, :, :, side]
    controlled = grouped(base.population[1:, member])
    some = controlled > NOBODY
    factor = np.where(some, people / np.where(some, controlled, 1), 1)
    widths = np.diff(np.append(control().starts, AGES))
    by_age: Floats = np.repeat(np.vstack([np.ones(len(widths)), factor]), widths, axis=1)
    return by_age
