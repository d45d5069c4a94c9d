"""Slides, documents and workbooks held to ECMA-376, so that Office opens them without a repair."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from starlette.testclient import TestClient

from framtid.tables.on_paper import LINE
from tests.formulas import Book
from tests.test_passages import OFFICE, WAY

WORKBOOKS = {
    "workbook": f"/api/v1/workbook/5610.xlsx?{WAY}",
    "outlook": f"/api/v1/outlook/1151.xlsx?{WAY}",
    "placement": "/api/v1/placement.xlsx?",
    "table": "/api/v1/tables/fertility_rate.xlsx?sted=5610",
    "view": "/api/v1/views/carers/5610.xlsx?",
}
FILES = OFFICE | WORKBOOKS


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_is_as_the_standard_has_it(
    client: TestClient, tmp_path: Path, name: str, language: str
) -> None:
    address = FILES[name]
    answer = client.get(f"{address}&lang={language}")
    assert answer.status_code == 200
    form = address.partition("?")[0].rpartition(".")[2]
    file = tmp_path / f"{name}.{form}"
    file.write_bytes(answer.content)
    found = OpenXmlValidator().validate(file)
    assert not [(each.part_uri, each.description) for each in found.errors]


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_sheet_has_its_columns_on_one_page_of_a4(client: TestClient, name: str) -> None:
    file = zipfile.ZipFile(io.BytesIO(client.get(f"{WORKBOOKS[name]}&lang=nb").content))
    sheets = [each for each in file.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+.xml", each)]
    assert len(sheets) > 1
    for each in sheets:
        told = file.read(each).decode()
        (setup,) = re.findall(r"<pageSetup [^>]*>", told)
        assert 'paperSize="9"' in setup
        assert 'orientation="landscape"' in setup
        assert 'fitToHeight="0"' in setup
        assert '<pageSetUpPr fitToPage="1"/>' in told


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", [each for each in WORKBOOKS if each != "workbook"])
def test_what_a_cell_says_is_read_whole(client: TestClient, name: str, language: str) -> None:
    """Columns were as narrow as Excel's own, and «Brukere av omsorgstjenester» was «Bruker»."""
    content = client.get(f"{WORKBOOKS[name]}&lang={language}").content
    book, file = Book(content), zipfile.ZipFile(io.BytesIO(content))
    wide, every = dict[tuple[str, int], float](), 0
    for at, sheet in enumerate(book.names, 1):
        told = file.read(f"xl/worksheets/sheet{at}.xml").decode()
        for first, last, width in re.findall(r'<col min="(\d+)" max="(\d+)" width="([^"]+)"', told):
            wide |= {(sheet, each): float(width) for each in range(int(first), int(last) + 1)}
    for (sheet, row, column), cell in book.values.items():
        if not isinstance(cell, str):
            continue
        room = wide[sheet, column]
        lines = book.heights.get((sheet, row), LINE) / LINE
        longest = max(len(word) for word in re.split(r"[\s/-]", cell))
        assert len(cell) <= room or (lines > 1 and longest <= room), cell
        assert len(cell) <= room * lines, cell
        every += 1
    assert every > 10
