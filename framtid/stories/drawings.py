"""Drawings of our own: SVG in one hand, that takes its colours from the page it stands on."""

from functools import lru_cache
from pathlib import Path

from framtid.language import Language
from framtid.stories.kinds import Drawing

FOLDER = Path(__file__).with_name("drawings")


@lru_cache(maxsize=1)
def _files() -> dict[str, str]:
    """Return every drawing's SVG on one line by its name."""
    lines = {file.stem: file.read_text("utf-8").splitlines() for file in FOLDER.glob("*.svg")}
    return {name: "".join(map(str.strip, lines[name])) for name in sorted(lines)}


def names() -> tuple[str, ...]:
    """Return the names of all drawings."""
    return tuple(_files())


def drawing(name: str, language: Language) -> Drawing:
    """Return a drawing with what it shows in words.

    Raises:
        KeyError: there is none of that name.

    """
    return Drawing(svg=_files()[name], alt=language.say(f"drawings.{name}"))
