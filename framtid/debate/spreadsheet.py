"""The empty sheets of a workbook that counts by itself, and how its formulas speak of cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framtid.language import Language
from framtid.tables.on_paper import on_paper
from framtid.tables.xlsx import ANY, LONGEST_NAME

FIRST = 2
"""The column of the first year, counted from nought: what it is, its unit, then the years."""
TOP = 2
"""The first row below a sheet's title and its heads."""
SHEETS = ("plan", "assumptions", "phases", "quantities")
WIDTHS = {"plan": (34, 22), "assumptions": (58, 62), "phases": (34, 4), "quantities": (62, 4)}
"""Of the first column and the second, in characters."""
INPUT = {"bg_color": "#FFF4D6", "font_color": "#0B5C7A"}
"""How what may be changed is known."""


@dataclass(frozen=True)
class Paper:
    """The workbook that is written, with its sheets and forms by name."""

    book: Any
    sheets: Mapping[str, Any]
    names: Mapping[str, str]
    forms: Mapping[str, Any]

    def cell(self, sheet: str, row: int, column: int, *, fixed: bool = True) -> str:
        """Return how a formula speaks of a cell; ``fixed`` keeps the column where it is copied."""
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - heavy, only here

        return (
            f"'{self.names[sheet]}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=fixed)}"
        )

    def heads(self, sheet: str, heads: Sequence[str | int]) -> None:
        """Write what stands above the columns of a sheet."""
        self.sheets[sheet].write_row(1, 0, heads, self.forms["head"])

    def column(self, sheet: str, first: int, last: int, column: int, *, fixed: bool = True) -> str:
        """Return how a formula speaks of a part of a column."""
        start = self.cell(sheet, first, column, fixed=fixed)
        return f"{start}:{self.cell(sheet, last, column, fixed=fixed).partition('!')[2]}"


def blank(book: Any, language: Language) -> Paper:  # noqa: ANN401 - xlsxwriter has no types
    """Add the sheets to a workbook, each with its title (``debate.workbook.titles``)."""
    names = {name: language.say(f"debate.workbook.sheets.{name}")[:LONGEST_NAME] for name in SHEETS}
    forms = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"}),
        "label": book.add_format({"text_wrap": True, "valign": "top"}),
        "words": book.add_format({"valign": "top"}),
        "input": book.add_format(INPUT | {"num_format": "#,##0"}),
        "share": book.add_format(INPUT | {"num_format": "0.00"}),
        "year": book.add_format(INPUT | {"num_format": "0"}),
        "given": book.add_format({"num_format": "#,##0.0000"}),
        "any": book.add_format({"num_format": ANY}),
        "amount": book.add_format({"num_format": "#,##0.0"}),
        "whole": book.add_format({"num_format": "#,##0"}),
        "sum": book.add_format({"num_format": "#,##0", "bold": True, "top": 1}),
    }
    sheets = {name: book.add_worksheet(names[name]) for name in SHEETS}
    for name, sheet in sheets.items():
        sheet.write(0, 0, language.say(f"debate.workbook.titles.{name}"), forms["title"])
        first, second = WIDTHS[name]
        sheet.set_column(0, 0, first, forms["label"])
        sheet.set_column(1, 1, second)
        sheet.set_column(2, 30, 11)
        sheet.freeze_panes(TOP, FIRST)
        on_paper(sheet, 1)
    return Paper(book, sheets, names, forms)
