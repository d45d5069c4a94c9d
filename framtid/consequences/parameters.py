"""What the consequence models assume, with unit, year, certainty and source for every figure."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES


class Certainty(StrEnum):
    """How sure we are of a figure, from read in a source to a judgement of our own."""

    SOLID = "solid"
    INDICATIVE = "indicative"
    JUDGEMENT = "judgement"


ORDER = tuple(Certainty)


def weakest(found: list[Certainty]) -> Certainty:
    """Return the least certain: a figure is no surer than what it rests on."""
    return max(found, key=ORDER.index, default=Certainty.SOLID)


@dataclass(frozen=True)
class Reference:
    """A publication that figures are taken from."""

    id: str
    title: str
    publisher: str
    year: int
    link: str
    tongue: str = "no"
    """The language that it is written in, as a tag of BCP 47."""


@dataclass(frozen=True)
class Parameter:
    """One figure, or one figure per age (from that age on), and where it is known from."""

    value: Any
    unit: str
    year: int
    certainty: Certainty
    source: Reference

    @property
    def number(self) -> float:
        """The figure."""
        return float(self.value)

    @property
    def by_age(self) -> Floats:
        """The figure of each age, (age,)."""
        return stepped(self.value)


def stepped(knots: dict[int, float]) -> Floats:
    """Return values that hold from each age on until the next, zero before the first, (age,)."""
    curve = np.zeros(AGES)
    for age in sorted(knots):
        curve[age:] = knots[age]
    return curve


@lru_cache(maxsize=1)
def references(path: Path = PARAMETERS / "sources.yml") -> dict[str, Reference]:
    """Return every publication by its id."""
    raw = read_yaml(path)
    return {name: Reference(name, **entry) for name, entry in raw.items()}


@lru_cache
def parameters(field: str) -> dict[str, Parameter]:
    """Return the parameters of a field, ``care`` or another file of ``data/parameters``."""
    raw = read_yaml(PARAMETERS / "parameters" / f"{field}.yml")
    return {
        name: Parameter(
            entry["value"],
            entry["unit"],
            entry["year"],
            Certainty(entry["certainty"]),
            references()[entry["source"]],
        )
        for name, entry in raw.items()
    }
