"""How far a projection was from what happened, in the measures the field uses."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import mean

import numpy as np

from framtid.projection.history import Floats

NEAR = 0.05
"""A municipality is hit when it is this near, as SSB counts."""


@dataclass(frozen=True)
class Score:
    """Errors in per cent over some municipalities."""

    places: float
    """How many, or the mean over several scores."""
    mean: float
    """Mean absolute error (MAPE)."""
    median: float
    weighted: float
    """Sum of absolute errors over the sum of persons (WAPE)."""
    near: float
    """Share of municipalities within five per cent."""
    bias: float
    """Mean error with its sign: above zero where too many were projected."""


def score(predicted: Floats, actual: Floats) -> Score:
    """Compare persons, (municipality,); places without anybody in the group are left out."""
    there = actual > 0
    predicted, actual = predicted[there], actual[there]
    error = predicted / actual - 1
    size = np.abs(error)
    return Score(
        places=len(actual),
        mean=100 * float(size.mean()),
        median=100 * float(np.median(size)),
        weighted=100 * float(np.abs(predicted - actual).sum() / actual.sum()),
        near=100 * float((size <= NEAR).mean()),
        bias=100 * float(error.mean()),
    )


def average(scores: Sequence[Score]) -> Score:
    """Return the plain mean of each measure over some scores."""
    return Score(*(mean(getattr(one, measure.name) for one in scores) for measure in fields(Score)))
