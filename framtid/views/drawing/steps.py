"""A line as the steps from point to point: shorter than where each point stands."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

Point = tuple[int, int]


def path(points: Sequence[Point]) -> str:
    """Return a line through points in tenths, each told from the one before."""
    first, *_ = points
    told = [f"M{_tenth(first[0])},{_tenth(first[1])}"]
    steps = [
        _tenth(after - before)
        for one, other in pairwise(points)
        for before, after in zip(one, other, strict=True)
    ]
    if steps:
        told.append("l" + " ".join(steps).replace(" -", "-"))
    return "".join(told)


@lru_cache(maxsize=16384)
def _tenth(tenths: int) -> str:
    """Return a whole number of tenths in its shortest form: "-.4", "12", "3.5"."""
    whole, part = divmod(abs(tenths), 10)
    told = f"{whole or ''}.{part}" if part else f"{whole}"
    return f"-{told}" if tenths < 0 else told
