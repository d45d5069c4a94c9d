"""The export: what it writes, that it goes on where it stopped, and how nginx serves it."""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from typer.testing import CliRunner

from benchmarks.embeds import nginx
from benchmarks.serve import free_port
from framtid.__main__ import app
from framtid.embed.export.batch import Batch, made
from framtid.embed.export.cluster import on_cluster
from framtid.embed.export.folder import LIST, Counts, Folder, Job, Made, export, on_cores
from framtid.embed.press.pack import pack
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.projection.uncertainty.cluster import connected
from framtid.statistics.snapshot import snapshot
from framtid.stories.news import RANKED, news, told
from framtid.web import assets
from framtid.web.written_files import write_files


def batch(code: str, *, frozen: bool = False) -> Batch:
    return Batch(code, ("carers", "births", "map", "net"), ("nb",), snapshot().edition, frozen)


def test_a_folder_holds_what_fits_each_place_plain_and_packed(tmp_path: Path) -> None:
    counts = export(tmp_path, [batch("5610"), batch("0", frozen=True)], on_cores(1))
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    mark = f"@{snapshot().edition}"
    wanted = {f"embed/{view}/5610.nb.html" for view in ("carers", "map", "net")}
    wanted |= {
        f"embed/{view}/0{end}.nb.html"
        for view in ("carers", "births", "map", "net")
        for end in ("", mark)
    }
    assert names == wanted
    assert counts.written == len(wanted)
    for name in names:
        packed = (tmp_path / f"{name}.gz").read_bytes()
        assert gzip.decompress(packed) == (tmp_path / name).read_bytes()


def test_a_second_export_has_nothing_to_do(tmp_path: Path) -> None:
    export(tmp_path, [batch("5610")], on_cores(1))
    again = export(tmp_path, [batch("5610")], on_cores(1))
    assert (again.written, again.same, again.skipped) == (0, 0, 3)


def test_an_export_that_is_cut_off_goes_on(tmp_path: Path) -> None:
    def dying(jobs: list[Job]) -> Iterator[Made]:
        yield made(*jobs[0])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(tmp_path, [batch("5610"), batch("1151")], dying)
    with (tmp_path / LIST).open("a", encoding="utf-8") as cut:
        cut.write('{"name": "embed/ca')
    rest = export(tmp_path, [batch("5610"), batch("1151")], on_cores(1))
    assert (rest.written, rest.skipped) == (3, 3)


def test_what_comes_out_as_before_is_left_as_it_lies(tmp_path: Path) -> None:
    export(tmp_path, [batch("5610")], on_cores(1))
    file = tmp_path / "embed/carers/5610.nb.html"
    before = file.stat().st_mtime_ns
    folder, counts = Folder(tmp_path), Counts()
    folder.basis = "another program"
    job = (batch("5610"), folder.lacking(batch("5610")))
    folder.keep(made(*job), counts)
    assert (counts.written, counts.same) == (0, 3)
    assert file.stat().st_mtime_ns == before
    listed = [json.loads(line) for line in (tmp_path / LIST).read_text("utf-8").splitlines()]
    assert listed[-1]["basis"] == "another program"


def test_a_cluster_makes_the_same(tmp_path: Path) -> None:
    export(tmp_path / "cores", [batch("5610"), batch("1151")], on_cores(1))
    with connected(None) as client:
        export(tmp_path / "cluster", [batch("5610"), batch("1151")], on_cluster(client))
    for file in (tmp_path / "cores").rglob("*.html"):
        other = tmp_path / "cluster" / file.relative_to(tmp_path / "cores")
        assert other.read_bytes() == file.read_bytes()


def test_the_command_says_what_it_did_and_what_it_does_not_know(tmp_path: Path) -> None:
    chosen = ["--places", "5610", "--views", "carers", "--languages", "nb,en", "--workers", "1"]
    done = CliRunner().invoke(app, ["export", "--out", str(tmp_path), *chosen])
    assert done.exit_code == 0, done.output
    assert "2 written" in done.output
    wrong = CliRunner().invoke(app, ["export", "--out", str(tmp_path), "--views", "nei"])
    assert wrong.exit_code != 0


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not here")
def test_nginx_serves_the_export_and_asks_the_app_for_the_rest(tmp_path: Path, site: str) -> None:
    edition = snapshot().edition
    out = tmp_path / "out"
    export(out, [batch("5610", frozen=True)], on_cores(1))
    tmp_path.chmod(0o755)
    retries = httpx2.HTTPTransport(retries=5)
    with nginx(out, tmp_path, site) as front, httpx2.Client(transport=retries) as client:
        fresh = client.get(f"{front}/embed/carers/5610")
        assert "last-modified" in fresh.headers, "nginx' own"
        assert "frame-ancestors" not in fresh.headers["content-security-policy"]
        assert "max-age=300" in fresh.headers["cache-control"]
        assert fresh.headers["content-encoding"] == "gzip"
        frozen = client.get(f"{front}/embed/carers/5610@{edition}")
        assert "immutable" in frozen.headers["cache-control"]
        dark = client.get(f"{front}/embed/carers/5610?theme=dark")
        assert "last-modified" not in dark.headers, "the app's"
        assert dark.status_code == 200
        assert client.get(f"{front}/embed/carers/9999").status_code == 404
        assert client.get(f"{front}/{LIST}").status_code == 404
        assert client.get(f"{front}/health").json()["ok"] is True


def test_news_is_said_in_every_language_and_never_of_many() -> None:
    keys: dict[str, int] = {}
    for place in places().municipalities:
        for each in news(place.code):
            keys[each.key] = keys.get(each.key, 0) + 1
    for _, end in RANKED:
        assert all(count <= 36 for key, count in keys.items() if key.endswith(f".{end}"))
    assert keys
    for spoken in LANGUAGES:
        for code in ("3209", "1151", "0301", "0"):
            for sentence in told(code, language_of(spoken)):
                assert sentence.endswith(".")


def test_a_press_pack_is_the_same_for_the_same_figures() -> None:
    assert pack("1151", "nn") == pack("1151", "nn")


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not here")
def test_nginx_sends_scripts_and_styles_without_the_app(tmp_path: Path) -> None:
    assert write_files(tmp_path / "files") > 400
    assert write_files(tmp_path / "files") == 0
    tmp_path.chmod(0o755)
    nobody = f"http://127.0.0.1:{free_port()}"
    retries = httpx2.HTTPTransport(retries=5)
    with nginx(tmp_path, tmp_path, nobody) as front, httpx2.Client(transport=retries) as client:
        named = client.get(front + assets.address("site.css"))
        assert named.status_code == 200
        assert named.headers["content-type"] == "text/css; charset=utf-8"
        assert named.headers["content-encoding"] == "gzip"
        assert "immutable" in named.headers["cache-control"]
        reader = client.get(f"{front}{assets.READER}index.js")
        assert "javascript" in reader.headers["content-type"]
        assert "immutable" in reader.headers["cache-control"]
        bundle = client.get(front + assets.plotly().address)
        assert (bundle.status_code, bundle.headers["x-content-type-options"]) == (200, "nosniff")
        assert client.get(f"{front}/assets/nothing.js").status_code == 502, "asked of the app"
