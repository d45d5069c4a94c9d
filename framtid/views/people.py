"""Small figures of people: an outline for each group of ages, told apart without any colour.

A figure is drawn from the middle of its feet, upwards is less, and a grown one is 1 high.
"""


def _head(x: float, y: float, radius: float) -> str:
    """Return a circle as a path."""
    across = f"a{radius:g},{radius:g} 0 1,0"
    return f"M{x - radius:g},{y:g}{across} {2 * radius:g},0{across} {-2 * radius:g},0Z"


_CANE = "M.21,-.43L.28,-.43L.28,-.39L.25,-.39L.25,0L.21,0Z"
SHAPES = {
    "child": _head(0, -0.45, 0.135)
    + "M-.09,-.3L.09,-.3L.19,-.1L.08,-.1L.08,0L.02,0L.02,-.08L-.02,-.08L-.02,0L-.08,0"
    "L-.08,-.1L-.19,-.1Z",
    "pupil": _head(0, -0.64, 0.13)
    + "M-.1,-.5L.1,-.5Q.17,-.5 .17,-.43L.17,-.25L.11,-.25L.1,0L.02,0L0,-.2L-.02,0L-.1,0"
    "L-.11,-.25L-.17,-.25L-.17,-.43Q-.17,-.5 -.1,-.5Z"
    "M.18,-.47L.22,-.47Q.26,-.47 .26,-.43L.26,-.27L.18,-.27Z",
    "youth": _head(0, -0.79, 0.12)
    + "M-.09,-.65L.09,-.65Q.16,-.65 .16,-.58L.16,-.33L.11,-.33L.1,0L.02,0L0,-.28L-.02,0"
    "L-.1,0L-.11,-.33L-.16,-.33L-.16,-.58Q-.16,-.65 -.09,-.65Z",
    "working": _head(0, -0.87, 0.125)
    + "M-.13,-.72L.13,-.72Q.21,-.72 .21,-.64L.21,-.36L.14,-.36L.12,0L.02,0L0,-.32L-.02,0"
    "L-.12,0L-.14,-.36L-.21,-.36L-.21,-.64Q-.21,-.72 -.13,-.72Z",
    "old": _head(-0.03, -0.83, 0.125)
    + "M-.15,-.68L.09,-.68Q.15,-.68 .15,-.6L.15,-.37L.1,-.37L.09,0L-.01,0L-.03,-.3L-.05,0"
    "L-.15,0L-.17,-.37L-.22,-.37L-.22,-.6Q-.22,-.68 -.15,-.68Z" + _CANE,
    "oldest": _head(0.07, -0.71, 0.125)
    + "M-.22,-.52Q-.2,-.61 -.1,-.61L.05,-.56Q.11,-.54 .18,-.45L.14,-.41L.06,-.44L.05,-.3L.03,0"
    "L-.06,0L-.08,-.26L-.11,0L-.2,0Z" + _CANE,
}
"""The outline of each group of ``GROUPS``: small and round, with a bag, slim, grown, with a cane,
and bent over one."""

PROPS = {
    "desk": "M-.4,-.36L.4,-.36L.4,-.27L.34,-.27L.34,0L.26,0L.26,-.27L-.26,-.27L-.26,0L-.34,0"
    "L-.34,-.27L-.4,-.27Z",
    "coin": _head(0, -0.5, 0.3) + "M-.09,-.5a.09,.09 0 1,1 .18,0a.09,.09 0 1,1 -.18,0Z",
    "house": "M0,-1.12L.5,-.68L.42,-.68L.42,0L-.42,0L-.42,-.68L-.5,-.68Z",
}
"""The outline of what figures stand by: a desk, a coin with its hole, and a house."""
