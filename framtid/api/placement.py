"""Where all municipalities stand as files: criteria and categories."""

from datetime import datetime

from starlette.requests import Request

from framtid.api.downloads import FORM, download, to_csv, wished_form
from framtid.api.endpoint import Endpoint
from framtid.language.current import reader_language, spoken
from framtid.pathways.placement_told import (
    GROUPED,
    PLACED,
    grouped_rows,
    method,
    placed_rows,
    say,
    uncategorised,
)
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.tables import csv, xlsx
from framtid.web.packed import Packed

FORMS = (None, None, None, None, *[xlsx.ANY] * 5)


def _heads(columns: tuple[str, ...]) -> list[str]:
    return [say(reader_language(), f"file.{column}") for column in columns]


@kept(2, by=spoken)
def placement_csv(form: str) -> Packed:
    """Return every municipality on every criterion."""
    heads = _heads(PLACED) if form == csv.NORWEGIAN else PLACED
    return to_csv("placement", heads, placed_rows(reader_language()), form)


@kept(2, by=spoken)
def categories_csv(form: str) -> Packed:
    """Return every municipality in every category that it is of, or may be."""
    heads = _heads(GROUPED) if form == csv.NORWEGIAN else GROUPED
    return to_csv("placement-categories", heads, grouped_rows(reader_language()), form)


@kept(1, by=spoken)
def placement_xlsx() -> Packed:
    """Return criteria and categories as a spreadsheet, and how each is measured."""
    language = reader_language()
    sheets = [
        xlsx.Sheet(say(language, "file.criterion"), _heads(PLACED), placed_rows(language), FORMS),
        xlsx.Sheet(say(language, "file.category"), _heads(GROUPED), grouped_rows(language)),
    ]
    notes = say(language, "method.limits"), uncategorised(language), snapshot().edition
    about = [*method(language), *(("", note) for note in notes)]
    created = datetime.fromisoformat(snapshot().catalogue.updated)
    origin = language.say("explore.origin")
    content = xlsx.xlsx_file(sheets, origin, about, created)
    return download(content, xlsx.MEDIA_TYPE, "placement.xlsx")


def _xlsx(_request: Request) -> Packed:
    return placement_xlsx()


ANSWERS = {
    "/placement.csv": Endpoint(lambda request: placement_csv(wished_form(request)), (FORM,)),
    "/placement/categories.csv": Endpoint(
        lambda request: categories_csv(wished_form(request)), (FORM,)
    ),
    "/placement.xlsx": Endpoint(_xlsx, dear=True),
}
