"""A view as files: CSV, a spreadsheet, and JSON with all that is said of it."""

from datetime import datetime

from framtid import addresses
from framtid.answers import Day, Id, Model, Text
from framtid.embed.frame.render import built, state
from framtid.embed.press.sentences import citation, sentences
from framtid.embed.request import Asked
from framtid.language import Language, language_of
from framtid.language.sources import cite
from framtid.places import places
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import snapshot
from framtid.stories.document_view import TableColumn, table_columns
from framtid.tables.csv import csv_file, exact
from framtid.tables.xlsx import Sheet, xlsx_file
from framtid.views.model import Cell, View


class LabelledPlace(Model, frozen=True):
    """A place by the name that is told apart from namesakes."""

    code: str
    name: Text


class FileSource(Model, frozen=True):
    """Where the figures of a file come from."""

    label: Text
    publisher: str
    licence: str
    link: str
    date: str


class ViewFile(Model, frozen=True):
    """All that is said of a view: the answer of ``views/{view}/{place}.json``."""

    view: Id
    place: LabelledPlace
    language: str
    path: str
    edition: str
    updated: Day
    title: Text
    subtitle: str
    alt: Text
    action: str
    sentences: str
    citation: str
    sources: list[FileSource]
    columns: list[TableColumn]
    rows: list[list[Cell]]


def csv(asked: Asked, *, norwegian: bool = False) -> bytes:
    """Return the table as CSV; ``norwegian`` is with semicolons and decimal comma."""
    table = built(asked).table
    return csv_file([column.label for column in table.columns], exact(table), norwegian=norwegian)


def about(asked: Asked, view: View, language: Language, host: str = "") -> list[tuple[str, str]]:
    """Return what a file says of itself: name and words, line by line."""
    sources = [(cite(source, language), source) for source in view.sources]
    return [
        (language.plain(places().get(asked.code)), state(view, asked.year).title),
        ("", view.subtitle),
        *(
            (
                cited.label,
                f"{cited.publisher}, {source.date}, {source.licence}, "
                f"{addresses.absolute(cited.link)}",
            )
            for cited, source in sources
        ),
        ("", citation(asked, host)),
        ("", snapshot().edition),
    ]


def xlsx(asked: Asked, host: str = "") -> bytes:
    """Return the table as a spreadsheet, numbers as numbers, with a sheet that says what it is."""
    language, view = language_of(asked.language), built(asked)
    columns = view.table.columns
    sheet = Sheet(
        f"{asked.view}-{asked.code}",
        [column.label for column in columns],
        exact(view.table),
        [column.decimals for column in columns],
    )
    created = datetime.fromisoformat(snapshot().catalogue.updated)
    return xlsx_file(
        [sheet], language.say("embed.origin"), about(asked, view, language, host), created
    )


def data(asked: Asked, host: str = "") -> ViewFile:
    """Return everything that is said of a view."""
    language, view = language_of(asked.language), built(asked)
    shown = state(view, asked.year)
    return ViewFile(
        view=asked.view,
        place=LabelledPlace(code=asked.code, name=language.label(places().get(asked.code))),
        language=language.code,
        path=asked.path,
        edition=snapshot().edition,
        updated=snapshot().catalogue.updated,
        title=shown.title,
        subtitle=view.subtitle,
        alt=shown.alt,
        action=view.action,
        sentences=sentences(asked),
        citation=citation(asked, host),
        sources=[_source(source, language) for source in view.sources],
        columns=table_columns(view),
        rows=[list(row) for row in exact(view.table)],
    )


def _source(source: Source, language: Language) -> FileSource:
    cited = cite(source, language)
    return FileSource(
        label=cited.label,
        publisher=cited.publisher,
        licence=source.licence,
        link=addresses.absolute(cited.link),
        date=source.date,
    )
