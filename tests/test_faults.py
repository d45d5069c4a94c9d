"""Trouble is seen: by the reader, in the log under the same number, and by who runs the server."""

import logging
import re
import shutil
import time
from pathlib import Path

import httpx2
import pytest
from prometheus_client import REGISTRY
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from framtid.errors import SnapshotError
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes
from framtid.statistics.snapshot import DATA, pinned, read_snapshot
from framtid.web.faults import NUMBER
from framtid.web.metrics import room
from framtid.web.turns import Shares


def broken(request: Request) -> Response:
    raise ValueError(f"nobody thought of {request.query_params.get('what', 'this')}")


@pytest.fixture(scope="module")
def faulty() -> TestClient:
    own = [Route("/brister", broken), Route("/api/v1/brister", broken)]
    application = Starlette(routes=[*own, *routes()], middleware=list(MIDDLEWARE))
    return TestClient(application, raise_server_exceptions=False)


def test_a_fault_has_a_number_on_the_page_and_in_the_log(
    faulty: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    page = faulty.get("/brister")
    assert page.status_code == 500
    number = page.headers[NUMBER]
    assert f"Feilen har nummer {number} i loggen vår." in page.text
    assert number in caplog.text
    data = faulty.get("/api/v1/brister")
    assert data.json()["fault"] == data.headers[NUMBER]
    assert data.json()["message"].startswith("Noe gikk galt")


def test_a_fault_that_comes_again_is_one_line(
    faulty: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    faulty.get("/brister")
    caplog.clear()
    for turn in range(3):
        faulty.get(f"/brister?what={turn}")
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 3
    assert not any(record.exc_info for record in errors)


def test_the_log_holds_nothing_that_a_visitor_wrote_in_the_query(
    faulty: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    faulty.get("/api/v1/brister?navn=Kari")
    assert "Kari" not in caplog.text


def test_what_is_refused_is_logged_under_the_number_that_is_answered(
    faulty: TestClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("framtid.api.endpoint.SHARES", Shares(0, 1.0, time.monotonic))
    answer = faulty.get("/api/v1/ways/3201.json")
    assert answer.status_code == 429
    assert answer.json()["fault"] == answer.headers[NUMBER]
    assert answer.headers[NUMBER] in caplog.text


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Return a copy of the committed figures in which one table is half of what it was."""
    shutil.copytree(DATA, tmp_path / "data")
    snapshot = read_snapshot(tmp_path / "data")
    file = tmp_path / "data" / snapshot.catalogue.entries["need_index"].file
    file.write_bytes(file.read_bytes()[:200])
    return tmp_path / "data"


def test_a_damaged_table_is_told_where_it_is_needed_and_nowhere_else(damaged: Path) -> None:
    with pinned(read_snapshot(damaged)) as snapshot, pytest.raises(SnapshotError):
        snapshot.verify(anew=True)
    assert snapshot.table("municipalities").num_rows > 300


def test_ready_reads_every_table_and_health_none(
    client: TestClient, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/ready").json()["ready"]
    monkeypatch.setattr("framtid.site.health.snapshot", lambda: read_snapshot(damaged))
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert "need_index" in answer.json()["problem"]
    assert client.get("/health").status_code == 200


def test_answers_are_counted_by_room_and_not_by_what_strangers_make_up(client: TestClient) -> None:
    def counted(name: str, status: str) -> float:
        labels = {"room": name, "status": status}
        return REGISTRY.get_sample_value("framtid_answers_total", labels) or 0

    before = counted("other", "404"), counted("om", "200")
    client.get("/wp-login.php")
    client.get("/om")
    assert (counted("other", "404"), counted("om", "200")) == (before[0] + 1, before[1] + 1)
    assert {room(path) for path in ("/", "/api/v1/x", "/a/b", "//")} == {"front", "api", "other"}


def test_what_streamlit_opens_and_nobody_needs_is_closed(site: str) -> None:
    for path in ("metrics", "upload_file/session/file", "script-health-check"):
        assert httpx2.get(f"{site}/_stcore/{path}").text == "404"
    assert not re.search("cookie", str(httpx2.get(site).headers))
