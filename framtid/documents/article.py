"""A story, or every view of a place, as finished HTML: prose, figures and tables, no script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framtid.documents.remark_links import RemarkLinks
from framtid.embed.frame.sizes import is_map, with_legend
from framtid.language.current import reader_language
from framtid.language.dates import day
from framtid.stories.document import Document
from framtid.stories.document_view import DocumentView, TableColumn
from framtid.views.drawing import draw
from framtid.views.model import Cell, Figure
from framtid.web.templates import environment

SIZES = {"narrow": (360, 330), "wide": (720, 430)}
"""Pixels of each figure on a phone, and on anything wider."""
MAP = (430, 480)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A view in one state, as a step shows it."""

    view: DocumentView
    title: str
    alt: str
    pictures: dict[str, str]
    """SVG by size."""
    table: list[list[str]] | None
    """Its cells as text; None where the table has been given before."""


def _text(cell: Cell, column: TableColumn) -> str:
    language = reader_language()
    if cell is None:
        return language.say("reader.missing")
    if column.decimals is None or isinstance(cell, str):
        return str(cell)
    return language.numbers.decimal(float(cell), column.decimals)


def _cells(view: DocumentView) -> list[list[str]]:
    columns = view.table.columns
    return [
        [_text(cell, column) for cell, column in zip(row, columns, strict=True)]
        for row in view.table.rows
    ]


Sizes = Mapping[str, tuple[int, int]]


def _pictures(figure: Figure, sizes: Sizes) -> Iterator[tuple[str, str]]:
    """Yield a figure in each size; a map has no words that have to keep theirs, and needs one."""
    for name, size in {"any": MAP}.items() if is_map(figure) else sizes.items():
        yield name, draw(with_legend(figure) if is_map(figure) else figure, *size)


def drawn(told: Document, sizes: Sizes = SIZES) -> Iterator[Drawn]:
    """Yield each step's figure, with its table the first time that its view is shown."""
    given: set[str] = set()
    for step in told.steps:
        view = told.views[step.view]
        frame = view.frames[step.frame]
        pictures = dict(_pictures({**frame.figure}, sizes))
        table = None if step.view in given else _cells(view)
        given.add(step.view)
        yield Drawn(view, frame.title, frame.alt, pictures, table)


def _once(told: Document) -> Iterator[Drawn | None]:
    """Yield each step's figure; None where the step before has shown the same."""
    before = None
    for step, one in zip(told.steps, drawn(told), strict=True):
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
    return (
        environment()
        .get_template("article.html")
        .render(
            told=told,
            opening=opening,
            on_paper=on_paper,
            remarks=remarks,
            steps=list(zip(told.steps, _once(told), strict=True)),
            acts={act.id: act for act in told.acts},
            updated=day(told.updated, reader_language()),
        )
    )
