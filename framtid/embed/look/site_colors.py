"""Every colour of the pages, on paper and in the dark, as the one style sheet that names them.

Frames have their own sheet (``themes``), of the same palette. Figures on the pages are drawn by us
(colours as attributes) or by Plotly (colours in ``style``); both are told anew in the dark.
"""

from collections.abc import Iterator

from framtid.embed.look.contrast import channels
from framtid.embed.look.themes import DARK, Theme
from framtid.views import style as drawn

TOKENS: dict[str, tuple[str, str]] = {
    "paper": (drawn.PAPER, DARK[drawn.PAPER]),
    "card": ("#FFFDF9", "#1A232B"),
    "field": ("#FFFFFF", "#1A232B"),
    "sand": ("#F3ECDF", "#202A33"),
    "soft": ("#E4EEF2", "#1D3946"),
    "line": (drawn.GRID, "#35424C"),
    "edge": ("#8A8478", "#8F8B82"),
    "ink": (drawn.INK, DARK[drawn.INK]),
    "ink-soft": ("#36434E", "#D3CDC2"),
    "muted": (drawn.MUTED, DARK[drawn.MUTED]),
    "mine": (drawn.MINE, DARK[drawn.MINE]),
    "mine-deep": ("#084A63", "#9AD6EC"),
    "on-mine": ("#FFFFFF", DARK[drawn.PAPER]),
    "gold": (drawn.LIGHT_FILL, drawn.LIGHT_FILL),
    "on-gold": (drawn.INK, drawn.INK),
    "gold-ink": (drawn.LIGHT, DARK[drawn.LIGHT]),
    "gold-edge": ("#B57C00", drawn.LIGHT_FILL),
    "violet": (drawn.DARK, DARK[drawn.DARK]),
    "violet-soft": ("#8C74B5", "#7457A8"),
    "fault": ("#A3262A", "#F0938F"),
    "shade": ("#1F2A3359", "#000000B3"),
}
"""What a page calls each colour (``--ft-paper``), on paper and in the dark.

``field`` is what is typed in, ``edge`` the border of what is pressed, ``on-mine`` words on the
place's own colour, ``gold-edge`` a gold that stands 3:1 on both grounds, ``shade`` a shadow.
"""


def _tokens(ground: int) -> Iterator[str]:
    for name, colors in TOKENS.items():
        yield f"--ft-{name}: {colors[ground].lower()};"


def tokens(theme: Theme) -> str:
    """Return the names of the colours for a frame that a drawing or a template asks for them in."""
    light, dark = (f":root{{{''.join(_tokens(ground))}}}" for ground in (0, 1))
    if theme == "auto":
        return f"{light}@media(prefers-color-scheme:dark){{{dark}}}"
    return dark if theme == "dark" else light


def _drawn() -> Iterator[str]:
    """Yield how every colour of a figure looks in the dark, by whoever it is drawn."""
    for color, dark in DARK.items():
        red, green, blue = channels(color)
        for paint in ("fill", "stroke"):
            # What we draw, and what Plotly draws.
            marks = (
                f'svg [{paint}="{color}"]',
                f'svg [style*="{paint}: rgb({red}, {green}, {blue})"]',
            )
            yield f"  {', '.join(marks)} {{ {paint}: {dark.lower()} !important; }}"


def sheet() -> str:
    """Return the style sheet of the pages' colours, ``web/static/colors.css``."""
    light, dark = (" ".join(_tokens(ground)) for ground in (0, 1))
    return "\n".join(
        (
            "/* Written by `python -m framtid schema write` from embed/look/site_colors.py. */",
            f":root {{ color-scheme: light dark; {light} }}",
            "@media screen and (prefers-color-scheme: dark) {",
            f"  :root {{ {dark} }}",
            *_drawn(),
            "}",
            "",
        )
    )
