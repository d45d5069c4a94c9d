"""Moving a curve over ages: the same thing happens later in life, or earlier."""

import numpy as np

from framtid.projection.history import Floats
from framtid.projection.parameters import AGES


def later(curve: Floats, years: Floats, start: int) -> Floats:
    """Return a curve moved up the ages from ``start`` on.

    Args:
        curve: a value per age, (…, age).
        years: how far it is moved each year, negative is earlier, (year,).
        start: first age that is moved; younger ones keep their values.

    Returns:
        The curve of each year, (year, …, age).

    """
    at = np.clip(np.arange(start, AGES) - years[:, None], 0, AGES - 1)
    below = np.floor(at).astype(int)
    above = np.minimum(below + 1, AGES - 1)
    part = np.expand_dims(at - below, tuple(range(1, curve.ndim)))
    moved: Floats = np.repeat(curve[None], len(years), axis=0)
    low, high = (np.moveaxis(curve[..., index], -2, 0) for index in (below, above))
    moved[..., start:] = low + part * (high - low)
    return moved
