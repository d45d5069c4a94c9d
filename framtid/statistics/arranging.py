"""Columns of a table as arrays, and figures summed and arranged by them.

Arrow's own ways to NumPy and of comparing bring in pandas, 40 MB that a server which only reads has
no use for.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


def column(table: pa.Table, name: str) -> NDArray[Any]:
    """Return a column of numbers, or of texts, that has something in every row."""
    told = table[name].combine_chunks()
    return np.array(told.to_pylist()) if pa.types.is_string(told.type) else np.from_dlpack(told)


def rows(table: pa.Table, *names: str, **equal: object) -> list[NDArray[Any]]:
    """Return columns, of the rows in which others are equal to a value."""
    wanted = np.ones(table.num_rows, bool)
    for name, value in equal.items():
        wanted &= column(table, name) == value
    return [column(table, name)[wanted] for name in names]


def summed(figures: NDArray[Any], *keys: NDArray[Any]) -> dict[Any, float]:
    """Return figures summed by keys, in their order: by a value for one key, else by a tuple."""
    sums: defaultdict[Any, float] = defaultdict(float)
    for *of, figure in zip(*(key.tolist() for key in (*keys, figures)), strict=True):
        sums[tuple(of) if len(keys) > 1 else of[0]] += figure
    return dict(sorted(sums.items()))


def arranged(
    figures: NDArray[Any], *keys: NDArray[Any]
) -> tuple[Sequence[NDArray[np.int64]], NDArray[np.float64]]:
    """Return the sorted values of whole-numbered keys, and the figures by them, (key, ...).

    Where there is no figure it is 0.
    """
    found = [np.unique(key, return_inverse=True) for key in keys]
    grid = np.zeros([len(known) for known, _ in found])
    grid[tuple(at for _, at in found)] = figures
    return [known.astype(np.int64) for known, _ in found], grid
