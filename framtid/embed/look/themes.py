"""Light and dark: what each colour of a drawing becomes, written as a style sheet.

Drawings carry their colours as attributes, which any style sheet may overrule. So one drawing
serves both, and only the colours it has are spoken of.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from framtid.embed.look.contrast import APART, distance, mixed, readable
from framtid.views import style as drawn

Theme = Literal["auto", "light", "dark"]
GROUNDS: tuple[Theme, Theme] = ("light", "dark")
DARK: Mapping[str, str] = {
    drawn.PAPER: "#12191F",
    drawn.INK: "#EDE8DF",
    drawn.MUTED: "#A9B4BB",
    drawn.GRID: "#2A343C",
    drawn.MINE: "#6CC1E0",
    drawn.TINT: "#3F7E97",
    drawn.OTHERS: "#7F8B93",
    drawn.LIGHT: "#F2C14E",
    drawn.DARK: "#B79CEB",
    drawn.DARK_FILL: "#8F6FD0",
    **dict(
        zip(
            drawn.AGES,
            ("#FFE08A", "#E0A02E", "#A06C18", "#78838B", "#4688C8", "#BFDDF7"),
            strict=True,
        )
    ),
}
"""What the colours of ``framtid.views.style`` are on a dark ground; others stay as they are."""
COLOR = re.compile(r'(fill|stroke)="(#[0-9A-Fa-f]{6})"')
CLEAR = 11.0
"""The contrast of an accent that would else be as grey as the others."""
TINTED = 0.5
"""How much of the ground there is in the lighter tint of an accent."""


def palette(theme: Theme, accent: str) -> dict[str, str]:
    """Return what each colour of a drawing becomes on a light or a dark ground.

    Args:
        theme: "dark", or anything else for light.
        accent: a colour for the place that is told of, "#E2001A"; empty for ours.

    """
    found = dict(DARK) if theme == "dark" else {color: color for color in DARK}
    if accent:
        ground = found[drawn.PAPER]
        shades = (readable(accent, ground), readable(accent, ground, CLEAR))
        found[drawn.MINE] = next(
            (shade for shade in shades if distance(shade, found[drawn.OTHERS]) >= APART), shades[1]
        )
        found[drawn.TINT] = mixed(found[drawn.MINE], found[drawn.PAPER], TINTED)
    return found


def _rules(found: Mapping[str, str], used: set[tuple[str, str]]) -> Iterator[str]:
    page = {"paper": drawn.PAPER, "ink": drawn.INK, "muted": drawn.MUTED, "grid": drawn.GRID}
    names = {**page, "mine": drawn.MINE}
    yield ":root{" + ";".join(f"--{name}:{found[color]}" for name, color in names.items()) + "}"
    for paint, color in sorted(used):
        if found.get(color, color) != color:
            yield f'[{paint}="{color}"]{{{paint}:{found[color]}}}'


def _ground(drawing: str, theme: Theme, accent: str) -> str:
    return "".join(_rules(palette(theme, accent), set(COLOR.findall(drawing))))


def sheet(drawing: str, theme: Theme, accent: str) -> str:
    """Return the style sheet that gives a drawing, and the page around it, its colours.

    Args:
        drawing: SVG with colours of ``framtid.views.style``.
        theme: "light", "dark", or "auto" for what the reader's own setting says.
        accent: a colour for the place that is told of; empty for ours.

    """
    light, dark = (_ground(drawing, each, accent) for each in GROUNDS)
    match theme:
        case "light":
            return ":root{color-scheme:light}" + light
        case "dark":
            return ":root{color-scheme:dark}" + dark
    return f":root{{color-scheme:light dark}}{light}@media(prefers-color-scheme:dark){{{dark}}}"
