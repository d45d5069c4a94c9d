"""Words in a drawing, held to the room that they are drawn for in whatever font a reader has.

A frame brings no font: it takes the reader's own, and some of those (Verdana, DejaVu Sans) are a
quarter wider than ours, so that words would run into each other or out of the drawing.
"""

import re
from html import unescape

from framtid.views.drawing.fonts import SANS, Face, width

USUAL = 1.1
"""How wide the usual fonts of telephones and computers are beside ours."""
TEXT = re.compile(r'<text ([^>]*font-size="([\d.]+)"[^>]*)>([^<]*)</text>')
LARGE = 100
"""Pixels that a font is measured at; widths follow its size."""


def steady(svg: str) -> str:
    """Return a drawing whose words are as wide in every font."""
    return TEXT.sub(_held, svg)


def _held(found: re.Match[str]) -> str:
    attributes, size, words = found.groups()
    told = unescape(words)
    if len(told.strip()) <= 1:
        return found[0]
    room = width(told, Face(SANS), LARGE) * float(size) / LARGE * USUAL
    held = f'textLength="{room:.0f}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {attributes} {held}>{words}</text>"
