"""What is taken home says where it is from: as the site was met where no address is told."""

import io
import zipfile

import pytest
from starlette.testclient import TestClient

HERE = "http://testserver"


@pytest.mark.parametrize("spoken", ["nb", "en"])
def test_a_press_pack_and_a_workbook_have_the_whole_address(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, spoken: str
) -> None:
    monkeypatch.delenv("FRAMTID_ADDRESS", raising=False)
    packed = client.get(f"/api/v1/press/5601.zip?lang={spoken}")
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        sheets = [name for name in archive.namelist() if name.endswith((".html", ".txt"))]
        assert len(sheets) == 2
        for name in sheets:
            assert f"{HERE}/kommune?sted=5601" in archive.read(name).decode("utf-8-sig")
    book = client.get(f"/api/v1/views/carers/5601.xlsx?lang={spoken}")
    with zipfile.ZipFile(io.BytesIO(book.content)) as archive:
        told = b" ".join(archive.read(name) for name in archive.namelist()).decode(
            "utf-8", "ignore"
        )
    assert f"{HERE}/embed/carers/5601" in told
    answer = client.get(f"/api/v1/views/carers/5601.json?lang={spoken}").json()
    assert f"{HERE}/embed/carers/5601" in answer["citation"]
