"""Drawings of our own: SVG in one hand, that takes its colours from the page it stands on."""

import re
from functools import lru_cache
from pathlib import Path

from framtid.language import Language
from framtid.stories.kinds import Drawing

FOLDER = Path(__file__).with_name("drawings")
NAME = re.compile(r"(?P<file>[a-z]+)(?P<number>\d*)")
STEP = 37
"""From one empty square of a hundred to the next, so that they lie spread."""


@lru_cache(maxsize=1)
def _files() -> dict[str, str]:
    """Return every drawing's SVG on one line by its name."""
    lines = {file.stem: file.read_text("utf-8").splitlines() for file in FOLDER.glob("*.svg")}
    return {name: "".join(map(str.strip, lines[name])) for name in sorted(lines)}


def names() -> tuple[str, ...]:
    """Return the names of all drawings."""
    return tuple(_files())


def _squares(taken: int) -> str:
    """Return a path of the squares that are taken on a board of ten by ten."""
    empty = {STEP * at % 100 for at in range(100 - taken)}
    return "".join(
        f"M{49 + 22.8 * (at % 10):g} {30 + 10 * (at // 10)}h16.8v6h-16.8z"
        for at in range(100)
        if at not in empty
    )


def drawing(name: str, language: Language) -> Drawing:
    """Return a drawing with what it shows in words.

    Args:
        name: a drawing's own; of a board with a hundred squares also how many are taken, as in
            ``turnus84``.
        language: whose words.

    Raises:
        KeyError: there is none of that name.

    """
    found = NAME.fullmatch(name)
    if found is None:
        raise KeyError(name)
    taken = int(found["number"] or 0)
    svg = _files()[found["file"]].replace("{squares}", _squares(taken))
    return Drawing(svg=svg, alt=language.say(f"drawings.{found['file']}", n=taken))
