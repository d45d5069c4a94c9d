"""The JavaScript modules a page will ask for, so that the browser can fetch them all at once.

Left to themselves they come in waves: each is found only when the one that imports it has come.
"""

import json
import re
from functools import lru_cache
from os.path import normpath
from pathlib import Path
from typing import Any

from framtid.web import assets, joined

MANIFEST = assets.STREAMLIT / "manifest.json"
IMPORT = re.compile(r'(?:^|[;}])import\b[^;"]*"(\.[^"]+)"', re.MULTILINE)
ENTRY = "index.html"
FRAME = ("PageLink", "Html")
"""Streamlit's elements on every page: the menu and the foot."""
READING = ("BidiComponent",)
"""Streamlit's element that holds the reader."""


@lru_cache(maxsize=4)
def streamlit_modules(elements: tuple[str, ...]) -> tuple[str, ...]:
    """Return the addresses of what Streamlit's page and some of its elements are made of.

    Streamlit's build says it in a manifest; where it says nothing, there is nothing to announce.
    """
    chunks: dict[str, Any] = json.loads(MANIFEST.read_text("utf-8")) if MANIFEST.exists() else {}
    waiting = [name for name in chunks if name == ENTRY or Path(name).stem in elements]
    found: dict[str, str] = {}
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = "/" + chunks[name]["file"]
            waiting += chunks[name].get("imports", [])
    return tuple(sorted(found.values()))


@lru_cache(maxsize=2)
def component_modules(entry: str) -> tuple[str, ...]:
    """Return the addresses of a component's own modules: its entry and all that it imports."""
    waiting, found = [entry], set[str]()
    while waiting:
        name = waiting.pop()
        path = joined.first(name)
        if path and name not in found:
            found.add(name)
            imported = IMPORT.findall(path.read_text("utf-8"))
            waiting += [normpath(Path(name).parent / other) for other in imported]
    return tuple(assets.READER + name for name in sorted(found))
