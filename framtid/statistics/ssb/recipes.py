"""What to ask Statistics Norway for, read from ``data/refresh.yml``, where every field is told."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from framtid.errors import SnapshotError
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml

RECIPES = PARAMETERS / "refresh.yml"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _several(told: object) -> object:
    return (told,) if isinstance(told, str) else told


class Wanted(_Part):
    """A value that is asked for by its code, or by its label should the code have changed."""

    to: int | str
    code: str
    label: str


class Column(_Part):
    """A column of ours and the dimension it comes from."""

    dimension: str
    label: str
    codelist: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    values: tuple[Wanted, ...] = ()
    pattern: str | None = None
    least: int | None = Field(None, alias="from")
    places: bool = False
    nation: str | None = None
    bins: tuple[int, ...] = ()
    unit: dict[str, float] = {}


class Newest(_Part):
    """How a later edition of a table is found: a search, its title, and its dimensions' names."""

    query: str
    label: str
    variables: tuple[str, ...]


class Wide(_Part):
    """One column for each value of ``column``."""

    column: str
    type: str


class Value(_Part):
    """The one column that holds the figures."""

    name: str
    type: str


class Check(_Part):
    """What a table must satisfy to be let in."""

    range: tuple[float, float]
    missing: float = 0.0
    nation: str | None = None
    within: float = 0.0
    jump: float | None = None
    least: float = Field(0, alias="from")


class Recipe(_Part):
    """One table of the snapshot and how it is made of an answer from SSB."""

    table: str
    title: str
    unit: str
    every: int
    columns: dict[str, Column]
    keep: dict[str, str]
    check: Check
    wide: Wide | None = None
    value: Value | None = None
    newest: Newest | None = None
    together: str | None = None
    edition: bool = False
    estimates: str | None = None

    @property
    def keys(self) -> list[str]:
        """Names of the columns that tell rows apart."""
        return [*(["edition"] if self.edition else []), *self.keep]


class Moved(_Part):
    """How a table's rows follow municipalities that have merged or changed number."""

    key: str
    merge: Literal["sum", "mean", "join", "largest", "leave"]


class Structure(_Part):
    """The classification of municipalities and the tables that follow it."""

    classification: int
    counties: int
    since: date
    tables: dict[str, Moved]


class Regions(_Part):
    """Where Klass has the labour-market regions: a classification's number, or its name."""

    classification: int | None = None
    search: str
    name: str


class Recipes(_Part):
    """Everything a refresh asks for."""

    api: str
    klass: str
    language: str
    structure: Structure
    regions: Regions
    groups: int
    """Klass's number of the KOSTRA groups."""
    tables: dict[str, Recipe]


def read_recipes(path: Path = RECIPES) -> Recipes:
    """Read the recipes; raise SnapshotError where the file is not as it should be."""
    try:
        return Recipes.model_validate(read_yaml(path))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise SnapshotError(path.name, f"cannot be read: {error}", "Mend it.") from error
