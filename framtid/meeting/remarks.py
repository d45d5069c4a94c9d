"""Remarks in a longer room: once each, bounded, for a municipality, and hidden where need be."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Row, Select, func, select, update

from framtid.errors import UnknownPlaceError
from framtid.meeting.ballots import upsert
from framtid.meeting.codes import hashed
from framtid.meeting.consultations import led, read
from framtid.meeting.errors import NothingSaidError, RoomsFullError, UnknownRoomError
from framtid.meeting.rooms import Rooms
from framtid.meeting.said import plain
from framtid.meeting.subjects import Subject, subject_of, subjects
from framtid.meeting.subjects import read as subject_of_old
from framtid.meeting.tables import RemarkRow
from framtid.places import Level, places

LONGEST = 1_500
"""Characters of a remark."""
MOST = 5_000
"""Remarks that a room takes: nobody can fill the disk."""
ORDERS = ("subject", "place")
"""How they are gathered: by what they are about, or by whose they are."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said."""

    id: int
    subject: Subject
    place: str
    """Code of the municipality it was said for."""
    text: str
    hidden: bool


def remark(rooms: Rooms, code: str, key: str, subject: str, place: str, text: str) -> None:
    """Keep a remark; one that is sent again, with the same key, is one.

    Raises:
        UnknownRoomError: no room has that code.
        UnknownOptionError: nothing that is told has that code.
        UnknownPlaceError: no municipality has that code.
        NothingSaidError: there is no text.
        RoomsFullError: the room holds as much as any may.
        RoomsUnwritableError: the database does not take it; it may be sent again.

    """
    about, said = subject_of(subject), plain(text, LONGEST)
    if not said:
        raise NothingSaidError
    if places().get(place).level is not Level.MUNICIPALITY:
        raise UnknownPlaceError(place)
    with rooms.writing() as connection:
        room = read(rooms, connection, code, keep=True)
        known = RemarkRow.consultation == room.id
        many = connection.execute(select(func.count()).select_from(RemarkRow).where(known))
        if many.scalar_one() >= MOST:
            raise RoomsFullError
        row = {"consultation": room.id, "key_hash": hashed(str(room.id), key)}
        row |= {"subject": about.code, "place": place, "text": said, "hidden": False}
        connection.execute(upsert(connection)(RemarkRow).values(row).on_conflict_do_nothing())


def shared(rooms: Rooms, code: str) -> list[Remark]:
    """Return what all may read, as it came.

    Raises:
        UnknownRoomError: no room has that code, or in this one only who leads it reads.

    """
    with rooms.reading() as connection:
        room = read(rooms, connection, code)
        if not room.shared:
            raise UnknownRoomError
        asked = _of(room.id).where(RemarkRow.hidden.is_(False))
        return _remarks(connection.execute(asked))


def gathered(rooms: Rooms, code: str, secret: str) -> list[Remark]:
    """Return all that was said, as it came; raises as ``consultations.led`` does."""
    with rooms.writing() as connection:
        room = led(rooms, connection, code, secret)
        return _remarks(connection.execute(_of(room.id)))


def hide(rooms: Rooms, code: str, secret: str, number: int, *, hidden: bool) -> None:
    """Hide a remark, or show it again; raises as ``consultations.led`` does."""
    with rooms.writing() as connection:
        room = led(rooms, connection, code, secret)
        it = RemarkRow.consultation == room.id, RemarkRow.id == number
        connection.execute(update(RemarkRow).where(*it).values(hidden=hidden))


def _of(room: int) -> Select[int, str, str, str, bool]:
    row = RemarkRow
    asked = select(row.id, row.subject, row.place, row.text, row.hidden)
    return asked.where(row.consultation == room).order_by(row.id)


def _remarks(rows: Iterable[Row[int, str, str, str, bool]]) -> list[Remark]:
    return [
        Remark(number, subject_of_old(subject), place, text, hidden)
        for number, subject, place, text, hidden in rows
    ]


def ordered(remarks: Iterable[Remark], order: str) -> list[Remark]:
    """Return remarks by what they are about, as it is told, or by the name of their place."""
    at = {code: number for number, code in enumerate(subjects())}

    def name(each: Remark) -> str:
        return places().by_code[each.place].name if each.place in places().by_code else each.place

    def told(each: Remark) -> int:
        return at.get(each.subject.code, len(at))

    if order == "place":
        return sorted(remarks, key=lambda each: (name(each), told(each), each.id))
    return sorted(remarks, key=lambda each: (told(each), name(each), each.id))
