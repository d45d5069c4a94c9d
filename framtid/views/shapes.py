"""Municipality outlines as figure traces: one filled trace for many places."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.views.style import Trace

Ring = tuple[tuple[float, ...], tuple[float, ...]]


@kept(maxsize=1)
def rings() -> dict[str, tuple[Ring, ...]]:
    """Return each municipality's closed outlines in the drawing's units (Norway is 1000 high)."""
    table = snapshot().table("shapes")
    columns = (table[name].to_pylist() for name in ("municipality", "part", "x", "y"))
    found: dict[str, list[Ring]] = {}
    for (code, _), ring in groupby(zip(*columns, strict=True), key=itemgetter(0, 1)):
        xs, ys = zip(*((round(x), round(y)) for _, _, x, y in ring), strict=True)
        found.setdefault(code, []).append((xs, ys))
    return {code: tuple(outlines) for code, outlines in found.items()}


@kept(maxsize=1)
def centres() -> dict[str, tuple[int, int]]:
    """Return the middle of each municipality's first outline, in whole units of the drawing."""
    return {code: (_middle(xs), _middle(ys)) for code, ((xs, ys), *_) in rings().items()}


def _middle(values: tuple[float, ...]) -> int:
    return round(sum(values) / len(values))


def filled(
    codes: Iterable[str], color: str, line: str, width: float = 0.5, name: str = ""
) -> Trace:
    """Return one filled trace of several municipalities' outlines."""
    x: list[float | None] = []
    y: list[float | None] = []
    for code in codes:
        for xs, ys in rings()[code]:
            x += [*xs, None]
            y += [*ys, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": x,
        "y": y,
        "fillcolor": color,
        "line": {"color": line, "width": width},
        "hoverinfo": "skip",
        "name": name,
    }


def west_of(low: float, high: float) -> float:
    """Return the westernmost point of the country between two heights of the map."""
    every = (part for parts in rings().values() for part in parts)
    return min(x for xs, ys in every for x, y in zip(xs, ys, strict=True) if low <= y <= high)
