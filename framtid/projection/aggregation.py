"""Several municipalities as one: their flows added up, so a county is no dearer than a town."""

from dataclasses import replace

import numpy as np

from framtid.projection.counterfactual import Members
from framtid.projection.flows import Flows
from framtid.projection.history import Floats


def _mean(values: Floats, weights: Floats) -> Floats:
    """Return the weighted mean over municipalities, kept as an axis of one."""
    top = (values * weights).sum(1, keepdims=True)
    mean: Floats = top / np.maximum(weights.sum(1, keepdims=True), 1e-9)
    return mean


def merged(flows: Flows, members: Members) -> Flows:
    """Return some municipalities as one; it carries their sum exactly as they do.

    People leave it at the mean rate of those who live there, and it bears the children of its
    women at their mean rate. The country stays the whole.
    """
    here = flows.at(members)
    return replace(
        here,
        population=here.population.sum(1, keepdims=True),
        arriving=here.arriving.sum(1, keepdims=True),
        leaving=_mean(here.leaving, here.alive),
        births=_mean(here.births, here.mothers),
    )
