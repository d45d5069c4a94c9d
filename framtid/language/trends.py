"""Which way figures go, and when the difference is too small to speak of."""

from math import sqrt
from typing import Literal

Trend = Literal["grows", "same", "shrinks"]


def trend(before: float, after: float, noise: float = 0.02, *, count: bool = False) -> Trend:
    """Return which way a figure went; "same" within the noise.

    Args:
        before: the earlier figure.
        after: the later one.
        noise: relative difference below which nothing is claimed.
        count: the figure counts people, so that chance of about its square root is noise too.

    """
    slack = max(noise * abs(before), sqrt(abs(before)) if count else 0.0)
    if abs(after - before) <= slack:
        return "same"
    return "grows" if after > before else "shrinks"
