"""Cutting the fonts that pictures are set in: a plain file for each family and weight.

Streamlit brings the families for browsers, as variable woff2 files; who draws without a browser
wants one file for each weight. The files are committed, so that nobody waits for this.
"""

import base64
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from framtid.views.drawing.fonts import FILES, FOLDER, NUMERALS, OWN, SANS, SERIF, Face
from framtid.web.assets import STREAMLIT

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

VARIABLE = {SANS: "SourceSansVF-Upright", SERIF: "SourceSerifVariable-Roman"}
LETTERS = (range(0x20, 0x180), range(0x2010, 0x2040), (0x20AC, 0x2190, 0x2192, 0x2212))
"""Latin letters, Sámi ones among them, and the signs that we write with."""
DIGITS = "0123456789,.%-−–\u00a0\u2009\u202f "
"""What the numbers along an axis are written with."""


def _source(family: str) -> Path:
    (file,) = (STREAMLIT / "static" / "media").glob(f"{VARIABLE[family]}*.woff2")
    return file


def _letters(family: str, letters: Iterable[int]) -> "TTFont":
    """Read a variable font with some letters, without the features that no text of ours has."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - only for those who cut
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    wanted = Options(layout_features=["kern", "mark", "ccmp"], hinting=False, notdef_outline=True)
    wanted.drop_tables += ["HVAR", "MVAR", "STAT"]
    font = TTFont(io.BytesIO(_source(family).read_bytes()), lazy=True)
    cutter = Subsetter(wanted)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def _cut(face: Face, letters: Iterable[int]) -> "TTFont":
    """Return one weight of a variable font; it goes by a name of ours, as its licence asks."""
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - as above

    font = _letters(face.family, letters)
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    cut = instantiateVariableFont(font, limits | {"wght": face.weight})
    own = OWN[face.family]
    for name, text in {1: own, 4: own, 6: own.replace(" ", ""), 16: own}.items():
        cut["name"].setName(text, name, 3, 1, 0x409)
    cut["OS/2"].usWeightClass = face.weight
    return cut


def cut() -> None:
    """Write the font files anew, and the style sheet with the font of numbers."""
    letters = [number for span in LETTERS for number in span]
    for face, file in FILES.items():
        font = _cut(face, letters)
        font.flavor = None
        font["head"].modified = font["head"].created
        font.save(FOLDER / file, reorderTables=True)
        typer.echo(file)
    font, content = _cut(Face(SANS), map(ord, DIGITS)), io.BytesIO()
    font.flavor = "woff2"
    font["head"].modified = font["head"].created
    font.save(content)
    packed = base64.b64encode(content.getvalue()).decode()
    source = f"url(data:font/woff2;base64,{packed}) format('woff2')"
    (FOLDER / NUMERALS).write_text(f'@font-face{{font-family:"{SANS}";src:{source}}}', "utf-8")
    typer.echo(NUMERALS)
