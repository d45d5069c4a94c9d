"""A cube as JSON-stat 2, the format that statistical offices read and write."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def json_stat(frame: "pd.DataFrame", told: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return a dataset: every column but ``value`` is a dimension.

    Args:
        frame: a row for each cell.
        told: what the dataset says of itself; pyjstat knows only the frame.

    """
    from pyjstat import pyjstat  # noqa: PLC0415 - heavy, only here

    dataset: dict[str, Any] = pyjstat.Dataset.read(frame)
    return dataset | dict(told or {})
