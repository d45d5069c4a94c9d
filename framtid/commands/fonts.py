"""Cutting the fonts that pages and pictures are set in to the letters that we write with.

Streamlit brings the families for browsers, as large variable files: a page gets its weights of
them in a fifth of the bytes, and who draws without a browser one file for each weight. The files
are committed, so that nobody waits for this.
"""

import base64
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from framtid.views.drawing.fonts import FILES, FOLDER, NUMERALS, OWN, PAGES, SANS, SERIF, Face
from framtid.web.assets import STREAMLIT

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

VARIABLE = {SANS: "SourceSansVF-Upright", SERIF: "SourceSerifVariable-Roman"}
LETTERS = (range(0x20, 0x180), range(0x2010, 0x2040), (0x20AC, 0x2190, 0x2192, 0x2212))
"""Latin letters, Sámi ones among them, and the signs that we write with."""
ON_PAGES = (*LETTERS, (0x2B8, 0x3C4, 0x2191, 0x2193, 0x22EF, 0x2713))
"""Those of pages too: powers and τ of the method, arrows and ticks of buttons."""
WEIGHTS = (400, 700)
"""The thinnest and the boldest that our style sheets ask for."""
DRAWN = ("kern", "mark", "ccmp")
READ = (*DRAWN, "locl", "lnum", "tnum")
"""Features of a page's text: Sámi letters as they are written there, and numbers in columns."""
DIGITS = "0123456789,.%-−–\u00a0\u2009\u202f "
"""What the numbers along an axis are written with."""


def _source(family: str) -> Path:
    (file,) = (STREAMLIT / "static" / "media").glob(f"{VARIABLE[family]}*.woff2")
    return file


def _letters(family: str, letters: Iterable[int], features: tuple[str, ...] = DRAWN) -> "TTFont":
    """Read a variable font with some letters and the features that our texts have."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - only for those who cut
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    wanted = Options(layout_features=list(features), hinting=False, notdef_outline=True)
    wanted.drop_tables += ["HVAR", "MVAR", "STAT"]
    content = io.BytesIO(_source(family).read_bytes())
    font = TTFont(content, lazy=True, recalcTimestamp=False)
    cutter = Subsetter(wanted)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def _called(font: "TTFont", family: str) -> None:
    """Give a cut font a name of ours, as its licence asks, and a date that does not change."""
    own = OWN[family]
    for name, text in {1: own, 4: own, 6: own.replace(" ", ""), 16: own}.items():
        font["name"].setName(text, name, 3, 1, 0x409)
    font["head"].modified = font["head"].created


def _cut(face: Face, letters: Iterable[int]) -> "TTFont":
    """Return one weight of a variable font."""
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - as above

    font = _letters(face.family, letters)
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    cut = instantiateVariableFont(font, limits | {"wght": face.weight})
    _called(cut, face.family)
    cut["OS/2"].usWeightClass = face.weight
    return cut


def _page(family: str) -> "TTFont":
    """Return a family for pages: all weights that they ask for, at one optical size."""
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - as above

    font = _letters(family, (number for span in ON_PAGES for number in span), READ)
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    cut = instantiateVariableFont(font, limits | {"wght": WEIGHTS})
    _called(cut, family)
    return cut


def _packed(font: "TTFont") -> bytes:
    content = io.BytesIO()
    font.flavor = "woff2"
    font.save(content)
    return content.getvalue()


def cut() -> None:
    """Write the font files anew, and the style sheet with the font of numbers."""
    letters = [number for span in LETTERS for number in span]
    for face, file in FILES.items():
        font = _cut(face, letters)
        font.flavor = None
        font.save(FOLDER / file, reorderTables=True)
        typer.echo(file)
    for family, file in PAGES.items():
        (FOLDER / file).write_bytes(_packed(_page(family)))
        typer.echo(file)
    packed = base64.b64encode(_packed(_cut(Face(SANS), map(ord, DIGITS)))).decode()
    source = f"url(data:font/woff2;base64,{packed}) format('woff2')"
    (FOLDER / NUMERALS).write_text(f'@font-face{{font-family:"{SANS}";src:{source}}}', "utf-8")
    typer.echo(NUMERALS)
