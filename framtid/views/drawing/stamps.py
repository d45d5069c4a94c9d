"""Many markers that look alike as one drawn once and the places it stands: a quarter as long."""

from collections.abc import Mapping, Sequence
from zlib import crc32

from framtid.views.drawing.elements import Attribute, element, number
from framtid.views.drawing.steps import path

STAMP = "m-"
"""What the ids of such markers begin with on a page."""


def stamped(
    spots: Sequence[tuple[float, float]],
    mark: str,
    size: float,
    look: Mapping[str, Attribute],
) -> str:
    """Return a marker, and a line that is not seen whose every corner has it.

    Args:
        spots: where it stands, in pixels; those that come later lie above.
        mark: the marker around the point 0,0.
        size: how wide it is, with its line.
        look: its colours.

    """
    line = path([(round(10 * across), round(10 * up)) for across, up in spots])
    name = f"{STAMP}{crc32((line + mark).encode()):x}"
    half, wide = number(-size / 2), number(size)
    marker = element(
        "marker",
        element("g", mark, **look),
        id=name,
        viewBox=f"{half} {half} {wide} {wide}",
        markerWidth=size,
        markerHeight=size,
        markerUnits="userSpaceOnUse",
    )
    ends = {f"marker_{where}": f"url(#{name})" for where in ("start", "mid", "end")}
    return marker + element("path", d=line, fill="none", **ends)
