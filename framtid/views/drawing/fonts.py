"""The fonts that pages and pictures are set in, and how wide a text is in them.

The files beside this module are parts of Source Sans and Source Serif, cut by ``python -m framtid
fonts``; their licence is ``fonts/OFL.txt``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FOLDER = Path(__file__).with_name("fonts")
SANS, SERIF = "Source Sans", "Source Serif"
SANS_STACK, SERIF_STACK = f"{SANS}, sans-serif", f"{SERIF}, serif"
OWN = {SANS: "Framtid Sans", SERIF: "Framtid Serif"}
"""What the cut files call themselves: their licence keeps the name Source for the whole."""
REGULAR, BOLD = 400, 600
NUMERALS = "numerals.css"


@dataclass(frozen=True, slots=True)
class Face:
    """One family at one weight."""

    family: str
    weight: int = REGULAR


FILES = {
    Face(SANS): "source-sans-400.ttf",
    Face(SANS, BOLD): "source-sans-600.ttf",
    Face(SERIF, BOLD): "source-serif-600.ttf",
}
"""The file of each face that we draw with."""
PAGES = {SANS: "framtid-sans.woff2", SERIF: "framtid-serif.woff2"}
"""The file of each family that pages are set in, weights 400 to 700."""


@lru_cache(maxsize=1)
def numerals() -> str:
    """Return a style sheet with the font of numbers in it, for a picture that stands alone.

    A page does not lend its fonts to a picture that it shows by its address.
    """
    return (FOLDER / NUMERALS).read_text("utf-8")


def files() -> dict[Face, str]:
    """Return a font file for every face."""
    return {face: str(FOLDER / file) for face, file in FILES.items()}


@lru_cache(maxsize=64)
def _measure(face: Face, size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - only where pictures are made

    return ImageFont.truetype(files()[face], size)


@lru_cache(maxsize=4096)
def width(text: str, face: Face, size: int) -> float:
    """Return how wide a line of text is, in pixels."""
    return float(_measure(face, size).getlength(text))


def _wrapped(text: str, face: Face, size: int, room: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and width(longer, face, size) > room:
            yield line
            longer = word
        line = longer
    yield line


def lines(text: str, face: Face, size: int, room: float) -> list[str]:
    """Break a text into lines that fit a room, in pixels."""
    return list(_wrapped(text, face, size, room))
