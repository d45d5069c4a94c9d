"""Tables of the snapshot as files: CSV, a spreadsheet, and JSON-stat as statisticians write it."""

import io
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pyarrow as pa

from framtid.errors import TooLargeError, UnknownTableError
from framtid.language import Language
from framtid.language.sources import cite
from framtid.language.tables import described
from framtid.places import places
from framtid.statistics.catalogue import Entry
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.tables.chart import column_title
from framtid.tables.cube import cube, is_cube
from framtid.tables.rows import entry, rows
from framtid.tables.sheets import to_csv
from framtid.web.current_language import day, reader_language
from framtid.web.packed import Packed, pack

LARGEST = 400_000
"""Cells that a spreadsheet may hold; there is no limit to CSV."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def fits(table: pa.Table) -> bool:
    """Whether a table is small enough for a spreadsheet."""
    return bool(table.num_rows * table.num_columns <= LARGEST)


def _found(name: str, code: str) -> tuple[Entry, pa.Table]:
    listed = entry(name)
    if listed is None:
        raise UnknownTableError(name)
    return listed, rows(name, places().get(code) if code else None)


def _file(name: str, code: str) -> str:
    return f"{name}-{code}" if code else name


@kept(maxsize=32)
def table_csv(name: str, code: str = "", form: str = "") -> Packed:
    """Return a table's rows about a place as CSV; raise UnknownTableError, UnknownPlaceError.

    The form for Norwegian Excel is for people: it has columns and sexes in words.
    """
    _, table = _found(name, code)
    heads, columns = table.column_names, [column.to_pylist() for column in table.columns]
    if form:
        language = reader_language()
        columns = [_said(*pair, language) for pair in zip(heads, columns, strict=True)]
        heads = [column_title(head, language) for head in heads]
    return to_csv(_file(name, code), heads, zip(*columns, strict=True), form)


def _said(column: str, cells: list[Any], language: Language) -> list[Any]:
    """Return a column's cells as a reader knows them."""
    sexes = language.entry("explore.sexes")
    return [sexes[cell] for cell in cells] if column == "sex" else cells


@kept(maxsize=16)
def table_xlsx(name: str, code: str = "") -> Packed:
    """Return the same as a spreadsheet, with a sheet that says where it comes from.

    Raises:
        TooLargeError: there are more cells than LARGEST.

    """
    import xlsxwriter  # noqa: PLC0415 - heavy, only here

    listed, table = _found(name, code)
    if not fits(table):
        raise TooLargeError(name)
    content = io.BytesIO()
    # Times and names of who wrote it would make every file another.
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime.fromisoformat(listed.source.date)})
    sheet = book.add_worksheet(name[:31])
    head = book.add_format({"bold": True})
    sheet.write_row(0, 0, table.column_names, head)
    for number, column in enumerate(table.columns):
        sheet.write_column(1, number, column.to_pylist())
    sheet.freeze_panes(1, 0)
    about = book.add_worksheet(reader_language().say("explore.origin"))
    for line, (key, text) in enumerate(facts(listed).items()):
        about.write_row(line, 0, (key, text))
    book.close()
    return replace(pack(content.getvalue(), XLSX), file=f"framtid-{_file(name, code)}.xlsx")


@kept(maxsize=16)
def table_json_stat(name: str, code: str = "") -> Packed:
    """Return the same as JSON-stat 2; raise TooLargeError where the table is no cube."""
    from pyjstat import pyjstat  # noqa: PLC0415 - heavy, only here

    listed, table = _found(name, code)
    if not is_cube(table):
        raise TooLargeError(name)
    dataset = pyjstat.Dataset.read(cube(table))
    # pyjstat knows only the frame: title, source and date are ours to give.
    dataset["label"] = cite(listed.source, reader_language()).title
    dataset["source"] = listed.source.publisher
    dataset["updated"] = listed.updated or f"{listed.source.date}T00:00:00Z"
    note = described(name, reader_language()).note
    dataset["note"] = [note] if note else []
    dataset["extension"] = {"licence": listed.source.licence, "edition": snapshot().edition}
    text = json.dumps(dataset, ensure_ascii=False, allow_nan=False)
    return replace(
        pack(text.encode(), "application/json"), file=f"framtid-{_file(name, code)}.json"
    )


def facts(listed: Entry) -> dict[str, str]:
    """Return where a table comes from and what it holds, in the reader's words."""
    language = reader_language()
    ours = described(listed.name, language)
    told = {
        "title": cite(listed.source, language).title,
        "unit": ours.unit,
        "years": listed.years,
        "publisher": listed.source.publisher,
        "table": listed.source.id,
        "date": day(listed.source.date),
        "licence": listed.source.licence,
        "edition": snapshot().edition,
        "estimated": ours.note,
    }
    return {language.say(f"explore.facts.{key}"): text for key, text in told.items() if text}
