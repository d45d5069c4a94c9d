"""Tables of the snapshot as files: CSV, a spreadsheet, and JSON-stat as statisticians write it."""

import json
from datetime import datetime
from typing import Any

import pyarrow as pa

from framtid.errors import TooLargeError, UnknownTableError
from framtid.language import Language
from framtid.language.dates import day
from framtid.language.sources import cite
from framtid.language.tables import described
from framtid.places import places
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import snapshot
from framtid.tables.chart import column_title
from framtid.tables.csv import csv_file
from framtid.tables.cube import cube, is_cube
from framtid.tables.json_stat import PLACES, json_stat, labelled
from framtid.tables.rows import entry, rows
from framtid.tables.xlsx import Sheet, xlsx_file

LARGEST = 400_000
"""Cells that a spreadsheet may hold; there is no limit to CSV."""


def fits(table: pa.Table) -> bool:
    """Whether a table is small enough for a spreadsheet."""
    return bool(table.num_rows * table.num_columns <= LARGEST)


def _of_place(name: str, code: str) -> tuple[Entry, pa.Table]:
    listed = entry(name)
    if listed is None:
        raise UnknownTableError(name)
    return listed, rows(name, places().get(code) if code else None)


def table_csv(name: str, code: str, language: Language, *, norwegian: bool = False) -> bytes:
    """Return a table's rows about a place as CSV; raise UnknownTableError, UnknownPlaceError.

    The form for Norwegian Excel is for people: it has columns and sexes in words.
    """
    _, table = _of_place(name, code)
    heads, columns = table.column_names, [column.to_pylist() for column in table.columns]
    if norwegian:
        columns = [_in_words(*pair, language) for pair in zip(heads, columns, strict=True)]
        heads = [column_title(head, language) for head in heads]
    return csv_file(heads, zip(*columns, strict=True), norwegian=norwegian)


def _in_words(column: str, cells: list[Any], language: Language) -> list[Any]:
    """Return a column's cells as a reader knows them."""
    sexes = language.entry("explore.sexes")
    return [sexes[cell] for cell in cells] if column == "sex" else cells


def table_xlsx(name: str, code: str, language: Language) -> bytes:
    """Return the same as a spreadsheet, with a sheet that says where it comes from.

    Raises:
        TooLargeError: there are more cells than LARGEST.

    """
    listed, table = _of_place(name, code)
    if not fits(table):
        raise TooLargeError(name)
    cells = zip(*(column.to_pylist() for column in table.columns), strict=True)
    origin = language.say("explore.origin")
    created = datetime.fromisoformat(listed.source.date)
    about = list(facts(listed, language).items())
    return xlsx_file([Sheet(name, table.column_names, cells)], origin, about, created)


def table_json_stat(name: str, code: str, language: Language) -> bytes:
    """Return the same as JSON-stat 2; raise TooLargeError where the table is no cube."""
    listed, table = _of_place(name, code)
    if not is_cube(table):
        raise TooLargeError(name)
    note = described(name, language).note
    told = {
        "label": cite(listed.source, language).title,
        "source": listed.source.publisher,
        "updated": listed.updated or f"{listed.source.date}T00:00:00Z",
        "note": [note] if note else [],
        "extension": {"licence": listed.source.licence, "edition": snapshot().edition},
    }
    dataset = labelled(
        json_stat(cube(table), told),
        lambda dimension: column_title(dimension, language),
        lambda dimension, code: _label(dimension, code, language),
    )
    return json.dumps(dataset, ensure_ascii=False, allow_nan=False).encode()


def _label(dimension: str, code: str, language: Language) -> str:
    """Return what a category is called: a place's name, a sex, a figure; else the code itself."""
    if dimension in PLACES and code in places().by_code:
        return language.label(places().get(code))
    if dimension == "sex":
        return str(language.entry("explore.sexes")[int(code)])
    return column_title(code, language) if dimension == "figure" else code


def facts(listed: Entry, language: Language) -> dict[str, str]:
    """Return where a table comes from and what it holds, in the reader's words."""
    ours, cited = described(listed.name, language), cite(listed.source, language)
    told = {
        "title": cited.title,
        "unit": ours.unit,
        "years": listed.years,
        "publisher": cited.publisher,
        "table": cited.label,
        "date": day(listed.source.date, language),
        "licence": listed.source.licence,
        "edition": snapshot().edition,
        "estimated": ours.note,
    }
    return {language.say(f"explore.facts.{key}"): text for key, text in told.items() if text}
