"""What is kept of an answer is kept apart by language, so that no reader is told in another's."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "framtid"
ROOMS = ("api", "documents", "site", "web")
"""Rooms that speak to a reader in the language of the address."""
KEEPING = {"kept", "lru_cache", "cache", "cached_property"}
SPEAKING = {
    "say",
    "sentence",
    "tell",
    "spoken",
    "reader_language",
    "edition_line",
    "environment",
    "in_language",
}
"""Names that say something in the language that is spoken, or ask which it is."""
ASKED = {"language", "spoken", "asked"}
"""Parameters that hold the language; ``asked`` is a frame with its own."""


def _called(node: ast.expr) -> str:
    target = node.func if isinstance(node, ast.Call) else node
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def _by_language(decorator: ast.expr) -> bool:
    keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
    return any(each.arg == "by" and _called(each.value) == "spoken" for each in keywords)


def keepers(source: str) -> Iterator[tuple[ast.FunctionDef, ast.expr]]:
    """Yield each function whose results are kept, with what keeps them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            yield from ((node, each) for each in node.decorator_list if _called(each) in KEEPING)


def speaks(function: ast.FunctionDef) -> bool:
    """Whether a function says something by itself; what is ``kept`` is taken to."""
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
    return bool(names & SPEAKING)


def mixing(source: str) -> list[str]:
    """Return the functions whose kept results do not tell languages apart."""
    return [
        function.name
        for function, decorator in keepers(source)
        if (_called(decorator) == "kept" or speaks(function))
        and not _by_language(decorator)
        and not ASKED & {argument.arg for argument in function.args.args}
    ]


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_kept_is_kept_apart_by_language(room: str) -> None:
    for file in sorted((HOUSE / room).rglob("*.py")):
        assert mixing(file.read_text("utf-8")) == [], file


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("@kept(1)\ndef a(): return 1", ["a"]),
        ("@kept(1, by=spoken)\ndef a(): return 1", []),
        ("@kept(1)\ndef a(language): return 1", []),
        ("@lru_cache\ndef a(): return say('x')", ["a"]),
        ("@lru_cache(maxsize=1)\ndef a(): return 1", []),
    ],
)
def test_the_test_finds_what_would_mix_languages(source: str, found: list[str]) -> None:
    assert mixing(source) == found
