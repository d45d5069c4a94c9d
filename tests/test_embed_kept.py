"""Frozen frames: the same page for ever, whatever becomes of figures, program and disk."""

import gzip
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from framtid.embed import batch, frame, kept, oembed
from framtid.embed.asked import Asked, read, spelled
from framtid.embed.batch import Batch
from framtid.embed.export import export, on_cores
from framtid.embed.once import once
from framtid.site import embeds
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes
from framtid.statistics.snapshot import snapshot


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FRAMTID_DATA", str(tmp_path))
    return tmp_path / "frames"


@pytest.fixture
def client() -> Iterator[TestClient]:
    application = Starlette(routes=routes(), middleware=list(MIDDLEWARE))
    with TestClient(application, raise_server_exceptions=False, follow_redirects=False) as opened:
        yield opened


def restarted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what the process has in memory, as a restart does."""
    for name in ("packed_frame", "packed_kept"):
        monkeypatch.setattr(embeds, name, once(keep=9)(getattr(embeds, name).__wrapped__))


def another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every frame come out otherwise, as after an upgrade."""
    restarted(monkeypatch)
    for module in (frame, batch, embeds):
        monkeypatch.setattr(module, "frame", lambda asked: f"another page of {asked.view}")


def asked(query: dict[str, str] | None = None) -> Asked:
    return read("carers", f"5610@{snapshot().edition}", query or {})


def test_a_frozen_address_shows_what_it_showed_also_by_another_program(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    restarted(monkeypatch)
    address = asked({"theme": "dark"}).address
    first = client.get(address)
    another_program(monkeypatch)
    again = client.get(f"{address}&utm_source=avisen")
    assert again.text == first.text
    assert again.headers["etag"] == first.headers["etag"]
    assert "immutable" in again.headers["cache-control"]
    assert client.get("/embed/carers/5610").text == "another page of carers"


def test_it_does_so_when_edition_and_view_are_gone(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = spelled("an_old_view", "9999@0123456789", {})
    assert client.get(gone).status_code == 404
    kept.keep(gone, "0123456789", b"as it was", plain=True)
    restarted(monkeypatch)
    answer = client.get(gone)
    assert (answer.status_code, answer.text) == (200, "as it was")


def test_a_header_lets_the_script_of_that_day_run(client: TestClient) -> None:
    policy = client.get(asked().address).headers["content-security-policy"]
    assert "frame-ancestors" not in policy
    assert "script-src" not in policy, "the page itself says which"


def test_another_spelling_of_an_address_is_the_same_page(
    client: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restarted(monkeypatch)
    for query in ("", "?lang=nb", "?path=1-heltid2&utm_source=x", "?theme=auto&font=sans"):
        assert client.get(f"/embed/carers/5610@{snapshot().edition}{query}").status_code == 200
    assert len(list(folder.rglob("*.gz"))) == 1


@pytest.mark.parametrize("wrong", ["carers/5610@0123456789", "no/5610@{}", "carers/5610@{}?font=x"])
def test_what_cannot_be_shown_is_not_kept(client: TestClient, folder: Path, wrong: str) -> None:
    assert client.get(f"/embed/{wrong.format(snapshot().edition)}").status_code in {400, 404}
    assert not list(folder.rglob("*.gz"))


def test_a_frame_that_follows_is_not_kept(client: TestClient, folder: Path) -> None:
    client.get("/embed/carers/5610?theme=light")
    assert not folder.exists()


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_answered_all_the_same_and_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kept, "put_first", full)
    with caplog.at_level(logging.WARNING):
        for theme in ("light", "dark"):
            assert b"Karasjok" in frame.standing(asked({"theme": theme}))
    assert [record.message.split(": ")[-1] for record in caplog.records] == [
        "No space left on device"
    ]


def test_a_folder_that_cannot_be_made_is_no_trouble(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    assert b"Karasjok" in frame.standing(asked())


def test_room_is_bounded_and_the_endless_ones_have_half(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAMTID_FRAMES", "100")
    edition = "0123456789"
    for number in range(4):
        kept.keep(f"/colour/{number}", edition, bytes([number]), plain=False)
        kept.keep(f"/plain/{number}", edition, bytes([number]), plain=True)
    sizes = [file.stat().st_size for file in folder.rglob("*.gz")]
    assert sum(sizes) <= 100
    assert kept.find("/plain/1", edition) == b"\1"
    assert kept.find("/colour/3", edition) is None


def test_the_first_of_two_at_once_is_what_both_give() -> None:
    gate, given = threading.Barrier(8), []

    def reader(number: int) -> None:
        gate.wait(20)
        given.append(kept.keep("/one", "0123456789", f"page {number}".encode(), plain=True))

    readers = [threading.Thread(target=reader, args=(number,)) for number in range(8)]
    for each in readers:
        each.start()
    for each in readers:
        each.join(20)
    assert set(given) == {kept.find("/one", "0123456789")}


def test_a_damaged_page_is_made_anew(folder: Path) -> None:
    first = frame.standing(asked())
    (file,) = folder.rglob("*.gz")
    file.write_bytes(gzip.compress(first)[:-20])
    assert frame.standing(asked()) == first
    assert gzip.decompress(file.read_bytes()) == first


def test_an_export_writes_what_was_seen_and_never_writes_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = frame.standing(asked())
    another_program(monkeypatch)
    chosen = Batch("5610", ("carers",), ("nb", "en"), snapshot().edition, frozen=True)
    export(tmp_path / "out", [chosen], on_cores(1))
    room = tmp_path / "out" / "embed" / "carers"
    mark = f"5610@{snapshot().edition}"
    assert (room / f"{mark}.nb.html").read_bytes() == seen
    assert (room / "5610.nb.html").read_text("utf-8") == "another page of carers"
    monkeypatch.setattr(batch, "frame", lambda _asked: "a third page")
    monkeypatch.setattr("framtid.embed.export.basis", lambda: "a third program")
    counts = export(tmp_path / "out", [chosen], on_cores(1))
    assert (counts.written, counts.skipped) == (2, 2)
    assert (room / "5610.en.html").read_text("utf-8") == "a third page"
    assert (room / f"{mark}.en.html").read_text("utf-8") == "another page of carers"


def test_oembed_gives_the_frozen_address() -> None:
    assert asked().address in oembed.answer(asked(), "https://x.no", {})["html"]
