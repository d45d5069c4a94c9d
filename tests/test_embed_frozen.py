"""A frozen frame shows for ever what it showed that day, whatever is new and whatever fails."""

import gzip
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app import app
from framtid.api import frames
from framtid.embed import archive
from framtid.embed.archive import Shelf
from framtid.embed.export.batch import Batch
from framtid.embed.export.folder import export, on_cores
from framtid.embed.request import written
from framtid.pathways.codec import earlier_codes
from framtid.pathways.pathway import path
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

MAKE = frames.packed_frame.__wrapped__  # type: ignore[attr-defined]
NEWER = "<!doctype html><title>A newer program</title>" + "draws it otherwise. " * 40


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Open the routes, with a shelf of their own."""
    monkeypatch.setenv("FRAMTID_FRAMES", str(tmp_path / "frames"))
    restart(monkeypatch)
    archive._say.cache_clear()
    return TestClient(app)


def frozen(view: str = "carers", query: str = "") -> str:
    return f"/embed/{view}/5610@{snapshot().edition}{query}"


def restart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget every frame that is ready to be sent."""
    monkeypatch.setattr(frames, "packed_frame", kept(9)(MAKE))


def renew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start a program that draws every frame otherwise."""
    monkeypatch.setattr(frames, "frame", lambda _asked: NEWER)
    restart(monkeypatch)


@pytest.mark.parametrize("query", ["", "?lang=nn&theme=dark&accent=E2001A"])
def test_a_newer_program_leaves_it_as_it_was(
    client: TestClient, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get(frozen(query=query))
    renew(monkeypatch)
    after = client.get(frozen(query=query))
    assert after.text == before.text
    assert "immutable" in after.headers["cache-control"]
    assert "script-src" not in after.headers["content-security-policy"], "its script is of then"
    assert "frame-ancestors" not in after.headers["content-security-policy"]
    assert client.get("/embed/carers/5610").text == NEWER, "the one that follows"


def test_another_way_to_write_the_same_address_shows_the_same(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get(frozen(query="?accent=E2001A"))
    renew(monkeypatch)
    again = client.get(frozen(query="?lang=nb&accent=%23e2001a&utm=x"))
    assert again.text == before.text
    assert "script-src" not in again.headers["content-security-policy"], "it says its own"


@pytest.mark.parametrize(
    "query",
    ["?path=1-heltid2-flytt1", "?path=2-he2fl1", "?lang=nb&path=1-flytt1-heltid2"],
)
def test_one_that_was_frozen_under_an_older_code_is_found_under_every_code(
    client: TestClient, query: str, tmp_path: Path
) -> None:
    page = gzip.compress(b"<!doctype html>" + b"as it was " * 99, mtime=0)
    old = written("path_hands", f"5610@{snapshot().edition}", {"path": "1-heltid2-flytt1"})
    Shelf(tmp_path / "frames").keep(old, page)
    assert client.get(frozen("path_hands", query)).content == gzip.decompress(page)
    later = client.get(frozen("path_hands", "?path=2-he230fl1"))
    assert later.status_code == 200, "a path that no older code could tell of"
    assert later.content != gzip.decompress(page)


def test_the_light_path_that_was_frozen_under_an_older_code_is_found_by_its_name(
    client: TestClient, tmp_path: Path
) -> None:
    page = gzip.compress(b"<!doctype html>" + b"as it was " * 99, mtime=0)
    (code,) = earlier_codes(path("lys-vei"))
    old = written("path_hands", f"5610@{snapshot().edition}", {"path": code})
    Shelf(tmp_path / "frames").keep(old, page)
    assert client.get(frozen("path_hands", "?path=lys-vei")).content == gzip.decompress(page)


def test_it_outlives_its_edition_and_its_view(client: TestClient, tmp_path: Path) -> None:
    page = gzip.compress(b"<!doctype html>" + b"as it was " * 99, mtime=0)
    Shelf(tmp_path / "frames").keep("/embed/nomore/9999@0123456789", page)
    answer = client.get("/embed/nomore/9999@0123456789")
    assert (answer.status_code, answer.content) == (200, gzip.decompress(page))
    assert client.get("/embed/carers/5610@0123456789").status_code == 404, "never shown"


def test_a_folder_that_cannot_be_written_to_costs_no_reader_anything(
    client: TestClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "frames").write_text("a file, not a folder")
    with caplog.at_level(logging.WARNING, archive.__name__):
        assert client.get(frozen()).status_code == client.get(frozen("map")).status_code == 200
    assert len([one for one in caplog.records if "not kept" in one.message]) == 1


def test_a_full_shelf_takes_no_more(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "ROOM", 0)
    assert client.get(frozen()).status_code == 200
    assert not list((tmp_path / "frames").rglob("*.gz"))


def test_looks_without_end_leave_room_to_the_others(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "SHARE", 0)
    assert client.get(frozen(query="?accent=E2001A")).status_code == 200
    assert not list((tmp_path / "frames").rglob("*.gz"))
    client.get(frozen(query="?theme=dark"))
    assert len(list((tmp_path / "frames").rglob("*.gz"))) == 1


def test_a_damaged_page_is_made_again(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get(frozen()).text
    (file,) = (tmp_path / "frames").rglob("*.gz")
    file.write_bytes(file.read_bytes()[:-9])
    restart(monkeypatch)
    assert client.get(frozen()).text == before
    assert gzip.decompress(file.read_bytes()).decode() == before


def test_the_first_of_many_is_what_all_are_shown(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    pages = [gzip.compress(f"{number}".encode()) for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        shown = set(pool.map(lambda page: shelf.keep("/embed/carers/0@0123456789", page), pages))
    assert shown == {shelf.get("/embed/carers/0@0123456789")}
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".gz"]


def test_an_address_reaches_nothing_outside_the_shelf(tmp_path: Path) -> None:
    address = written("../../etc", "passwd@0123456789", {"lang": "../x", "utm": "y"})
    assert address == "/embed/../../etc/passwd@0123456789?lang=..%2Fx"
    assert Shelf(tmp_path / "frames").keep(address, gzip.compress(b"x")) == gzip.compress(b"x")
    assert not [path for path in tmp_path.iterdir() if path.name != "frames"]


def test_an_export_takes_it_from_the_shelf_and_never_makes_it_anew(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del client
    asked = Batch("5610", ("carers",), ("nb",), snapshot().edition, frozen=True)
    kept = gzip.compress(NEWER.encode(), 9, mtime=0)
    Shelf(tmp_path / "frames").keep(frozen(), kept)
    export(tmp_path / "out", [asked], on_cores(1))
    still = tmp_path / "out" / f"embed/carers/5610@{snapshot().edition}.nb.html"
    assert still.read_text("utf-8") == NEWER
    monkeypatch.setattr("framtid.embed.export.folder.basis", lambda: "another program")
    again = export(tmp_path / "out", [asked], on_cores(1))
    assert (again.skipped, again.same) == (1, 1)
