"""Which views have a slide, and a view's table as a chart that can be edited."""

from dataclasses import dataclass

from framtid.debate.deck_parts import ChartData, Kind, Series, lowest
from framtid.views.model import View

SINCE = 2010
"""The first year that a line is drawn from, so that round years stand along it."""


@dataclass(frozen=True)
class Shown:
    """A view as a slide: its chart's kind, and the columns of its table that are drawn."""

    view: str
    kind: Kind
    columns: tuple[int, ...]
    faint: tuple[int, ...] = ()
    """Those of the columns that are bounds or comparisons."""
    moved: bool = False
    """Whether it tells something only where a lever is moved."""


SITUATION = (
    Shown("uncertainty", "lines", (1, 2, 3), (2, 3)),
    Shown("broad_ages", "lines", (1, 2, 3, 4)),
    Shown("over80", "lines", (1, 2, 3), (2, 3)),
    Shown("compare", "lines", (1, 2, 3, 4)),
)
PATH = (
    Shown("path_hands", "lines", (1, 4, 2, 5), (4, 5)),
    Shown("path_plan", "columns", (1, 2), moved=True),
    Shown("path_waiting", "bars", (1,), moved=True),
)


def chart_of(view: View, shown: Shown) -> ChartData:
    """Return a view's table as a chart: the same figures, so that they can be edited."""
    table = view.table
    rows = [row for row in table.rows if shown.kind != "lines" or _year(row[0]) >= SINCE]
    series = tuple(
        Series(
            table.columns[at].label,
            tuple(None if row[at] is None else float(row[at] or 0) for row in rows),
            at in shown.faint,
        )
        for at in shown.columns
        if at < len(table.columns)
    )
    # A region that is the place itself, a course that is the path: the same line once.
    once = tuple({each.values: each for each in reversed(series)}.values())[::-1]
    bound = view.figure["layout"]["yaxis"].get("range") if shown.kind == "lines" else None
    low = lowest(once, bound) if shown.kind == "lines" else None
    decimals = max(table.columns[at].decimals or 0 for at in shown.columns[: len(series)])
    return ChartData(shown.kind, tuple(str(row[0]) for row in rows), once, low, decimals)


def _year(cell: object) -> int:
    return int(str(cell))
