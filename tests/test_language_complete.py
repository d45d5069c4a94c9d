"""Every text is there in every language, tells as much, and nothing of bokmål is left in it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from framtid.folders import TEXTS
from framtid.language import language_of
from framtid.language.texts import DEFAULT, Language
from tests.left_over import NAMES, OTHERS, left

HOME = TEXTS / DEFAULT
STORIES = Path(__file__).parents[1] / "stories"
ROOMS = sorted({path.relative_to(HOME).with_suffix("").parts[0] for path in HOME.rglob("*.yml")})
"""Every file of texts, and folders of such as one."""
PROSE = sorted(path.stem for path in HOME.glob("*.md"))
OWN = ("numbers.", "places.on.", "sources.publishers", "sources.known", "avoid.")
"""Keys that each language has its own of: forms of numbers, places one is on, names, phrases."""
LETTERS = {"start", "capitalize"}
"""Filters that change letters and no figure; a label may be written shorter in one language."""
TAG = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)
ANCHOR = re.compile(r"{#[a-z0-9-]+}")
"""What a heading is reached by; Jinja would take it for a comment."""
DRAWING = re.compile(r"\[[a-z]+\]")
"""Where a drawing stands in a story."""
LINK = re.compile(r"(?<=\])\([^)]*\)")
HOLE = re.compile(r"(?<!{){(\w+)}(?!})")
"""What the browser fills in."""
THOUSANDS = {"nb": "\u00a0\u202f ", "nn": "\u00a0\u202f ", "en": ",\u00a0\u202f"}
"""What may stand between thousands."""
OTHER_FIGURES = {
    "about.sections.7.text",
    "levers.bosetting.levels.2",
    "levers.bosetting.levels.4",
    "site.pages.front.description",
    "site.front.lead",
}
"""Where English writes a figure that Norwegian says in words, or names the site."""
NORWEGIAN = re.compile(r"[\w-]*[æøåÆØÅ][\w-]*")
KEPT_IN_ENGLISH = {
    "nå",
    "bokmål",
    "Tørn",
    "Vindmøllebakken",
    "Fræna",
    "Vesterålen",
    "Østensjø",
}
"""Norwegian that stays: the name of the site, of the language, of projects and of places."""


def _texts(node: Any, key: str) -> Iterator[tuple[str, str]]:
    """Yield each text below a key."""
    if isinstance(node, str):
        yield key, node
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if _many(node) else ()
    for name, below in pairs:
        yield from _texts(below, f"{key}.{name}")


def _many(node: object) -> bool:
    return isinstance(node, list)


@lru_cache(maxsize=3)
def _language(spoken: str) -> Language:
    """Read a language's texts once for all rooms."""
    return Language(spoken)


def _told(spoken: str, room: str) -> dict[str, str]:
    return dict(_texts(_language(spoken).entry(room), room))


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment()
    environment.filters |= language_of().numbers.filters
    return environment


def _variables(text: str) -> set[str]:
    return meta.find_undeclared_variables(_environment().parse(text)) - {"trend"}


def _marks(text: str) -> tuple[list[str], set[str], int, int]:
    """Return a text's links, holes and how much of it is bold or in lists."""
    return (
        sorted(LINK.findall(text)),
        set(HOLE.findall(TAG.sub("", text))),
        text.count("**"),
        len(re.findall(r"^\s*- ", text, re.MULTILINE)),
    )


def _told_with(text: str) -> tuple[set[str], set[str]]:
    """Return the filters that write a text's figures, and all that its branches ask about."""
    tree = _environment().parse(text)
    tests = [branch.test for branch in tree.find_all(nodes.If)]
    names = {name.name for test in tests for name in test.find_all(nodes.Name)}
    values = [value.value for test in tests for value in test.find_all(nodes.Const)]
    filters = {each.name for each in tree.find_all(nodes.Filter)}
    return filters - LETTERS, names | {value for value in values if isinstance(value, str)}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("spoken", OTHERS)
def test_every_text_is_there_and_tells_as_much(spoken: str, room: str) -> None:
    ours, theirs = _told(DEFAULT, room), _told(spoken, room)
    kept = {key for key in ours if not key.startswith(OWN)}
    assert kept <= set(theirs), kept - set(theirs)
    for key in kept:
        assert not left(spoken, TAG.sub(" ", LINK.sub("", theirs[key]))), key
        assert _variables(ours[key]) == _variables(theirs[key]), key
        assert _marks(ours[key]) == _marks(theirs[key]), key
        assert key.endswith("_label") or _told_with(ours[key]) == _told_with(theirs[key]), key


def _figures(spoken: str, text: str) -> list[str]:
    """Return the figures that are typed in a text, each as Python writes it."""
    plain = HOLE.sub(" ", TAG.sub(" ", LINK.sub("", text)))
    joined = re.sub(rf"(?<=\d)[{THOUSANDS[spoken]}](?=\d{{3}}(?!\d))", "", plain)
    return sorted(each.replace(",", ".") for each in re.findall(r"\d+(?:[.,]\d+)?", joined))


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("spoken", OTHERS)
def test_a_figure_is_the_same_in_every_language(spoken: str, room: str) -> None:
    """So what is read against the model in one language holds in all of them."""
    ours, theirs = _told(DEFAULT, room), _told(spoken, room)
    for key in ours:
        if not key.startswith(OWN) and (spoken, key) not in {
            ("en", each) for each in OTHER_FIGURES
        }:
            assert _figures(DEFAULT, ours[key]) == _figures(spoken, theirs[key]), key


@pytest.mark.parametrize("room", ROOMS)
def test_no_norwegian_is_left_in_english(room: str) -> None:
    for key, text in _told("en", room).items():
        plain = NAMES.sub("§", TAG.sub(" ", LINK.sub("", text)))
        assert key.startswith(OWN) or set(NORWEGIAN.findall(plain)) <= KEPT_IN_ENGLISH, key


def test_no_word_of_another_language_is_left_in_bokmal() -> None:
    told = {key: text for room in ROOMS for key, text in _told(DEFAULT, room).items()}
    told |= {name: (HOME / f"{name}.md").read_text("utf-8") for name in PROSE}
    told |= {str(file): file.read_text("utf-8") for file in STORIES.glob(f"*/{DEFAULT}.md")}
    for key, text in told.items():
        plain = DRAWING.sub(" ", TAG.sub(" ", LINK.sub("", ANCHOR.sub("", text))))
        assert key.startswith(OWN) or not left(DEFAULT, plain), key


def test_a_word_of_another_language_is_seen() -> None:
    assert left("nb", "Copy the link") and left("nb", "Ikkje no")
    assert left("nn", "Copy the link") and left("nn", "Ikke nå")
    assert left("en", "Kopier lenka til tala") and left("en", "Velg et sted")
    assert not left("en", "Sámi and Kven names in Møre og Romsdal")


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("spoken", OTHERS)
def test_every_longer_text_is_there_and_tells_as_much(spoken: str, name: str) -> None:
    ours, theirs = (
        (TEXTS / code / f"{name}.md").read_text(encoding="utf-8") for code in (DEFAULT, spoken)
    )
    assert ANCHOR.findall(ours) == ANCHOR.findall(theirs)
    ours, theirs = (ANCHOR.sub("", text) for text in (ours, theirs))
    assert not left(spoken, TAG.sub(" ", LINK.sub("", theirs)))
    assert _variables(ours) == _variables(theirs)
    assert _marks(ours) == _marks(theirs)
    assert _told_with(ours)[0] == _told_with(theirs)[0]
    assert _looked_at(ours) == _looked_at(theirs)


def _looked_at(text: str) -> set[str]:
    """Return what a text reads of the values it is told with."""
    return {each.attr for each in _environment().parse(text).find_all(nodes.Getattr)}
