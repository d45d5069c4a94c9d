"""Slides, documents and workbooks held to ECMA-376, so that Office opens them without a repair."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from starlette.testclient import TestClient

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
