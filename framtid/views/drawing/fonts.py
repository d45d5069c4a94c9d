"""The fonts that pictures are set in: those Streamlit brings, cut to the weights we draw with.

Streamlit has them for browsers, as variable woff2 files; who draws without a browser wants one
plain file for each weight. They are made once for each process, in a folder that goes with it.
"""

import atexit
import base64
import io
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from streamlit import file_util

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from PIL.ImageFont import FreeTypeFont

SANS, SERIF = "Source Sans", "Source Serif"
FILES = {SANS: "SourceSansVF-Upright", SERIF: "SourceSerifVariable-Roman"}
REGULAR, BOLD = 400, 600
LETTERS = (range(0x20, 0x180), range(0x2010, 0x2040), (0x20AC, 0x2190, 0x2192, 0x2212))
"""Latin letters, Sámi ones among them, and the signs that we write with."""
NUMERALS = "0123456789,.%-−–\u00a0\u2009\u202f "
"""What the numbers along an axis are written with."""


@dataclass(frozen=True, slots=True)
class Face:
    """One family at one weight."""

    family: str
    weight: int = REGULAR


FACES = (Face(SANS), Face(SANS, BOLD), Face(SERIF, BOLD))


def _source(family: str) -> Path:
    media = Path(file_util.get_static_dir()) / "static" / "media"
    (found,) = media.glob(f"{FILES[family]}*.woff2")
    return found


def _letters(family: str, letters: Iterable[int]) -> "TTFont":
    """Read a variable font with some letters, without the features that no text of ours has."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - heavy, once for each process
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    wanted = Options(layout_features=["kern", "mark", "ccmp"], hinting=False, notdef_outline=True)
    wanted.drop_tables += ["HVAR", "MVAR", "STAT"]
    font = TTFont(io.BytesIO(_source(family).read_bytes()), lazy=True)
    cutter = Subsetter(wanted)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def _cut(face: Face, letters: Iterable[int]) -> "TTFont":
    """Return one weight of a variable font; names say family and weight as a drawing asks."""
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - as above

    font = _letters(face.family, letters)
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    cut = instantiateVariableFont(font, limits | {"wght": face.weight})
    for name in (1, 16):
        cut["name"].setName(face.family, name, 3, 1, 0x409)
    cut["OS/2"].usWeightClass = face.weight
    return cut


@lru_cache(maxsize=1)
def numerals() -> str:
    """Return a style sheet with the font of numbers in it, for a picture that stands alone.

    A page does not lend its fonts to a picture that it shows by its address.
    """
    font, content = _cut(Face(SANS), map(ord, NUMERALS)), io.BytesIO()
    font.flavor = "woff2"
    font.save(content)
    told = base64.b64encode(content.getvalue()).decode()
    source = f"url(data:font/woff2;base64,{told}) format('woff2')"
    return f'@font-face{{font-family:"{SANS}";src:{source}}}'


@lru_cache(maxsize=1)
def files() -> dict[Face, str]:
    """Return a font file for every face."""
    folder = Path(mkdtemp(prefix="framtid-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    found = {face: folder / f"{number}.ttf" for number, face in enumerate(FACES)}
    letters = [number for span in LETTERS for number in span]
    for face, path in found.items():
        font = _cut(face, letters)
        font.flavor = None
        font.save(path)
    return {face: str(path) for face, path in found.items()}


@lru_cache(maxsize=64)
def _measure(face: Face, size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - only where pictures are made

    return ImageFont.truetype(files()[face], size)


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
