"""Rows as CSV, plain or as Norwegian Excel opens it by itself."""

import csv
import io
from collections.abc import Iterable, Iterator

from framtid.views.model import Cell, Table

MEDIA_TYPE = "text/csv"
NORWEGIAN = "no"
"""The form with semicolons, decimal comma and a mark that says UTF-8."""


def exact(table: Table) -> Iterator[list[Cell]]:
    """Yield the rows of a table, two decimals finer than they are shown."""
    decimals = [column.decimals for column in table.columns]
    for row in table.rows:
        yield [
            round(cell, digits + 2) if isinstance(cell, float) and digits is not None else cell
            for cell, digits in zip(row, decimals, strict=True)
        ]


def _comma(cell: object) -> object:
    return str(cell).replace(".", ",") if isinstance(cell, float) else cell


def csv_file(
    header: Iterable[str], rows: Iterable[Iterable[object]], *, norwegian: bool = False
) -> bytes:
    """Return a CSV file: comma, decimal point and UTF-8.

    Args:
        header: the columns.
        rows: the cells.
        norwegian: semicolons, decimal comma, and a mark that says UTF-8, instead.

    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if norwegian else ",", lineterminator="\n")
    writer.writerow(header)
    writer.writerows(map(_comma, row) if norwegian else row for row in rows)
    return text.getvalue().encode("utf-8-sig" if norwegian else "utf-8")
