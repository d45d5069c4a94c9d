"""How sheets are seen: columns as wide as what they hold, and pages that hold every column."""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Any

TOLD = (40, 90)
"""Letters across of a column of names, and of one that says what they are."""
LINE = 15
"""Points from a line of words to the next."""
A4 = 9
"""What Excel calls the size."""
NARROWEST, WIDEST = 9, 60
"""Letters across of a column of figures or words."""
HEAD_LINES = 3
"""How many lines the head of a column is told in, where its words are short enough."""
AIR = 2
"""Letters across that a column has free."""


def on_paper(sheet: Any, head: int) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Let a sheet be as wide as a page when it is printed, with its heads on each page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, head)


def width(head: str, cells: Iterable[str]) -> int:
    """Return how many letters across a column is, so that its head and cells are read whole."""
    word = max(map(len, head.split()), default=0)
    longest = max(map(len, cells), default=0)
    wished = max(NARROWEST, word, -(-len(head) // HEAD_LINES), longest) + AIR
    return min(wished, WIDEST)


def height(heads: Sequence[str], widths: Sequence[int]) -> int:
    """Return how many points a row of heads takes: not all programs see to it."""
    return LINE * max(map(lines, heads, (each - AIR for each in widths)), default=1)


def told_in_two(
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    told: Iterable[Sequence[str]],
    first: int,
    form: Any,  # noqa: ANN401 - likewise
) -> None:
    """Write lines of a name and what it is, each as high as its words: not all programs see to it.

    Args:
        sheet: of words alone.
        told: a cell or two each.
        first: the row of the first one.
        form: breaks what is longer than its column.

    """
    for column, letters in enumerate(TOLD):
        sheet.set_column(column, column, letters, form)
    for row, cells in enumerate(told, first):
        sheet.write_row(row, 0, cells)
        sheet.set_row(row, LINE * max(map(lines, cells, TOLD)))


def lines(text: str, letters: int) -> int:
    """Return how many lines a text takes; an address is broken at its strokes, if at all."""
    return len(wrap(text, letters)) or 1
