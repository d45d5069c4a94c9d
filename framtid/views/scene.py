"""Scenes: small figures, and what they stand by, who keep their ids from state to state.

The reader moves a figure that two states share, lets in one that is new and out one that is gone.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from framtid.views import style
from framtid.views.people import PROPS, SHAPES

Spot = tuple[float, float]
EDGE = 0.7
"""Free room beside the outermost figures, in figures' widths."""
KEY_TALL = 1.35
"""How high a grown figure of a key is."""
WHEN_SIZE = 22
STEPS = (1, 2, 5)
"""How many persons a figure may stand for, and ten, a hundred and more times that."""


def scales() -> Iterator[int]:
    """Yield how many persons a figure may stand for, the fewest first."""
    for zeros in count():
        yield from (step * 10**zeros for step in STEPS)


def in_rows(number: int, columns: int, row: float, last: int) -> list[Spot]:
    """Return where so many stand in rows, from the ``last`` row, which is the highest, down."""
    return [(at % columns, row * (last - at // columns)) for at in range(number)]


def stand(
    spots: Sequence[Spot],
    shape: str,
    color: str,
    tall: float,
    *,
    ids: Sequence[str],
    hollow: bool = False,
) -> style.Trace:
    """Return figures of one kind.

    Args:
        spots: where they stand, across and upwards.
        shape: a name in ``SHAPES`` or ``PROPS``.
        color: of the outline or of what it holds.
        tall: how high a grown figure is, in units of the axes.
        ids: who each is; the same in every state.
        hollow: whether only the outline is drawn.

    """
    each = len(spots)
    return {
        "type": "scatter",
        "mode": "markers",
        "ids": list(ids),
        "x": [x for x, _ in spots],
        "y": [y for _, y in spots],
        "hoverinfo": "skip",
        "meta": {"tall": tall},
        "customdata": [shape] * each,
        "marker": {
            "color": [color] * each,
            "symbol": ["circle-open" if hollow else "circle"] * each,
            "size": 24,
        },
    }


def named(spots: Sequence[Spot], names: Sequence[str], looks: style.Trace) -> style.Trace:
    """Return figures with a name beside each; ``looks`` has their shapes and colours."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for x, _ in spots],
        "y": [y for _, y in spots],
        "text": [f" {name}" for name in names],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": style.INK, "size": style.SIZE},
        "meta": {"tall": KEY_TALL},
        **looks,
    }


def key(entries: Sequence[tuple[str, str, str, bool]], spots: Sequence[Spot]) -> style.Trace:
    """Return what figures stand for: (name, shape, colour, hollow) of each, and where."""
    looks = {
        "customdata": [shape for _, shape, _, _ in entries],
        "marker": {
            "color": [color for _, _, color, _ in entries],
            "symbol": ["circle-open" if hollow else "circle" for *_, hollow in entries],
            "size": 24,
        },
    }
    return named(spots, [name for name, *_ in entries], looks)


def written(
    spots: Sequence[Spot], texts: Sequence[str], size: float, at: str = "middle center"
) -> style.Trace:
    """Return quiet words in a scene."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _ in spots],
        "y": [y for _, y in spots],
        "text": list(texts),
        "textposition": at,
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": style.MUTED, "size": size},
    }


def layout(
    name: str,
    place: str,
    x: Spot,
    y: Spot,
    traces: Sequence[style.Trace],
    of_hundred: tuple[str, int] | None = None,
) -> dict[str, Any]:
    """Return the layout of a scene.

    Args:
        name: of the scene.
        place: code of the place; a figure moves only within a scene of one place.
        x: the ends across, in figures' widths.
        y: the ends upwards, of the same scale.
        traces: those that are shown, for the outlines that are used.
        of_hundred: the group of the living hundred whom figures of that shape stand for, and the
            year; None where they are not the same people.

    """
    known: Mapping[str, str] = SHAPES | PROPS
    used = dict.fromkeys(shape for trace in traces for shape in trace.get("customdata", ()))
    shapes = {shape: known[shape] for shape in used}
    dots = (x[1] - x[0], y[1] - y[0])
    told: dict[str, object] = {"name": name, "of": place, "shapes": shapes}
    if of_hundred:
        told["group"], told["year"] = of_hundred
    return stage(x, y, dots, scene=told)


def stage(x: Spot, y: Spot, dots: Spot, **told: object) -> dict[str, Any]:
    """Return the layout that small figures stand in: no axes, and as wide as high.

    Args:
        x: the ends across, in figures' widths.
        y: the ends upwards, of the same scale.
        dots: how many figures' widths it is across and upwards, for the room it asks for.
        told: what the reader is told of those who stand in it.

    """
    plain = {"visible": False, "constrain": "domain"}
    return style.layout(
        style.axis(**plain, range=list(x)),
        style.axis(**plain, range=list(y), scaleanchor="x"),
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        meta={"dots": list(dots), **told},
    )
