"""The JavaScript modules a page will ask for, so that the browser can fetch them all at once.

Left to themselves they come in waves: each is found only when the one that imports it has come.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from streamlit import file_util

from framtid.site.compress import FOLDERS, READER

MANIFEST = Path(file_util.get_static_dir()) / "manifest.json"
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


@lru_cache(maxsize=1)
def reader_modules() -> tuple[str, ...]:
    """Return the addresses of the reader's own modules; one of them holds types and no code."""
    folder, _cache = FOLDERS[READER]
    return tuple(READER + path.name for path in sorted(folder.glob("*.js")) if path.stem != "types")
