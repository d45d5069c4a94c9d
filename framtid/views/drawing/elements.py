"""Writing SVG elements: escaped, short numbers, nothing that needs an id."""

import re
from html import escape

Attribute = str | float | None


def number(value: float) -> str:
    """Write a length or coordinate to a tenth of a pixel."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """Return an element; ``stroke_width`` becomes ``stroke-width``, None leaves one out.

    Children are markup already; text goes through ``text``.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(words: str, x: float, y: float, **attributes: Attribute) -> str:
    """Return a line of text with its baseline at a point."""
    return element("text", escape(words, quote=False), x=x, y=y, **attributes)


SHEER = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


def paint(color: str | None) -> tuple[str, str | None]:
    """Return a colour as SVG knows it, and how much it covers where light shines through it.

    One that cannot be seen is none at all.
    """
    if color in {None, "rgba(0,0,0,0)"}:
        return "none", None
    sheer = SHEER.fullmatch(str(color))
    if not sheer:
        return str(color), None
    return "#" + "".join(f"{int(channel):02X}" for channel in sheer.groups()[:3]), sheer[4]


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
