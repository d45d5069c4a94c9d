"""The other languages that frames and files speak: complete, and nothing of bokmål left in them."""

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from framtid.embed.frame.render import built, frame
from framtid.embed.pictures.card import card
from framtid.embed.press.files import about, data
from framtid.embed.press.pack import fact_sheet
from framtid.embed.request import Asked, read
from framtid.embed.snippet import iframe
from framtid.language import language_of
from framtid.language.sources import cite
from framtid.language.texts import Language
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.registry import views

OTHERS = ("en", "nn")
ROOMS = ("views", "spread", "article", "news", "press", "embed", "sources", "dates", "errors")
"""Files that frames and their files say something from; ``numbers`` has a test of its own."""
CODES = ("0", "ba-5", "0301", "1151", "1580")
ALONG = "1-heltid2-flytt1"
"""A pathway, for views that show one."""
FOREIGN = {
    "nn": r"ikke|fra|hvor|hver|hvis|hvem|hvordan|flere|noen|bare|mer|mennesker|innbyggere|kommuner"
    r"|kommer|vei|veien|dere|deres|også om|gjøre|være|vert|vart|vorte|den høye|over (?:67|80) år",
    "en": r"og|av|innbyggere|år|årsverk|barn|menn|kvinner|kommune|kommuner|i dag|til|fra|ikke|SSBs",
}
"""Words that give bokmål away."""
LETTERS = {"start", "capitalize"}
"""Filters that change letters and no figure; a label may be written shorter in one language."""
TAG = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)


def _texts(node: Any, key: str) -> Iterator[tuple[str, str]]:
    """Yield each text below a key."""
    if isinstance(node, str):
        yield key, node
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if _many(node) else ()
    for name, below in pairs:
        yield from _texts(below, f"{key}.{name}")


def _many(node: object) -> bool:
    return isinstance(node, list)


def _told(spoken: str, room: str) -> dict[str, str]:
    return dict(_texts(Language(spoken).entry(room), room))


def _variables(text: str) -> set[str]:
    environment = ImmutableSandboxedEnvironment()
    environment.filters |= language_of().numbers.filters
    return meta.find_undeclared_variables(environment.parse(text)) - {"trend"}


def _told_with(text: str) -> tuple[set[str], set[str]]:
    """Return the filters that write a text's figures, and all that its branches ask about."""
    environment = ImmutableSandboxedEnvironment()
    tree = environment.parse(text)
    tests = [branch.test for branch in tree.find_all(nodes.If)]
    names = {name.name for test in tests for name in test.find_all(nodes.Name)}
    values = [value.value for test in tests for value in test.find_all(nodes.Const)]
    filters = {each.name for each in tree.find_all(nodes.Filter)}
    return filters - LETTERS, names | {value for value in values if isinstance(value, str)}


@pytest.mark.parametrize("spoken", OTHERS)
def test_sources_are_told_in_the_language(spoken: str) -> None:
    for entry in snapshot().catalogue.entries.values():
        cited = cite(entry.source, language_of(spoken))
        for text in (cited.label, cited.title, cited.publisher):
            assert not _left(spoken, text), text


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("spoken", OTHERS)
def test_every_text_is_there_and_tells_as_much(spoken: str, room: str) -> None:
    ours, theirs = _told("nb", room), _told(spoken, room)
    kept = {key for key in ours if not key.startswith(("sources.publishers", "sources.known"))}
    assert kept <= set(theirs)
    for key in kept:
        assert not _left(spoken, TAG.sub(" ", theirs[key])), key
        assert _variables(ours[key]) <= _variables(theirs[key]), key
        assert key.endswith("_label") or _told_with(ours[key]) == _told_with(theirs[key]), key


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
    told = data(asked)
    yield from _leaves({key: told[key] for key in told if key not in {"view", "rows"}})
    yield from (text for pair in about(asked, view, language_of(asked.language)) for text in pair)
    for state in view.frames:
        yield f"{state.title}\n{state.alt}"
        yield from _leaves(
            [[trace.get("text"), trace.get("name")] for trace in state.figure["data"]]
        )


NAMES = re.compile(
    "|".join(
        re.escape(name)
        for name in sorted(
            {one for place in places().by_code.values() for one in (place.label, place.short)},
            key=len,
            reverse=True,
        )
    )
)


def _left(spoken: str, text: str) -> list[str]:
    """Return the words of a text that are bokmål, names of places aside."""
    plain = NAMES.sub("§", text)
    return re.findall(rf"(?<![\w-])(?:{FOREIGN[spoken]})(?![\w-])", plain)


def _asked(name: str, spoken: str, code: str) -> Iterator[Asked]:
    yield read(name, code, {"lang": spoken})
    if views()[name].along:
        yield read(name, code, {"lang": spoken, "path": ALONG})


@pytest.mark.parametrize("name", list(views()))
@pytest.mark.parametrize("spoken", OTHERS)
def test_a_view_speaks_one_language(
    caplog: pytest.LogCaptureFixture, spoken: str, name: str
) -> None:
    language_of.cache_clear()
    for code in CODES:
        if places().get(code).level not in views()[name].levels:
            continue
        for asked in _asked(name, spoken, code):
            for text in _everything(asked):
                assert not _left(spoken, text), text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("spoken", OTHERS)
def test_a_fact_sheet_speaks_one_language(
    caplog: pytest.LogCaptureFixture, spoken: str, code: str
) -> None:
    said = _said(fact_sheet(code, language_of(spoken)))
    assert not _left(spoken, said)
    assert not [record for record in caplog.records if "lacks" in record.message]
