"""Rows as CSV, plain or as Norwegian Excel opens it by itself."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from framtid.nearest import finely
from framtid.views.model import Cell, Table

MEDIA_TYPE = "text/csv"
NORWEGIAN = "no"
"""The form with semicolons, decimal comma and a mark that says UTF-8."""


def exact(table: Table) -> Iterator[list[Cell]]:
    """Yield the rows of a table, two decimals finer than they are shown; what is counted whole.

    Rounding what stands here gives what is told, with the digits of the table or one less.
    """
    decimals = [column.decimals for column in table.columns]
    for row in table.rows:
        yield [_exact(cell, digits) for cell, digits in zip(row, decimals, strict=True)]


def _exact(cell: Cell, digits: int | None) -> Cell:
    if not isinstance(cell, float) or digits is None:
        return cell
    whole = digits == 0 and cell.is_integer()
    return int(cell) if whole else finely(cell, (digits, digits - 1), digits + 2)


CODE = re.compile(r"0\d+")
"""A code that a spreadsheet would take for a number, and rob of its zero."""


def _comma(cell: object) -> object:
    if isinstance(cell, str) and CODE.fullmatch(cell):
        # Excel reads a quoted code as a number all the same; only as a formula it stays text.
        return f'="{cell}"'
    return str(cell).replace(".", ",") if isinstance(cell, float) else cell


FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would reckon with, where it is the first of a cell."""


def harmless(said: str) -> str:
    """Return what somebody wrote as a spreadsheet shows it and does not run it."""
    return f"'{said}" if said.startswith(FORMULA) else said


def ending(form: str) -> str:
    """Return how a CSV's name ends: Excel's own form is another file than the plain one."""
    return "-excel.csv" if form == NORWEGIAN else ".csv"


def csv_file(
    header: Iterable[str], rows: Iterable[Iterable[object]], *, norwegian: bool = False
) -> bytes:
    """Return a CSV file: comma, decimal point and UTF-8.

    Args:
        header: the columns.
        rows: the cells.
        norwegian: semicolons, decimal comma, a mark that says UTF-8, and codes kept as text.

    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if norwegian else ",", lineterminator="\n")
    writer.writerow(header)
    writer.writerows(map(_comma, row) if norwegian else row for row in rows)
    return text.getvalue().encode("utf-8-sig" if norwegian else "utf-8")
