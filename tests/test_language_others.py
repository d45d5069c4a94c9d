"""The other languages that frames and files speak: nothing of bokmål is left in what they say."""

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from framtid.answers import as_data
from framtid.embed.frame.render import built, frame
from framtid.embed.pictures.card import card
from framtid.embed.press.files import about, data
from framtid.embed.press.pack import fact_sheet
from framtid.embed.request import Asked, read
from framtid.embed.snippet import iframe
from framtid.language import language_of
from framtid.language.sources import cite
from framtid.language.texts import DEFAULT
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.registry import views
from tests.left_over import OTHERS, left

CODES = ("0", "ba-5", "0301", "1151", "1580")
ALONG = "1-heltid2-flytt1"
"""A pathway, for views that show one."""
PAGES = (
    "/?lang=",
    "/veivalg?sted=5610&vei=lys-vei&lang=",
    "/vei?sted=3201&vei=lys-vei&lang=",
    "/vei?sted=ba-5&vei=mork-vei&lang=",
    "/vei?sted=1151&lang=",
    "/kommune?sted=1151&lang=",
    "/spaker?lang=",
    "/spak/flytt?sted=5610&lang=",
    "/sammenlign?sted=5610&lang=",
    "/regnestykket?sted=5610&lang=",
    "/avstemming?sted=5610&lang=",
    "/spill?sted=5610&lang=",
    "/spill?sted=3201&spill=1-418&lang=",
    "/spill?sted=3201&spill=1-418-kujutjlen&lang=",
    "/spill?sted=3201&spill=1-418-kujutjlen.tojkojtsn.najbpjron.sejlajtsn.&lang=",
    "/sok?q=bo&lang=",
    "/ukjent?lang=",
)
"""Pages that say all in one language: Om tallene names works, Bygg inn has sentences in all."""
ELSEWHERE = re.compile(r'<a [^>]*href="https:.*?</a>|<li lang="nb">.*?</li>', re.DOTALL)
"""What others have called their works, and stories that are told in bokmål alone and say so."""


@pytest.mark.parametrize("spoken", OTHERS)
def test_sources_are_told_in_the_language(spoken: str) -> None:
    for entry in snapshot().catalogue.entries.values():
        cited = cite(entry.source, language_of(spoken))
        for text in (cited.label, cited.title, cited.publisher):
            assert not left(spoken, text), text


class Said(HTMLParser):
    """Gathers what a page says: text, and what is said to those who do not see it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the text alternatives of a tag."""
        self.silent += tag in {"style", "script"}
        self.texts += [value or "" for name, value in attrs if name in {"aria-label", "title"}]

    def handle_endtag(self, tag: str) -> None:
        """Note where what is not read ends."""
        self.silent -= tag in {"style", "script"}

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if not self.silent:
            self.texts.append(data)


def _said(markup: str) -> str:
    page = Said()
    page.feed(markup)
    return "\n".join(page.texts)


def _leaves(node: object) -> Iterator[str]:
    """Yield the texts of plain data."""
    if isinstance(node, str):
        yield node
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for each in below:
        yield from _leaves(each)


def _everything(asked: Asked) -> Iterator[str]:
    """Yield all that a frame, its files, its card and its snippet say."""
    yield _said(frame(asked))
    yield _said(card(asked))
    yield _said(iframe(asked))
    view = built(asked)
    told = as_data(data(asked))
    yield from _leaves({key: told[key] for key in told if key not in {"view", "rows"}})
    yield from (text for pair in about(asked, view, language_of(asked.language)) for text in pair)
    for state in view.frames:
        yield f"{state.title}\n{state.alt}"
        yield from _leaves(
            [[trace.get("text"), trace.get("name")] for trace in state.figure["data"]]
        )


def _asked(name: str, spoken: str, code: str) -> Iterator[Asked]:
    yield read(name, code, {"lang": spoken})
    if views()[name].along:
        yield read(name, code, {"lang": spoken, "path": ALONG})


def _anew(spoken: str) -> None:
    """Forget what a language has said and lacked, but not its files, which are the same."""
    read = {code: language_of(code)._texts for code in (spoken, DEFAULT)}
    language_of.cache_clear()
    for code, texts in read.items():
        language_of(code).__dict__["_texts"] = texts


@pytest.mark.parametrize("name", list(views()))
@pytest.mark.parametrize("spoken", OTHERS)
def test_a_view_speaks_one_language(
    caplog: pytest.LogCaptureFixture, spoken: str, name: str
) -> None:
    _anew(spoken)
    for code in CODES:
        if places().get(code).level not in views()[name].levels:
            continue
        for asked in _asked(name, spoken, code):
            for text in _everything(asked):
                assert not left(spoken, text), text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("spoken", OTHERS)
def test_a_fact_sheet_speaks_one_language(
    caplog: pytest.LogCaptureFixture, spoken: str, code: str
) -> None:
    said = _said(fact_sheet(code, language_of(spoken)))
    assert not left(spoken, said)
    assert not [record for record in caplog.records if "lacks" in record.message]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("spoken", OTHERS)
def test_a_page_speaks_one_language(client: TestClient, spoken: str, page: str) -> None:
    answer = client.get(page + spoken).text
    assert f'<html lang="{spoken}">' in answer
    assert not left(spoken, _said(ELSEWHERE.sub("", answer)))
