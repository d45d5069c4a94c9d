"""Tables as a spreadsheet: numbers as numbers, and a sheet that says where they come from."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from framtid.tables.on_paper import LINE, WIDEST, height, on_paper, told_in_two, width

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 31
"""Characters that Excel allows the name of a sheet."""
HEAD = {"bold": True, "text_wrap": True, "valign": "top"}
"""How the heads of columns are set; those of figures are at the right, as their figures are."""
ANY = "[>=100]#,##0;[<=-100]-#,##0;0.000"
"""A form for a column whose numbers are both large and small."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: columns with the decimals their numbers are shown with, and rows."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[object]]
    decimals: Sequence[int | str | None] = ()
    """By column, or a number form; None, or left out, for Excel's own form."""


def _number_form(decimals: int | str) -> str:
    if isinstance(decimals, str):
        return decimals
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def _shown(cell: object, decimals: int | str | None) -> str:
    """Return a cell about as long as it is shown."""
    if not isinstance(cell, float):
        return "" if cell is None else str(cell)
    return f"{cell:,.{decimals}f}" if isinstance(decimals, int) else f"{cell:.9g}"


def xlsx_file(
    sheets: Sequence[Sheet], origin: str, about: Iterable[Sequence[str]], created: datetime
) -> bytes:
    """Return a workbook of some sheets and of what it says of itself.

    Args:
        sheets: the figures.
        origin: name of the last sheet.
        about: its lines, a cell or two each.
        created: when the figures are from; a time of writing would make every file another.

    """
    import xlsxwriter  # noqa: PLC0415 - heavy, only here

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": created})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name[:LONGEST_NAME])
        _filled(page, sheet, book.add_format)
    page = book.add_worksheet(origin[:LONGEST_NAME])
    on_paper(page, 0)
    told_in_two(page, about, 0, words)
    book.close()
    return content.getvalue()


def _filled(page: Any, sheet: Sheet, form: Callable[[dict[str, Any]], Any]) -> None:  # noqa: ANN401 - no types
    """Write a sheet, each column as wide as what it holds."""
    rows, widths = [list(row) for row in sheet.rows], list[int]()
    head, figures = form(HEAD), form(HEAD | {"align": "right"})
    every = zip_longest(range(len(sheet.header)), sheet.decimals[: len(sheet.header)])
    for number, decimals in every:
        shown = (_shown(row[number], decimals) for row in rows if number < len(row))
        widths.append(width(sheet.header[number], shown))
        given = {"valign": "top"} if widths[-1] < WIDEST else {"valign": "top", "text_wrap": True}
        if decimals is not None:
            given["num_format"] = _number_form(decimals)
        page.set_column(number, number, widths[-1], form(given))
    for number, label in enumerate(sheet.header):
        cells = (row[number] for row in rows if number < len(row) and row[number] is not None)
        page.write(0, number, label, figures if isinstance(next(cells, ""), int | float) else head)
    page.set_row(0, height(sheet.header, widths))
    for line, row in enumerate(rows, start=1):
        page.write_row(line, 0, row)
        tall = height([str(cell) for cell in row], widths) if WIDEST in widths else LINE
        if tall > LINE:
            page.set_row(line, tall)
    page.freeze_panes(1, 0)
    on_paper(page, 0)
