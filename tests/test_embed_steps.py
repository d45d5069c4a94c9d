"""Frames of steps of a kind: a guess, a birth year, a day, a front page and an example."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from framtid.api import frames
from framtid.api.frames import embed_routes
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.outlook import outlook_of
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.stories import stories
from framtid.stories.examples import example
from framtid.stories.one_step import one_step, steps_of_kinds

CLIENT = TestClient(Starlette(routes=embed_routes()))
MARKS = {
    "guess": '<details class="kind">',
    "you": "<tbody>",
    "day": '<ol class="day">',
    "front": 'class="paper__heading"',
    "example": 'class="example__heading"',
}


def frame(story: str, step: str, code: str, query: str = "") -> str:
    answer = CLIENT.get(f"/embed/{story}/{step}/{code}{query}")
    assert answer.status_code == 200, answer.text
    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    return answer.text


@pytest.mark.parametrize("name", list(stories()))
def test_every_step_of_a_kind_is_a_frame_with_all_it_tells(name: str) -> None:
    for step in steps_of_kinds(name, "5610"):
        told = one_step(name, step.id, "5610", "nb")
        page = frame(name, step.id, "5610")
        assert told.heading in page.replace("&#39;", "'")
        assert MARKS[told.more.kind] in page
        assert page.count('role="img"') >= len(told.drawings)
        assert len(page.encode()) < 40_000
        assert not re.search(r"<(?:link rel=.stylesheet|img|iframe)|src=", page), "nothing fetched"
        assert f"#{step.id}" in page, "the way on leads to the step in the story"
    assert {step.kind for step in steps_of_kinds("2040", "5610")} == set(MARKS)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_frame_of_a_step_speaks_the_language_and_follows_the_path(spoken: str) -> None:
    both = frame("2040", "dagen", "0301", f"?lang={spoken}")
    one = frame("2040", "dagen", "0301", f"?lang={spoken}&path=lys-vei&theme=dark")
    assert f'<html lang="{spoken}">' in both
    heads = [page.count('class="day__head ') for page in (both, one)]
    assert heads == [2, 1]
    assert "tone--dark" not in one.split("</style>")[1]
    told = example(outlook_of("0301"), language_of(spoken))
    page = frame("2040", "noen-har-begynt", "0301", f"?lang={spoken}")
    assert told.heading in page.replace("&#39;", "'")
    assert all(f'href="{source.link}"' in page for source in told.sources)


@pytest.mark.parametrize(
    "address",
    [
        "2040/hundre-2040/5610",
        "2040/ingen/5610",
        "ingen/dagen/5610",
        "2040/dagen/9999",
        "2040/dagen/5610?lang=sv",
        "2040/dagen/5610?path=2-xx",
    ],
)
def test_an_address_of_no_step_says_so_in_the_frame(address: str) -> None:
    answer = CLIENT.get(f"/embed/{address}")
    assert answer.status_code in {400, 404}
    assert "content-security-policy" in answer.headers
    assert "<html" in answer.text


@pytest.mark.parametrize("query", ["", "?lang=en&path=lys-vei&theme=dark&accent=E2001A"])
def test_a_frozen_step_stays_as_it_was_first_shown(
    query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(page: str | None = None) -> None:
        make = frames.packed_step.__wrapped__  # type: ignore[attr-defined]
        monkeypatch.setattr(frames, "packed_step", kept(9)(make))
        if page:
            monkeypatch.setattr(frames, "step_frame", lambda _asked: page)

    monkeypatch.setenv("FRAMTID_FRAMES", str(tmp_path))
    start()
    address = f"/embed/2040/dagen/5610@{snapshot().edition}{query}"
    before = CLIENT.get(address)
    assert ("is frozen" if "en" in query else "frosset") in before.text
    start("<!doctype html>A newer program")
    after = CLIENT.get(address)
    assert after.text == before.text
    assert "immutable" in after.headers["cache-control"]
    assert "script-src" not in after.headers["content-security-policy"], "its script is of then"
    assert CLIENT.get("/embed/2040/dagen/5610").text.endswith("A newer program")
    assert CLIENT.get("/embed/2040/dagen/5610@0123456789").status_code == 404, "never shown"


def test_a_step_under_a_code_of_old_leads_on() -> None:
    answer = CLIENT.get("/embed/2040/dagen/2021?lang=nn", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (
        301,
        "/embed/2040/dagen/5610?lang=nn",
    )
