"""The reader's files: kept for ever under a name that changes with them, found by any older one."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from framtid.commands.join import ESBUILD
from framtid.site.preloads import component_modules
from framtid.web import assets, joined

STREAMLITS = "/_stcore/bidi-components/framtid."


@pytest.mark.parametrize("entry", joined.ENTRIES)
def test_what_the_reader_is_made_of_is_never_asked_for_again(
    client: TestClient, entry: str
) -> None:
    asked = component_modules(entry)
    assert assets.READER + entry in asked
    for address in asked:
        answer = client.get(address)
        assert "javascript" in answer.headers["content-type"]
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.skipif(not ESBUILD.is_file(), reason="esbuild comes with npm, which is not here")
@pytest.mark.parametrize("entry", joined.ENTRIES)
def test_what_is_joined_serves_in_few_and_short_files(entry: str) -> None:
    asked = component_modules(entry)
    assert len(asked) <= 4, "they have changed since: `python -m framtid join`"
    files = [joined.first(address.removeprefix(assets.READER)) for address in asked]
    assert all(file and file.is_relative_to(joined.joined()) for file in files)


def test_scripts_that_have_changed_since_serve_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = joined.joined()
    monkeypatch.setattr(joined, "FRONTEND", tmp_path)
    (tmp_path / "index.js").write_text("export default () => 1;", "utf-8")
    assert joined.joined() != before
    assert joined.first("index.js", (joined.joined(), tmp_path)) == tmp_path / "index.js"


@pytest.mark.parametrize("entry", ["reader/index.js", "simulator/simulator/index.js"])
def test_streamlits_names_of_it_lead_on(client: TestClient, entry: str) -> None:
    answer = client.get(STREAMLITS + entry)
    assert answer.status_code == 307
    assert "must-revalidate" in answer.headers["cache-control"]
    assert answer.headers["location"] == assets.READER + entry.partition("/")[2]
    assert client.get(answer.headers["location"]).status_code == 200


def test_a_page_from_before_an_upgrade_gets_what_there_is_now(client: TestClient) -> None:
    answer = client.get("/assets/reader.00000000/guess.js")
    assert answer.text == client.get(assets.READER + "guess.js").text
    assert "must-revalidate" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["../reader.py", "..%2f..%2fsite%2fshell.py", "no.js", "%00"])
def test_nothing_else_is_given_away(client: TestClient, path: str) -> None:
    assert client.get(assets.READER + path).status_code in {400, 404}
