"""The one way figures are rounded: halves away from nought, as spreadsheets and readers round."""

from math import copysign, floor, isfinite
from typing import overload

import numpy as np
import numpy.typing as npt

NOISE = 6
"""Decimals of the last told digit beyond which a float's own noise begins: 2.45 is a half."""
NEAR_HALF = 0.499
"""So far from a whole number a figure may be a half with noise on it; the others are none."""
FINEST = 12


@overload
def nearest(value: float) -> int: ...
@overload
def nearest(value: float, decimals: int) -> float: ...
def nearest(value: float, decimals: int | None = None) -> float:
    """Return the nearest figure with so many decimals; a whole number without any named.

    Decimals below nought round to tens and hundreds. 1 414.5 is 1 415, and -0.5 is -1.
    """
    digits = decimals or 0
    if not isfinite(value):
        return value
    scale = 10.0 ** abs(digits)
    size = abs(float(value))
    size = size * scale if digits >= 0 else size / scale
    steps = floor(size + 0.5)
    if abs(steps - size) > NEAR_HALF:
        steps = floor(round(size, NOISE) + 0.5)
    if decimals is None:
        return int(copysign(steps, value))
    made = steps / scale if digits >= 0 else steps * scale
    return copysign(made, value) if made else 0.0


def nearest_all(values: npt.ArrayLike, decimals: int = 0) -> npt.NDArray[np.float64]:
    """Return the same of every value of an array."""
    found, scale = np.asarray(values, dtype=np.float64), 10.0**decimals
    steps = np.floor(np.round(np.abs(found) * scale, NOISE) + 0.5)
    return np.copysign(steps / scale, found) + 0.0


def finely(value: float, told: tuple[int, ...], decimals: int) -> float:
    """Return a value for a file, of which rounding makes what is told.

    1 414.497 in two decimals is 1 414.5, of which a reader would make 1 415: there it has more.

    Args:
        value: what it is.
        told: each number of decimals that it may be told with.
        decimals: of the file, where those are enough.

    """
    if not isfinite(value):
        return value
    for digits in range(decimals, FINEST):
        written = round(value, digits)
        if all(nearest(written, each) == nearest(value, each) for each in told):
            return written + 0.0
    return value
