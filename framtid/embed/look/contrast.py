"""Colours that can be read: contrast as WCAG counts it, and the nearest colour that has enough."""

LEAST = 4.5
"""The contrast that text must have to its ground, WCAG 2.1 AA."""
STEPS = 50
APART = 40
"""How far two colours of one figure are from each other at least, in red, green and blue."""

Channels = tuple[int, int, int]


def channels(color: str) -> Channels:
    """Return red, green and blue of "#0B5C7A", 0–255 each."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: str) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str) -> float:
    """Return how far two colours are from each other, in red, green and blue."""
    pairs = zip(channels(one), channels(other), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with ``share`` of the other in it."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def readable(color: str, ground: str, least: float = LEAST) -> str:
    """Return the colour itself, or the nearest mix with black or white that reads on a ground."""
    end = "#000000" if luminance(ground) > 0.18 else "#FFFFFF"
    steps = (mixed(color, end, step / STEPS) for step in range(STEPS + 1))
    return next((step for step in steps if contrast(step, ground) >= least), end)
