"""A spreadsheet that counts by itself, counted without a spreadsheet program."""

import io
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = r"\$?([A-Z]+)\$?(\d+)"
REFERENCE = re.compile(rf"(?:'([^']+)'!)?{CELL}(?::{CELL})?")
KNOWN: dict[str, Callable[..., float]] = {
    "SUM": sum,
    "SUMPRODUCT": lambda one, other: sum(a * b for a, b in zip(one, other, strict=True)),
    "MIN": min,
    "MAX": max,
    "AND": lambda *each: all(each),
    "IF": lambda test, yes, no: yes if test else no,
}


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class Book:
    """A workbook's cells; what is set in ``changed`` stands instead of what the file has."""

    def __init__(self, content: bytes) -> None:
        file = zipfile.ZipFile(io.BytesIO(content))
        root = ElementTree.fromstring(file.read("xl/sharedStrings.xml"))  # noqa: S314 - our own
        shared = ["".join(part.itertext()) for part in root]
        self.names = re.findall(r'<sheet name="([^"]*)"', file.read("xl/workbook.xml").decode())
        self.formulas: dict[tuple[str, int, int], str] = {}
        self.values: dict[tuple[str, int, int], str | float] = {}
        self.heights: dict[tuple[str, int], float] = {}
        self.changed: dict[tuple[str, int, int], float] = {}
        for at, name in enumerate(self.names, 1):
            sheet = ElementTree.fromstring(file.read(f"xl/worksheets/sheet{at}.xml"))  # noqa: S314
            for line in sheet.iter(f"{MAIN}row"):
                if high := line.get("ht"):
                    self.heights[name, int(line.get("r", ""))] = float(high)
            for cell in sheet.iter(f"{MAIN}c"):
                self._read(name, cell, shared)

    def _read(self, sheet: str, cell: ElementTree.Element, shared: list[str]) -> None:
        found = re.fullmatch(CELL, cell.get("r", ""))
        value, formula = cell.find(f"{MAIN}v"), cell.find(f"{MAIN}f")
        if found is None or value is None or value.text is None:
            return
        place = sheet, int(found[2]), _number(found[1])
        text = shared[int(value.text)] if cell.get("t") == "s" else float(value.text)
        self.values[place] = text
        if formula is not None and formula.text:
            self.formulas[place] = formula.text

    def row(self, sheet: str, label: str) -> int:
        """Return the row whose first cell says so."""
        return next(
            at for (name, at, column), text in self.values.items()
            if (name, column, text) == (sheet, 1, label)
        )  # fmt: skip

    def at(self, sheet: str, row: int, column: int) -> float:
        """Return what a cell comes to, counted by its formula where it has one."""
        place = sheet, row, column
        if place in self.changed:
            return self.changed[place]
        if place not in self.formulas:
            return float(self.values[place])
        told = REFERENCE.sub(lambda found: self._spoken(found, sheet), self.formulas[place])
        told = told.replace("^", "**")
        return float(eval(told, {"__builtins__": {}}, KNOWN | {"cells": self._cells}))  # noqa: S307

    def _spoken(self, found: re.Match[str], sheet: str) -> str:
        name, *ends = found.groups()
        first = _number(ends[0]), int(ends[1])
        last = (_number(ends[2]), int(ends[3])) if ends[2] else first
        many = "" if ends[2] else "[0]"
        return f"cells({(name or sheet)!r}, {first}, {last}){many}"

    def _cells(self, sheet: str, first: tuple[int, int], last: tuple[int, int]) -> list[float]:
        return [
            self.at(sheet, row, column)
            for row in range(first[1], last[1] + 1)
            for column in range(first[0], last[0] + 1)
        ]
