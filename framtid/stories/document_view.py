"""A view within an answer: its figure in every state, its table and its sources."""

from typing import Annotated, Any, TypedDict

from msgspec import UNSET, Meta, UnsetType

from framtid import addresses
from framtid.answers import Id, Model, Text
from framtid.language import Language
from framtid.language.numbers import start
from framtid.language.sources import cite
from framtid.nearest import nearest
from framtid.places.tongues import tongues_in
from framtid.statistics.catalogue import Source
from framtid.views.model import Cell, View


class PlotlyFigure(TypedDict):
    """A Plotly figure."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]


class DocumentFrame(Model, frozen=True):
    """One state of a view's figure."""

    title: Text
    alt: Text
    figure: PlotlyFigure


class TableColumn(Model, frozen=True):
    """A column of a view's table."""

    key: str
    label: str
    decimals: int | None
    """Decimals of its numbers, or null where the cells are text or years."""


class DocumentTable(Model, frozen=True):
    """The figures behind a view, in rows."""

    caption: str
    columns: list[TableColumn]
    rows: list[list[Cell]]
    tongues: dict[str, str] | UnsetType = UNSET
    """Names in the first column that are not Norwegian, each with its language (BCP 47)."""


class DocumentSource(Model, frozen=True):
    """Where a view's figures come from, in a reader's words."""

    id: str
    title: str
    publisher: str
    licence: str
    link: str
    date: str
    label: str
    """Short, for a line under a figure."""


class DocumentView(Model, frozen=True):
    """A view of a place."""

    id: Id
    name: str
    place: str
    """Code of the place it is about."""
    place_name: str
    subtitle: str
    brief: str
    """The subtitle in fewer words, for a narrow page."""
    action: str
    frames: Annotated[dict[str, DocumentFrame], Meta(min_length=1)]
    table: DocumentTable
    sources: Annotated[list[DocumentSource], Meta(min_length=1)]
    csv: str
    """Address of its figures."""
    embed: str
    """Address of the page that tells how it is put into another page."""


def view_key(view: View) -> str:
    """Return the key of a view within a document."""
    return "/".join(filter(None, (view.id, view.place, view.path)))


def source_data(source: Source, language: Language) -> DocumentSource:
    """Return a source named in a reader's words."""
    cited = cite(source, language)
    return DocumentSource(
        id=source.id,
        title=cited.title,
        publisher=cited.publisher,
        licence=source.licence,
        link=addresses.in_language(cited.link),
        date=source.date,
        label=cited.here,
    )


def table_columns(view: View) -> list[TableColumn]:
    """Return the columns of a view's table."""
    return [
        TableColumn(key=column.key, label=column.label, decimals=column.decimals)
        for column in view.table.columns
    ]


def view_data(view: View, place_name: str, language: Language) -> DocumentView:
    """Return a view as an answer holds it."""
    digits = [column.decimals for column in view.table.columns]
    return DocumentView(
        id=view.id,
        name=language.say(f"views.{view.id}.name"),
        place=view.place,
        place_name=start(place_name),
        subtitle=view.subtitle,
        brief=view.brief,
        action=view.action,
        frames={
            frame.id: DocumentFrame(title=frame.title, alt=frame.alt, figure=_figure(frame.figure))
            for frame in view.frames
        },
        table=DocumentTable(
            caption=view.table.caption,
            columns=table_columns(view),
            rows=[
                [_cell(*each) for each in zip(row, digits, strict=True)] for row in view.table.rows
            ],
            tongues=tongues_in(str(row[0]) for row in view.table.rows) or UNSET,
        ),
        sources=[source_data(source, language) for source in view.sources],
        csv=_csv(view),
        embed=_embed(view),
    )


def _figure(figure: dict[str, Any]) -> PlotlyFigure:
    return {"data": figure["data"], "layout": figure["layout"]}


def _csv(view: View) -> str:
    """Return the address of a view's figures, in this edition and along its path."""
    return addresses.view_file(view.id, view.place, "csv", {"path": view.path} | dict(view.assumed))


def _embed(view: View) -> str:
    """Return the address of the page that tells how a view is put into another page."""
    told = {addresses.VIEW: view.id, **dict(view.assumed)}
    return addresses.page(addresses.EMBEDDING, view.place, view.path, **told)


def _cell(cell: Cell, decimals: int | None) -> Cell:
    """Return a cell with the digits it is shown with: rounded once, from what it is."""
    if not isinstance(cell, float):
        return cell
    return nearest(float(cell), 3 if decimals is None else decimals)
