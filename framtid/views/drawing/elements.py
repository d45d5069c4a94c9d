"""Writing SVG elements: escaped, short numbers, nothing that needs an id."""

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


def paint(color: str | None) -> str:
    """Return a colour as SVG knows it: one that cannot be seen is none at all."""
    return "none" if color in {None, "rgba(0,0,0,0)"} else str(color)


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
