"""Every file that README, CONTRIBUTING and the guides name is there."""

import re
from fnmatch import fnmatch
from functools import lru_cache

import pytest

from tests.conftest import ROOT

GUIDES = ("README.md", "CONTRIBUTING.md", *(f"docs/{each.name}" for each in ROOT.glob("docs/*.md")))
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"`([\w.*<>-][\w./*<>-]*\.(?:py|js|ts|css|yml|md|svg|typ|conf|ipynb|toml))`")
PLACEHOLDER = re.compile(r"<[a-z]+>")
"""«<view>» stands for any of them."""
LOOKED_IN = (
    "framtid",
    "data",
    "stories",
    "tests",
    "docs",
    "deploy",
    "pages",
    "benchmarks",
    "notebooks",
)
SERVED = {"embed.js"}
"""What is the name of an address."""


@lru_cache(maxsize=1)
def _files() -> tuple[str, ...]:
    """Return every file of the project by its path from the root."""
    inside = (f for name in LOOKED_IN for f in (ROOT / name).rglob("*") if f.is_file())
    found = [*inside, *(f for f in ROOT.iterdir() if f.is_file())]
    return tuple(f"/{each.relative_to(ROOT)}" for each in found if "__pycache__" not in each.parts)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_file_that_a_guide_names_is_there(guide: str) -> None:
    text = FENCED.sub("", (ROOT / guide).read_text("utf-8"))
    patterns = {name: f"*/{PLACEHOLDER.sub('*', name)}" for name in {*NAMED.findall(text)} - SERVED}
    gone = [
        name
        for name, pattern in patterns.items()
        if not any(fnmatch(each, pattern) for each in _files())
    ]
    assert gone == [], f"{guide} leads to what is not there"
