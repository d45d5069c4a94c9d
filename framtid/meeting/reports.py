"""Barriers that are reported: kept once, read by a moderator before they show, then deleted.

Knows nothing of HTTP. No name is asked for, and nothing is kept beside what was written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from framtid.errors import UnknownOptionError
from framtid.language.texts import LANGUAGES
from framtid.meeting.codes import hashed
from framtid.meeting.errors import NothingSaidError, RoomsFullError, WrongRequestError
from framtid.meeting.rooms import DAY, Rooms
from framtid.meeting.said import plain
from framtid.meeting.tables import ReportRow
from framtid.pathways.causes import barriers
from framtid.places import Level, places

LONGEST, LONGEST_RULE = 1_000, 160
"""Characters of what stands in the way, and of which rule it is."""
UNREAD_DAYS, SHOWN_DAYS = 90, 365
"""How long one is kept that does not show, and one that does."""
MOST = 5_000
"""Reports that are kept at a time: nobody can fill the disk."""
MOST_SHOWN = 200
"""Reports that a page shows, the newest."""
State = Literal["waiting", "shown", "hidden"]
_Asked = Select[int, str, str, str, str, str, str, int]


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody writes."""

    text: str
    rule: str = ""
    node: str = ""
    place: str = ""
    language: str = "nb"


@dataclass(frozen=True, slots=True)
class Report:
    """What is kept of it."""

    id: int
    node: str
    rule: str
    text: str
    place: str
    language: str
    state: str
    sent: int


def send(rooms: Rooms, key: str, sent: Sent) -> Report:
    """Keep a report, and return it as it is kept; one with the same key again changes nothing.

    So nobody can change a text that a moderator has read.

    Raises:
        NothingSaidError: nothing is written.
        UnknownOptionError: there is no such barrier, municipality or language.
        RoomsFullError: as many as may are kept.
        RoomsUnwritableError: the database does not take it; it may be sent again.

    """
    written = _read(sent)
    sweep(rooms)
    try:
        with rooms.writing() as connection:
            if (kept := _of(connection, key)) is not None:
                return kept
            _check_room(connection)
            day = int(rooms.now()) // DAY * DAY
            row = {**written, "key_hash": hashed(key), "state": "waiting", "sent": day}
            connection.execute(insert(ReportRow).values(row))
    except IntegrityError:
        pass  # the same one came at the same time, and was first
    with rooms.reading() as connection:
        kept = _of(connection, key)
    if kept is None:
        message = "deleted while it was sent"
        raise WrongRequestError(message)
    return kept


def withdraw(rooms: Rooms, key: str) -> bool:
    """Delete the report with a key; return whether there was one."""
    with rooms.writing() as connection:
        gone = delete(ReportRow).where(ReportRow.key_hash == hashed(key))
        return connection.execute(gone.returning(ReportRow.id)).first() is not None


def shown(rooms: Rooms, node: str | None = None, most: int = MOST_SHOWN) -> list[Report]:
    """Return the reports that show, the newest first; of one barrier where it is named."""
    asked = _living(rooms).where(ReportRow.state == "shown").order_by(ReportRow.id.desc())
    if node is not None:
        asked = asked.where(ReportRow.node == node)
    return _read_all(rooms, asked.limit(most))


def every(rooms: Rooms, state: State | None = None) -> list[Report]:
    """Return all reports to a moderator, the oldest first; those in one state where it is named."""
    asked = _living(rooms).order_by(ReportRow.id)
    return _read_all(rooms, asked if state is None else asked.where(ReportRow.state == state))


def moderate(rooms: Rooms, ids: Iterable[int], state: State) -> int:
    """Let reports show, or not; return how many there were."""
    with rooms.writing() as connection:
        these = update(ReportRow).where(ReportRow.id.in_(list(ids))).values(state=state)
        return len(connection.execute(these.returning(ReportRow.id)).all())


def sweep(rooms: Rooms) -> None:
    """Delete the reports whose time is out, a day late, so that a wrong clock destroys nothing."""
    with rooms.writing() as connection:
        connection.execute(delete(ReportRow).where(~_in_time(rooms.now() - DAY)))


def _read(sent: Sent) -> dict[str, str]:
    text, rule = plain(sent.text, LONGEST), plain(sent.rule, LONGEST_RULE)
    if not text:
        raise NothingSaidError
    known = places().by_code
    for name, value, options in (
        ("node", sent.node, ("", *barriers())),
        ("language", sent.language, LANGUAGES),
    ):
        if value not in options:
            raise UnknownOptionError(name, value[:40], options)
    if sent.place and (
        sent.place not in known or known[sent.place].level is not Level.MUNICIPALITY
    ):
        raise UnknownOptionError("place", sent.place[:40], ("5610",))
    line = " ".join(rule.split())
    told = {"node": sent.node, "rule": line, "text": text, "place": sent.place}
    return told | {"language": sent.language}


def _of(connection: Connection, key: str) -> Report | None:
    asked = _asked().where(ReportRow.key_hash == hashed(key))
    found = connection.execute(asked).first()
    return None if found is None else Report(*found)


def _check_room(connection: Connection) -> None:
    many = select(func.count()).select_from(ReportRow)
    if connection.execute(many).scalar_one() >= MOST:
        raise RoomsFullError


def _asked() -> _Asked:
    written = ReportRow.rule, ReportRow.text, ReportRow.place, ReportRow.language
    return select(ReportRow.id, ReportRow.node, *written, ReportRow.state, ReportRow.sent)


def _in_time(now: float) -> Any:  # noqa: ANN401 - a condition of SQLAlchemy's, without a name
    """Return what holds of those whose time is not out; a clock gone back hides none."""
    latest = int(now)
    return or_(
        and_(ReportRow.state == "shown", ReportRow.sent > latest - SHOWN_DAYS * DAY),
        and_(ReportRow.state != "shown", ReportRow.sent > latest - UNREAD_DAYS * DAY),
    )


def _living(rooms: Rooms) -> _Asked:
    return _asked().where(_in_time(rooms.now()))


def _read_all(rooms: Rooms, asked: _Asked) -> list[Report]:
    with rooms.reading() as connection:
        return [Report(*row) for row in connection.execute(asked)]
