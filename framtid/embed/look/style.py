"""How a frame may look: a few choices, each checked, that an address can hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from framtid.embed.look.themes import Theme
from framtid.errors import UnknownOptionError

HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
FONTS = ("sans", "serif")
THEMES: tuple[Theme, ...] = get_args(Theme)


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a frame; the defaults are ours."""

    theme: Theme = "auto"
    """"auto" follows the reader's own setting."""
    accent: str = ""
    """A newsroom's colour for the place that is told of, "#E2001A"; empty for fjord blue."""
    serif: bool = False
    """Whether the title is set in a serif."""

    @property
    def query(self) -> dict[str, str]:
        """What an address says of it: only what is not the default."""
        told = {
            "theme": "" if self.theme == "auto" else self.theme,
            "accent": self.accent.removeprefix("#"),
            "font": "serif" if self.serif else "",
        }
        return {name: value for name, value in told.items() if value}


PLAIN = Style()
"""Our own look."""


def read_style(query: Mapping[str, str]) -> Style:
    """Return the style that an address asks for.

    Raises:
        UnknownOptionError: a choice is none of ours.

    """
    theme = query.get("theme") or "auto"
    accent, font = query.get("accent", ""), query.get("font") or "sans"
    found = HEX.fullmatch(accent)
    if theme not in THEMES:
        raise UnknownOptionError("theme", theme, THEMES)
    if font not in FONTS:
        raise UnknownOptionError("font", font, FONTS)
    if accent and not found:
        raise UnknownOptionError("accent", accent, ("E2001A",))
    return Style(theme, f"#{found[1].upper()}" if found else "", font == "serif")
