"""Answers with the tables of the snapshot: the list of them, and each as files."""

from collections.abc import Callable

from starlette.requests import Request

from framtid import addresses
from framtid.answers import Day, Model, Text
from framtid.language.sources import cite
from framtid.language.tables import described
from framtid.statistics.snapshot import per_edition, snapshot
from framtid.tables.chart import chart_svg
from framtid.tables.files import table_csv, table_json_stat, table_xlsx
from framtid.tables.sheets import wished_form
from framtid.web.current_language import reader_language
from framtid.web.packed import Packed, to_json


class ListedTable(Model, frozen=True):
    """A table of the snapshot."""

    name: str
    title: Text
    publisher: str
    table: str
    """The publisher's own id of it."""
    licence: str
    link: str
    date: str
    years: str
    unit: str
    note: str
    rows: int
    columns: dict[str, str]
    """Column to its type, in order."""
    sha256: str


class Tables(Model, frozen=True):
    """The answer of ``tables.json``."""

    edition: str
    updated: Day
    tables: list[ListedTable]


@per_edition(maxsize=1)
def tables_json() -> Packed:
    """Return every table with its source, years, columns and checksum."""
    figures, language = snapshot(), reader_language()
    listed = [
        ListedTable(
            name=entry.name,
            title=cite(entry.source, language).title,
            publisher=entry.source.publisher,
            table=entry.source.id,
            licence=entry.source.licence,
            link=entry.source.link,
            date=entry.source.date,
            years=entry.years,
            unit=ours.unit,
            note=ours.note,
            rows=entry.rows,
            columns=entry.columns,
            sha256=entry.sha256,
        )
        for entry in figures.catalogue.entries.values()
        for ours in [described(entry.name, language)]
    ]
    updated = figures.catalogue.updated
    return to_json(Tables(edition=figures.edition, updated=updated, tables=listed))


def _asked(request: Request) -> tuple[str, str]:
    return request.path_params["table"], request.query_params.get(addresses.PLACE, "")


ANSWERS: dict[str, Callable[[Request], Packed]] = {
    "/tables.json": lambda _request: tables_json(),
    "/tables/{table}.csv": lambda request: table_csv(*_asked(request), wished_form(request)),
    "/tables/{table}.xlsx": lambda request: table_xlsx(*_asked(request)),
    "/tables/{table}.svg": lambda request: chart_svg(
        *_asked(request), request.query_params.get("size", "wide")
    ),
    "/tables/{table}.json": lambda request: table_json_stat(*_asked(request)),
}
