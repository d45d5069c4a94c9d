"""Small tables that answer as PxWebApi v2 does: dimensions, code lists, figures with gaps."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

CONTENTS, TIME = "ContentsCode", "Tid"
ROLES = {"time": (TIME,), "geo": ("Region", "KOKkommuneregion0000"), "metric": (CONTENTS,)}


class NoSuchValueError(Exception):
    """A code was asked for that the table does not have."""


class MissingSelectionError(Exception):
    """A dimension that must be chosen from was not."""


@dataclass
class CodeList:
    """Another way to see a dimension: codes that stand for one or several of its own."""

    id: str
    labels: dict[str, str]
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The dimension's codes that each stands for; itself where nothing else is said."""

    def data(self, language: str) -> dict[str, Any]:
        """Return it as PxWebApi tells it."""
        summed = self.id.startswith("agg")
        return {
            "id": self.id,
            "label": self.id,
            "language": language,
            "languages": [language],
            "elimination": False,
            "type": "Aggregation" if summed else "Valueset",
            "values": [
                {"code": code, "label": label, "valueMap": list(self.members.get(code, (code,)))}
                for code, label in self.labels.items()
            ],
            "links": [],
        }


@dataclass
class Dimension:
    """One dimension: its codes in order, and how each is called."""

    id: str
    label: str
    labels: dict[str, str]
    eliminated: bool = False
    """Whether it may be left out, and is then summed."""
    units: dict[str, str] = field(default_factory=dict)
    codelists: tuple[CodeList, ...] = ()

    def data(self, codes: Sequence[str], labels: Mapping[str, str], lists: bool) -> dict[str, Any]:
        """Return it as JSON-stat, with some of its codes."""
        category: dict[str, Any] = {
            "index": {code: position for position, code in enumerate(codes)},
            "label": {code: labels[code] for code in codes},
        }
        if self.units:
            category["unit"] = {c: {"base": self.units[c], "decimals": 0} for c in codes}
        show = "code_value" if self.id in ROLES["geo"] else "value"
        extension: dict[str, Any] = {
            "elimination": self.eliminated,
            "show": "code" if self.id == TIME else show,
        }
        if lists:
            extension["codelists"] = [
                {"id": one.id, "label": one.id, "type": one.data("no")["type"], "links": []}
                for one in self.codelists
            ]
        return {"label": self.label, "category": category, "extension": extension}


@dataclass
class Table:
    """A table with its figures, (dimension, …) in the order of ``dimensions``; gaps are NaN."""

    id: str
    label: str
    dimensions: tuple[Dimension, ...]
    values: NDArray[np.float64]
    updated: str = "2026-02-24T07:00:00Z"
    gap: str = ".."
    """The symbol of a figure that is missing."""
    decimals: int = 0
    discontinued: bool = False
    next_update: str = ""
    title: str = ""
    """What it is called in lists, where that is something else."""

    def described(self) -> dict[str, Any]:
        """Return what ``/tables/{id}`` says."""
        years = list(self.dimension(TIME).labels)
        return {
            "language": "no",
            "id": self.id,
            "label": f"{self.id}: {self.title or self.label}",
            "description": "",
            "sortCode": self.id,
            "updated": self.updated,
            "firstPeriod": min(years),
            "lastPeriod": max(years),
            "category": "public",
            "variableNames": [dimension.label for dimension in self.dimensions],
            "discontinued": self.discontinued,
            "source": "Statistisk sentralbyrå",
            "timeUnit": "Annual",
            "links": [],
        }

    def dimension(self, name: str) -> Dimension:
        """Return a dimension by id."""
        return next(dimension for dimension in self.dimensions if dimension.id == name)

    def metadata(self) -> dict[str, Any]:
        """Return the table without figures."""
        shown = [(one, tuple(one.labels), one.labels) for one in self.dimensions]
        return self._dataset(shown, [], {}, lists=True)

    def data(
        self, selection: Mapping[str, Sequence[str]], codelists: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return the figures of some codes; NoSuchValueError, MissingSelectionError."""
        shown: list[tuple[Dimension, tuple[str, ...], Mapping[str, str]]] = []
        values = self.values
        axis = 0
        for dimension in self.dimensions:
            if dimension.id not in selection:
                if not dimension.eliminated:
                    raise MissingSelectionError(dimension.id)
                values = values.sum(axis)
                continue
            codes = tuple(selection[dimension.id])
            labels, members = _seen(dimension, codelists.get(dimension.id))
            if not set(codes) <= labels.keys():
                raise NoSuchValueError(dimension.id)
            values = _taken(values, axis, dimension, codes, members)
            shown.append((dimension, codes, labels))
            axis += 1
        flat = values.ravel()
        status = {str(i): self.gap for i in np.flatnonzero(np.isnan(flat))}
        return self._dataset(shown, [_number(one, self.decimals) for one in flat], status)

    def _dataset(
        self,
        shown: Sequence[tuple[Dimension, tuple[str, ...], Mapping[str, str]]],
        values: list[float | int | None],
        status: dict[str, str],
        *,
        lists: bool = False,
    ) -> dict[str, Any]:
        ids = [dimension.id for dimension, _, _ in shown]
        named = ", ".join(dimension.label for dimension, _, _ in shown[:-1])
        told = {
            "version": "2.0",
            "class": "dataset",
            "label": f"{self.id}: {self.label}, etter {named} og {shown[-1][0].label}",
            "source": "Statistisk sentralbyrå",
            "updated": self.updated,
            "role": {role: [i for i in ids if i in known] for role, known in ROLES.items()},
            "id": ids,
            "size": [len(codes) for _, codes, _ in shown],
            "dimension": {
                dimension.id: dimension.data(codes, labels, lists)
                for dimension, codes, labels in shown
            },
            "extension": {
                "px": {
                    "infofile": "None",
                    "tableid": self.id,
                    "decimals": self.decimals,
                    "official-statistics": True,
                    "language": "no",
                    "contents": f"{self.id}: {self.label},",
                    "heading": [i for i in ids if i in {CONTENTS, TIME}],
                    "stub": [i for i in ids if i not in {CONTENTS, TIME}],
                    "matrix": self.id,
                },
                "discontinued": self.discontinued or None,
            },
            "value": values,
        }
        if self.next_update:
            told["extension"]["px"]["nextUpdate"] = self.next_update  # type: ignore[index]
        return told | ({"status": status} if status else {})


def _seen(
    dimension: Dimension, codelist: str | None
) -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    if codelist is None:
        return dimension.labels, {}
    found = next((one for one in dimension.codelists if one.id == codelist), None)
    if found is None:
        raise NoSuchValueError(codelist)
    return found.labels, found.members


def _taken(
    values: NDArray[np.float64],
    axis: int,
    dimension: Dimension,
    codes: Sequence[str],
    members: Mapping[str, tuple[str, ...]],
) -> NDArray[np.float64]:
    """Return some codes of a dimension, each the sum of its members."""
    position = {code: i for i, code in enumerate(dimension.labels)}
    if all(len(members.get(code, (code,))) == 1 for code in codes):
        taken = [position[members.get(code, (code,))[0]] for code in codes]
        return np.take(values, taken, axis)
    parts = [
        np.take(values, [position[m] for m in members.get(code, (code,))], axis).sum(axis)
        for code in codes
    ]
    return np.stack(parts, axis)


def _number(value: float, decimals: int) -> float | int | None:
    if math.isnan(value):
        return None
    return round(value, decimals) if decimals else round(value)
