"""Writing SVG elements: escaped, short numbers, nothing that needs an id."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape

Attribute = str | float | None


def number(value: float) -> str:
    """Write a length or coordinate to a tenth of a pixel."""
    tenths = f"{value:.1f}"
    if not tenths.endswith(".0"):
        return tenths
    return "0" if tenths == "-0.0" else tenths[:-2]


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def written(**attributes: Attribute) -> str:
    """Return attributes as an element has them; as of ``element``."""
    return "".join(
        f' {_name(key)}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """Return an element; ``stroke_width`` becomes ``stroke-width``, None leaves one out.

    Children are markup already; text goes through ``text``.
    """
    head = f"<{name}{written(**attributes)}"
    return f"{head}>{''.join(children)}</{name}>" if children else f"{head}/>"


def alike(elements: Sequence[str], **look: Attribute) -> Iterator[str]:
    """Yield elements that look alike as one: what they share is told once."""
    shared = written(**look)
    if len(elements) > 1 and shared:
        yield f"<g{shared}>{''.join(elements)}</g>"
        return
    for each in elements:
        head, end, rest = each.partition("/>" if each.endswith("/>") else ">")
        yield f"{head}{shared}{end}{rest}"


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
