"""A table as a cube: every combination of its keys, for JSON-stat."""

import math
import re
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    import pandas as pd

YEAR = re.compile(r"y\d{4}")
"""A column with the figures of a year."""
LARGEST = 1_000_000
"""Cells of a cube, empty ones too."""


def figures(table: pa.Table) -> list[str]:
    """Return the columns that hold figures: levels, and persons, which alone are int32."""
    kinds = {field.name: field.type for field in table.schema}
    return [n for n, kind in kinds.items() if pa.types.is_floating(kind) or kind == pa.int32()]


def _keys(table: pa.Table) -> list[str]:
    held = set(figures(table))
    return [name for name in table.column_names if name not in held]


def is_cube(table: pa.Table) -> bool:
    """Whether a table has figures, one for each combination of its keys, and not too many."""
    held, keys = figures(table), _keys(table)
    if not held or not keys:
        return False
    cells = len(held) * math.prod(len(table[name].unique()) for name in keys)
    return cells <= LARGEST and table.group_by(keys).aggregate([]).num_rows == table.num_rows


def cube(table: pa.Table) -> "pd.DataFrame":
    """Return the combinations of keys and ``figure``, with ``value``, None where there is none.

    Where the figures are one for each year, they are told apart by ``year`` instead.

    pyjstat writes the rows it is given, in their order, and leaves no room for those that lack.
    """
    import pandas as pd  # noqa: PLC0415 - heavy, only here

    held, keys = figures(table), _keys(table)
    # A column of ours may be called "value" too.
    yearly = "year" not in keys and all(YEAR.fullmatch(name) for name in held)
    last = "year" if yearly else "figure"
    long = table.to_pandas().melt(keys, held, last, "told")
    texts = long.astype(dict.fromkeys([*keys, last], str))
    if yearly:
        texts[last] = texts[last].str.removeprefix("y")
    levels = [texts[name].unique() for name in (*keys, last)]
    whole = pd.MultiIndex.from_product(levels, names=[*keys, last])
    filled = texts.set_index([*keys, last])["told"].reindex(whole)
    cells = filled.astype(object).where(filled.notna(), None)
    found: pd.DataFrame = cells.rename("value").reset_index()
    return found
