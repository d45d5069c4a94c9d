"""Reading JSON-stat with pyjstat: codes as text, figures as numbers, gaps with their reason."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from pyjstat import pyjstat

from framtid.statistics.ssb.answers import SsbError
from framtid.statistics.ssb.models import Data
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


def read(answer: Data, asked: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return an answer with a column of codes per dimension, ``value`` and ``reason``.

    ``reason`` says why a value is missing and is empty where there is one.

    Raises:
        SsbError: the answer is not what was asked for.

    """
    if len(answer.size) != len(answer.id) or len(set(answer.id)) != len(answer.id):
        raise SsbError("the answer does not say how large each dimension is")
    codes = {name: _codes(answer, name, size) for name, size in _sizes(answer).items()}
    for name, wanted in asked.items():
        if set(codes.get(name, ())) != set(wanted):
            raise SsbError(f"the answer does not hold every {name} that was asked for")
    if more := [name for name in codes if name not in asked and len(codes[name]) != 1]:
        raise SsbError(f"the answer has a dimension {more[0]} that was not asked for")
    count = math.prod(answer.size)
    told = {
        "version": "2.0",
        "class": "dataset",
        "id": answer.id,
        "size": answer.size,
        "dimension": {name: _dimension(own) for name, own in codes.items()},
        "value": _at_positions(answer.value, count),
    }
    # pyjstat takes text only, and would fetch an address by itself. Its own table is made row by
    # row, which takes most of a refresh; the same from the same parts is made at once.
    dataset = pyjstat.Dataset.read(json.dumps(told))
    dimensions, names = pyjstat.get_dimensions(dataset, "id")
    rows = pd.MultiIndex.from_product([each["id"] for each in dimensions], names=names)
    frame: pd.DataFrame = rows.to_frame(index=False)
    frame["value"] = pd.to_numeric(pd.Series(pyjstat.get_values(dataset))).astype(float)
    frame["reason"] = _reasons(answer.status, frame["value"].isna().to_numpy())
    return frame


def _sizes(answer: Data) -> dict[str, int]:
    return dict(zip(answer.id, answer.size, strict=True))


def _codes(answer: Data, name: str, size: int) -> list[str]:
    """Return the codes of a dimension in order."""
    if name not in answer.dimension:
        raise SsbError(f"the answer does not describe its dimension {name}")
    category = answer.dimension[name].category
    codes = category.codes
    if len(codes) != size or sorted(category.index.values()) != list(range(len(category.index))):
        raise SsbError(f"the codes of {name} do not stand one after the other")
    return codes


def _dimension(codes: Sequence[str]) -> dict[str, object]:
    index = {code: position for position, code in enumerate(codes)}
    return {"label": "", "category": {"index": index, "label": {code: code for code in codes}}}


def _at_positions(told: Sequence[Any] | Mapping[str, Any], count: int) -> list[Any]:
    """Return one for every position; JSON-stat may leave out those where nothing stands."""
    if not isinstance(told, Mapping):
        if len(told) != count:
            raise SsbError("the answer holds another number of figures than it says")
        return list(told)
    places: list[Any] = [None] * count
    for key, one in told.items():
        if not (key.isascii() and key.isdigit() and len(key) < 10 and int(key) < count):
            raise SsbError(f"the answer has a figure at {key[:20]}, which is no place in it")
        places[int(key)] = one
    return places


def _reasons(
    status: str | Sequence[str | None] | Mapping[str, str | None] | None,
    missing: np.ndarray[Any, np.dtype[np.bool_]],
) -> list[str]:
    """Return why each figure is missing; pyjstat leaves the symbols behind."""
    if status is None or isinstance(status, str):
        symbols: list[Any] = [status] * len(missing)
    else:
        symbols = _at_positions(status, len(missing))
    return [
        REASONS.get(symbol or "", UNSAID) if gone else ""
        for symbol, gone in zip(symbols, missing, strict=True)
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
