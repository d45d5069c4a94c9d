"""How the command line writes rows of figures."""

import json
from collections.abc import Callable
from enum import StrEnum

import typer

from framtid.tables.csv import csv_file
from framtid.tables.json_stat import json_stat

Row = dict[str, object]


class Format(StrEnum):
    """How rows are written."""

    CSV = "csv"
    JSON = "json"
    JSON_STAT = "json-stat"
    TABLE = "table"


class Plain(StrEnum):
    """How rows are written that are no cube, so that JSON-stat does not fit."""

    CSV = "csv"
    JSON = "json"
    TABLE = "table"


def _csv(found: list[Row]) -> None:
    content = csv_file(list(found[0]), (row.values() for row in found))
    typer.echo(content.decode(), nl=False)


def _json(found: list[Row]) -> None:
    typer.echo(json.dumps(found, ensure_ascii=False))


def _json_stat(found: list[Row]) -> None:
    """Write JSON-stat 2, the format that statistical offices read."""
    import pandas as pd  # noqa: PLC0415 - heavy, only here

    frame = pd.DataFrame(found).rename(columns={"population": "value"})
    names = [name for name in frame.columns if name != "value"]
    typer.echo(json.dumps(json_stat(frame.astype(dict.fromkeys(names, str)))))


def _table(found: list[Row]) -> None:
    lines = [
        [str(key) for key in found[0]],
        *([str(cell) for cell in row.values()] for row in found),
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    sides = ["<" if isinstance(cell, str) else ">" for cell in found[0].values()]
    for line in lines:
        cells = zip(line, sides, widths, strict=True)
        typer.echo("  ".join(f"{cell:{side}{width}}" for cell, side, width in cells).rstrip())


WRITERS: dict[Format, Callable[[list[Row]], None]] = {
    Format.CSV: _csv,
    Format.JSON: _json,
    Format.JSON_STAT: _json_stat,
    Format.TABLE: _table,
}


def write(found: list[Row], form: Format | Plain) -> None:
    """Write rows to standard output."""
    WRITERS[Format(form)](found)
