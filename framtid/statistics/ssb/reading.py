"""Reading JSON-stat with pyjstat: codes as text, figures as numbers, gaps with their reason."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from pyjstat import pyjstat

from framtid.statistics.ssb.answers import SsbError
from framtid.statistics.ssb.recipes import Recipe
from framtid.statistics.ssb.selection import Selection

REASONS = {
    ".": "not applicable",
    "..": "not available",
    ":": "confidential",
}
"""SSB's symbols for a figure that is not there."""
UNSAID = "left empty"
OLDEST = 105
"""The oldest age, which is open."""


def read(answer: Mapping[str, Any], asked: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return an answer with a column of codes per dimension, ``value`` and ``reason``.

    ``reason`` says why a value is missing and is empty where there is one.

    Raises:
        SsbError: the answer is not what was asked for.

    """
    sizes = dict(zip(answer["id"], answer["size"], strict=True))
    short = [name for name, codes in asked.items() if sizes.get(name) != len(codes)]
    if short:
        raise SsbError(f"the answer does not hold every {short[0]} that was asked for")
    values = answer["value"]
    if isinstance(values, list) and len(values) != math.prod(answer["size"]):
        raise SsbError("the answer holds fewer figures than it says")
    # pyjstat takes text only, and would fetch an address by itself.
    dataset = pyjstat.Dataset.read(json.dumps(answer))
    frame: pd.DataFrame = dataset.write("dataframe", naming="id")
    frame["value"] = pd.to_numeric(frame["value"])
    frame["reason"] = _reasons(answer.get("status"), frame["value"].isna().to_numpy())
    return frame


def _reasons(status: object, missing: np.ndarray[Any, np.dtype[np.bool_]]) -> list[str]:
    """Return why each figure is missing; pyjstat leaves the symbols behind."""
    symbols: dict[int, str] = {}
    if isinstance(status, str):
        symbols = dict.fromkeys(range(len(missing)), status)
    elif isinstance(status, Mapping):
        symbols = {int(position): str(symbol) for position, symbol in status.items()}
    elif isinstance(status, Sequence):
        symbols = {position: str(symbol) for position, symbol in enumerate(status) if symbol}
    return [
        REASONS.get(symbols.get(position, ""), UNSAID) if gone else ""
        for position, gone in enumerate(missing)
    ]


def gaps(frame: pd.DataFrame) -> dict[str, int]:
    """Return how many figures are missing, by reason."""
    counted = frame["reason"][frame["reason"] != ""].value_counts()
    return {str(reason): int(number) for reason, number in counted.items()}


def ours(frame: pd.DataFrame, selection: Selection, recipe: Recipe) -> pd.DataFrame:
    """Return an answer in our own terms: the recipe's columns, summed over what is not kept.

    A sum with a missing part is missing.
    """
    named = pd.DataFrame(
        {one.column: frame[one.dimension].map(one.codes) for one in selection.chosen}
    )
    named["value"] = frame["value"] * selection.factor
    named["gone"] = named["value"].isna()
    for name, column in recipe.columns.items():
        if column.bins:
            starts = np.array(column.bins)
            group = np.searchsorted(starts, named.pop(name), side="right") - 1
            named["first_age"] = starts[group]
            named["last_age"] = np.append(starts[1:] - 1, OLDEST)[group]
    if recipe.edition:
        named["edition"] = named["year"].min()
    spread = [recipe.wide.column] if recipe.wide else []
    grouped = named.groupby([*recipe.keys, *spread], sort=True)
    summed = grouped["value"].sum().where(~grouped["gone"].any())
    return summed.reset_index()
