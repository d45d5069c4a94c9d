"""A cube as JSON-stat 2, the format that statistical offices read and write."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


TIME, PLACES = ("year",), ("municipality", "county", "region", "place")
"""Columns that say when and where, by the names that our tables give them."""


def json_stat(frame: "pd.DataFrame", told: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return a dataset: every column but ``value`` is a dimension.

    Args:
        frame: a row for each cell.
        told: what the dataset says of itself; pyjstat knows only the frame.

    """
    from pyjstat import pyjstat  # noqa: PLC0415 - heavy, only here

    dataset: dict[str, Any] = pyjstat.Dataset.read(frame)
    return dataset | {"role": _roles(dataset["id"])} | dict(told or {})


def _roles(dimensions: Sequence[str]) -> dict[str, list[str]]:
    """Return which dimensions are time and place, and which holds several figures."""
    kinds = {"time": TIME, "geo": PLACES, "metric": ("figure",)}
    found = {kind: [name for name in dimensions if name in known] for kind, known in kinds.items()}
    return {kind: names for kind, names in found.items() if names}


def labelled(
    dataset: Mapping[str, Any],
    title: Callable[[str], str],
    label: Callable[[str, str], str],
) -> dict[str, Any]:
    """Return a dataset with words beside its codes.

    Args:
        dataset: as ``json_stat`` makes it.
        title: what a dimension is called.
        label: what a category of a dimension is called.

    """
    dimensions = {
        name: {
            **each,
            "label": title(name),
            "category": {
                **each["category"],
                "label": {code: label(name, code) for code in each["category"]["index"]},
            },
        }
        for name, each in dataset["dimension"].items()
    }
    return {**dataset, "dimension": dimensions}
