"""Names of lines, standing right of their ends without touching."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from framtid.views import style


def apart(values: Sequence[float], gap: float) -> list[float]:
    """Return where names may stand without touching, each as near its value as can be."""
    order = np.argsort(values)
    spots = np.array(values, dtype=float)
    for before, after in pairwise(order):
        spots[after] = max(spots[after], spots[before] + gap)
    spots += (np.mean(values) - spots.mean()) * (len(values) > 1)
    return [float(spot) for spot in spots]


def named(text: str, year: int, value: float, color: str) -> style.Trace:
    """Return a line's name, standing right of its end."""
    named = style.label(year, value, text, color, "middle right")
    return named | {"mode": "text", "textfont": {"color": color, "size": style.SIZE}}
