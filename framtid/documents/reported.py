"""What people have reported of the barriers, as pages and files have it."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from framtid import addresses
from framtid.errors import FramtidError
from framtid.language import on_one_line
from framtid.language.current import reader_language
from framtid.language.dates import day
from framtid.meeting.reports import Report, shown
from framtid.pathways.causes import barriers
from framtid.pathways.causes_told import title
from framtid.places import places
from framtid.tables.csv import csv_file
from framtid.web.live_rooms import rooms

MOST = 12
"""Reports that stand under a barrier; the rest are one link away."""
COLUMNS = ("id", "state", "sent", "node", "place", "language", "rule", "text")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would reckon with, where it is the first of a cell."""
Reports = tuple[Report, ...]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ToldReport:
    """A report with what it is of in words, and where it leads on."""

    id: int
    text: list[str]
    """Its lines."""
    rule: str
    language: str
    about: str
    """What the barrier is called; empty for none on the map."""
    node: str
    place: str
    day: str
    sketch: str
    """Address of the sketch of a trial that is made of it."""


def text(key: str, /, **values: object) -> str:
    """Return one of the texts of reports (``barriers.yml``) on a single line."""
    return on_one_line(reader_language().say(f"barriers.{key}", **values))


def reported(node: str | None = None, most: int = MOST) -> Reports:
    """Return what shows of a barrier, the newest first; a page is whole also where it cannot."""
    try:
        return tuple(shown(rooms(), node, most))
    except FramtidError as error:
        log.warning("reports cannot be read: %s", error)
        return ()


def told_reports(reports: Iterable[Report], code: str) -> list[ToldReport]:
    """Return reports in words; a sketch is of the report's own place, or else of another."""
    language = reader_language()
    known = places().by_code
    return [
        ToldReport(
            id=each.id,
            text=each.text.split("\n"),
            rule=each.rule,
            language=each.language,
            about=title(each.node, language) if each.node in barriers() else "",
            node=each.node,
            place=language.plain(known[each.place]) if each.place in known else "",
            day=day(_date(each), language),
            sketch=addresses.page(
                addresses.TRIAL,
                each.place if each.place in known else code,
                **{addresses.NODE: each.node, addresses.RULE: each.rule},
                **{addresses.HINDERS: each.text},
            ),
        )
        for each in reports
    ]


def reports_csv(reports: Iterable[Report]) -> bytes:
    """Return reports as CSV that a spreadsheet shows and does not run."""
    rows = (
        [_cell(str(getattr(each, name))) if name != "sent" else _date(each) for name in COLUMNS]
        for each in reports
    )
    return csv_file(COLUMNS, rows)


def _date(report: Report) -> str:
    return datetime.fromtimestamp(report.sent, UTC).date().isoformat()


def _cell(said: str) -> str:
    return f"'{said}" if said.startswith(FORMULA) else said
