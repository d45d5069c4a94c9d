"""A view as files: CSV, a spreadsheet, and JSON with all that is said of it."""

from datetime import datetime
from typing import Any

from framtid.embed.frame.render import built, state
from framtid.embed.press.sentences import citation, sentences
from framtid.embed.request import Asked
from framtid.language import Language, language_of
from framtid.language.sources import cite
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.tables.csv import csv_file, exact
from framtid.tables.xlsx import Sheet, xlsx_file
from framtid.views.model import View


def csv(asked: Asked, *, norwegian: bool = False) -> bytes:
    """Return the table as CSV; ``norwegian`` is with semicolons and decimal comma."""
    table = built(asked).table
    return csv_file([column.label for column in table.columns], exact(table), norwegian=norwegian)


def about(asked: Asked, view: View, language: Language) -> list[tuple[str, str]]:
    """Return what a file says of itself: name and words, line by line."""
    sources = [(cite(source, language), source) for source in view.sources]
    return [
        (language.label(places().get(asked.code)), state(view, asked.year).title),
        ("", view.subtitle),
        *(
            (cited.label, f"{cited.publisher}, {source.date}, {source.licence}, {source.link}")
            for cited, source in sources
        ),
        ("", citation(asked)),
        ("", snapshot().edition),
    ]


def xlsx(asked: Asked) -> bytes:
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
    return xlsx_file(sheet, language.say("embed.origin"), about(asked, view, language), created)


def data(asked: Asked) -> dict[str, Any]:
    """Return everything that is said of a view, as plain data."""
    language, view = language_of(asked.language), built(asked)
    shown = state(view, asked.year)
    return {
        "view": asked.view,
        "place": {"code": asked.code, "name": language.label(places().get(asked.code))},
        "language": language.code,
        "path": asked.path,
        "edition": snapshot().edition,
        "updated": snapshot().catalogue.updated,
        "title": shown.title,
        "subtitle": view.subtitle,
        "alt": shown.alt,
        "action": view.action,
        "sentences": sentences(asked),
        "citation": citation(asked),
        "sources": [
            {
                "label": cited.label,
                "publisher": cited.publisher,
                "licence": source.licence,
                "link": source.link,
                "date": source.date,
            }
            for source in view.sources
            for cited in (cite(source, language),)
        ],
        "columns": [
            {"key": column.key, "label": column.label, "decimals": column.decimals}
            for column in view.table.columns
        ],
        "rows": list(exact(view.table)),
    }
