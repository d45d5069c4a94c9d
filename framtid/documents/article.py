"""A story, or every view of a place, as finished HTML: prose, figures and tables, no script."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framtid.documents.remark_links import RemarkLinks
from framtid.embed.frame.sizes import is_map, with_legend
from framtid.language.current import reader_language, spoken
from framtid.language.dates import day
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.stories.document import Document, DocumentStep
from framtid.stories.document_view import DocumentView, TableColumn
from framtid.stories.prose import unfolded
from framtid.views.drawing import draw
from framtid.views.drawing.people import outlines, shared
from framtid.views.model import Cell, Figure
from framtid.views.registry import build_view
from framtid.web.templates import environment

SIZES = {"narrow": (360, 330), "wide": (720, 430)}
"""Pixels of each figure on a phone, and on anything wider."""
MAP = (430, 480)
INDENTED = re.compile(r"\n\s+")
"""Templates are indented for those who read them; a page of many pictures is long enough."""
MANY = 100
"""Rows from which on a table is of all municipalities, and the same on the pages of many."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A view in one state, as a step shows it."""

    view: DocumentView
    title: str
    alt: str
    pictures: Mapping[str, str]
    """SVG by size."""
    rows: str
    """The rows of its table as HTML; empty where the table has been given before."""
    same: str = ""
    """The step that the same table is given at, where that is of another view."""


def _text(cell: Cell, column: TableColumn) -> str:
    language = reader_language()
    if cell is None:
        return language.say("reader.missing")
    if column.decimals is None or isinstance(cell, str):
        return str(cell)
    return language.numbers.decimal(float(cell), column.decimals)


Row = tuple[Cell, ...]


def _rows(columns: tuple[TableColumn, ...], rows: tuple[Row, ...]) -> str:
    """Return the rows of a table as HTML."""
    cells = ([_text(*pair) for pair in zip(row, columns, strict=True)] for row in rows)
    return environment().get_template("article_rows.html").render(rows=cells)


_shared_rows = kept(16, by=spoken)(_rows)


def _table(view: DocumentView) -> str:
    columns, rows = tuple(view.table.columns), tuple(map(tuple, view.table.rows))
    shared = len(rows) >= MANY or view.place == places().nation.code
    return (_shared_rows if shared else _rows)(columns, rows)


Sizes = Mapping[str, tuple[int, int]]


def _drawn(figure: Figure, sizes: Sizes, *, named: bool) -> dict[str, str]:
    """Return a figure in each size; a map has no words that have to keep theirs, and needs one."""
    if is_map(figure):
        return {"any": draw(with_legend(figure), *MAP)}
    return {name: draw(figure, *size, named=named) for name, size in sizes.items()}


@kept(32)
def _of_the_nation(view: str, frame: str, language: str) -> dict[str, str]:
    """Return a view of the nation, which is on the page of every place."""
    made = build_view(view, places().nation.code, language)
    figure = next(each.figure for each in made.frames if each.id == frame)
    return _drawn({**figure}, SIZES, named=True)


def _pictures(told: Document, step: DocumentStep, sizes: Sizes, *, named: bool) -> dict[str, str]:
    view = told.views[step.view]
    shared = sizes is SIZES and named and step.view == f"{view.id}/{places().nation.code}"
    if shared:
        return _of_the_nation(view.id, step.frame, told.language)
    return _drawn({**view.frames[step.frame].figure}, sizes, named=named)


def drawn(told: Document, sizes: Sizes = SIZES, *, named: bool = False) -> Iterator[Drawn]:
    """Yield each step's figure, with its table the first time that its view is shown.

    ``named``: whether they stand on a page that has the ``outlines`` of people.
    """
    given: set[str] = set()
    tables: dict[str, str] = {}
    for step in told.steps:
        view = told.views[step.view]
        frame = view.frames[step.frame]
        pictures = _pictures(told, step, sizes, named=named)
        rows = "" if step.view in given else _table(view)
        given.add(step.view)
        # In whatever order: a list of everyone by size is the list of everyone by name.
        every = "\n".join(sorted(rows.splitlines()))
        first = tables.setdefault(every, step.id) if rows else step.id
        if first == step.id:
            yield Drawn(view, frame.title, frame.alt, pictures, rows)
        else:
            yield Drawn(view, frame.title, frame.alt, pictures, "", first)


def _once(told: Document) -> Iterator[Drawn | None]:
    """Yield each step's figure; None where the step before has shown the same."""
    before = None
    for step, one in zip(told.steps, drawn(told, named=True), strict=True):
        yield None if (step.view, step.frame) == before else one
        before = step.view, step.frame


def article(
    told: Document,
    *,
    opening: bool = True,
    on_paper: bool = False,
    remarks: RemarkLinks | None = None,
) -> str:
    """Return a document as HTML that needs nothing more.

    Args:
        told: the document.
        opening: whether its title and description stand first.
        on_paper: whether it is printed, where nothing opens.
        remarks: where something is said of each step, for who reads for a longer room.

    """
    html = (
        environment()
        .get_template("article.html")
        .render(
            told=told,
            opening=opening,
            on_paper=on_paper,
            unfolded=unfolded,
            remarks=remarks,
            outlines=outlines(),
            steps=list(zip(told.steps, _once(told), strict=True)),
            acts={act.id: act for act in told.acts},
            updated=day(told.updated, reader_language()),
        )
    )
    return INDENTED.sub("\n", shared(html))
