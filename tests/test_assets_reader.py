"""The reader's files: kept for ever under a name that changes with them, found by any older one."""

import pytest
from starlette.testclient import TestClient

from framtid.web import assets

STREAMLITS = "/_stcore/bidi-components/framtid."


def test_what_the_reader_is_made_of_is_never_asked_for_again(client: TestClient) -> None:
    answer = client.get(assets.READER + "index.js")
    assert "javascript" in answer.headers["content-type"]
    assert "immutable" in answer.headers["cache-control"]
    assert (assets.FRONTEND / "index.js").read_text("utf-8") == answer.text


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
