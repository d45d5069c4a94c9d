"""Which way figures go, and when the difference is too small to speak of."""

from math import sqrt
from typing import Literal

Trend = Literal["grows", "same", "shrinks"]
Nearly = Literal["same", "more", "fewer"]
NOISE = 0.02
"""Relative difference below which figures are about the same."""


def trend(before: float, after: float, noise: float = NOISE, *, count: bool = False) -> Trend:
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


def nearly(before: float, after: float, noise: float = NOISE) -> Nearly:
    """Return how two figures are said to lie that may differ by chance alone.

    What is more than ``noise`` apart is a little more or fewer: who reads both figures sees it.
    """
    if abs(after - before) <= noise * abs(before):
        return "same"
    return "more" if after > before else "fewer"
