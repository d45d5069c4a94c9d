"""Answers with the tables of the snapshot: the list of them, and each as files."""

from starlette.requests import Request

from framtid import addresses
from framtid.answers import Day, Model, Text
from framtid.api.downloads import FORM, download, wished_form
from framtid.api.endpoint import Endpoint, chosen
from framtid.embed.look.themes import sheet
from framtid.language.current import reader_language, spoken
from framtid.language.sources import cite
from framtid.language.tables import described
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.tables import csv, files, xlsx
from framtid.tables.chart import SIZES, chart_svg
from framtid.web.packed import Packed, pack, to_json


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


@kept(1, by=spoken)
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


def _file_name(name: str, code: str, kind: str) -> str:
    return f"{name}-{code}{kind}" if code else f"{name}{kind}"


@kept(32, by=spoken)
def _csv(name: str, code: str, form: str) -> Packed:
    content = files.table_csv(name, code, reader_language(), norwegian=form == csv.NORWEGIAN)
    return download(content, csv.MEDIA_TYPE, _file_name(name, code, csv.ending(form)))


@kept(16, by=spoken)
def _xlsx(name: str, code: str) -> Packed:
    content = files.table_xlsx(name, code, reader_language())
    return download(content, xlsx.MEDIA_TYPE, _file_name(name, code, ".xlsx"))


@kept(16, by=spoken)
def _json_stat(name: str, code: str) -> Packed:
    content = files.table_json_stat(name, code, reader_language())
    return download(content, "application/json", _file_name(name, code, ".json"))


@kept(256, by=spoken)
def _svg(name: str, code: str, size: str) -> Packed:
    svg = chart_svg(name, code, size, reader_language())
    dressed = svg.replace("<style>", f"<style>{sheet(svg, 'auto', '')}", 1)
    return pack(dressed.encode(), "image/svg+xml")


def _size(request: Request) -> str:
    return chosen(request, "size", tuple(SIZES)) or "wide"


ANSWERS: dict[str, Endpoint] = {
    "/tables.json": Endpoint(lambda _request: tables_json()),
    "/tables/{table}.csv": Endpoint(
        lambda request: _csv(*_asked(request), wished_form(request)), (addresses.PLACE, FORM)
    ),
    "/tables/{table}.xlsx": Endpoint(lambda request: _xlsx(*_asked(request)), (addresses.PLACE,)),
    "/tables/{table}.svg": Endpoint(
        lambda request: _svg(*_asked(request), _size(request)), (addresses.PLACE, "size")
    ),
    "/tables/{table}.json": Endpoint(
        lambda request: _json_stat(*_asked(request)), (addresses.PLACE,)
    ),
}
