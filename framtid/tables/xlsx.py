"""Tables as a spreadsheet: numbers as numbers, and a sheet that says where they come from."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 31
"""Characters that Excel allows the name of a sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: columns with the decimals their numbers are shown with, and rows."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[object]]
    decimals: Sequence[int | None] = ()
    """By column; None, or left out, for Excel's own form."""


def _number_form(decimals: int) -> str:
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


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
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name[:LONGEST_NAME])
        page.write_row(0, 0, sheet.header, head)
        for number, decimals in enumerate(sheet.decimals):
            form = {} if decimals is None else {"num_format": _number_form(decimals)}
            page.set_column(number, number, 14, book.add_format(form))
        for line, row in enumerate(sheet.rows, start=1):
            page.write_row(line, 0, row)
        page.freeze_panes(1, 0)
    words = book.add_worksheet(origin[:LONGEST_NAME])
    for line, cells in enumerate(about):
        words.write_row(line, 0, cells)
    book.close()
    return content.getvalue()
