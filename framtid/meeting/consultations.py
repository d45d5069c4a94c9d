"""Longer rooms: opened for weeks, read with a code, led with a secret, gone when their time is out.

Opened with the same key twice it is one room with one secret: a form that is sent again opens
nothing more.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from framtid.errors import UnknownOptionError
from framtid.meeting.codes import derived_code, derived_secret, hashed, new_secret, read_code, same
from framtid.meeting.errors import NotFacilitatorError, RoomsUnwritableError, UnknownRoomError
from framtid.meeting.rooms import DAY, Opened, Rooms
from framtid.meeting.said import plain
from framtid.meeting.tables import ConsultationRow

DAYS = (30, 60, 90, 180)
"""How long one may be open; the first where nobody says."""
LONGEST_TITLE = 120
TRIES = 20


@dataclass(frozen=True, slots=True)
class Consultation:
    """A longer room as it stands."""

    id: int
    title: str
    shared: bool
    """Whether all who have the code may read what has been said."""
    expires: int
    """Seconds since 1970, UTC."""


def open_consultation(rooms: Rooms, key: str, title: str, days: int, *, shared: bool) -> Opened:
    """Open a room, or return the one that the same key has opened.

    Args:
        rooms: the database.
        key: a number that nobody can guess; what the room's code and secret are made of.
        title: what it is about, at most ``LONGEST_TITLE`` characters.
        days: how long it is open, one of ``DAYS``.
        shared: whether all who have the code may read what is said.

    Raises:
        UnknownOptionError: there is no such number of days.
        RoomsUnwritableError: the database does not take it.

    """
    if days not in DAYS:
        raise UnknownOptionError("days", str(days)[:20], [str(each) for each in DAYS])
    rooms.sweep()
    secret = derived_secret(key)
    row = {
        "secret_hash": hashed(secret),
        "title": plain(title, LONGEST_TITLE),
        "shared": shared,
        "expires": int(rooms.now()) + days * DAY,
    }
    for number in range(TRIES):
        code = derived_code(key, number)
        try:
            with rooms.writing() as connection:
                connection.execute(insert(ConsultationRow).values(code_hash=hashed(code), **row))
        except IntegrityError:
            if not _opened_by(rooms, code, secret):
                continue  # another room has that code
        return Opened(code, secret)
    message = "no code is free"
    raise RoomsUnwritableError(message)


def _opened_by(rooms: Rooms, code: str, secret: str) -> bool:
    kept = select(ConsultationRow.secret_hash).where(ConsultationRow.code_hash == hashed(code))
    with rooms.reading() as connection:
        return connection.execute(kept).scalar() == hashed(secret)


def consultation(rooms: Rooms, code: str) -> Consultation:
    """Return the room of a code; raises UnknownRoomError."""
    with rooms.reading() as connection:
        return read(rooms, connection, code)


def read(rooms: Rooms, connection: Connection, code: str, *, keep: bool = False) -> Consultation:
    """Return the room of a code in a transaction.

    Args:
        rooms: the database.
        connection: in which it is read.
        code: as it was typed.
        keep: whether nobody may delete it until the transaction ends.

    Raises:
        UnknownRoomError: there is none, or its time is out.

    """
    row = ConsultationRow
    asked = select(row.id, row.title, row.shared, row.expires)
    asked = asked.where(row.code_hash == hashed(read_code(code)))
    kept = connection.execute(asked.with_for_update(read=True) if keep else asked).first()
    if kept is None or kept.expires < rooms.now():
        raise UnknownRoomError
    return Consultation(*kept)


def led(rooms: Rooms, connection: Connection, code: str, secret: str) -> Consultation:
    """Return the room of a code to who has its secret.

    Raises:
        UnknownRoomError, NotFacilitatorError: there is none, or the secret is not its.

    """
    room = read(rooms, connection, code)
    asked = select(ConsultationRow.secret_hash).where(ConsultationRow.id == room.id)
    kept = connection.execute(asked.with_for_update()).scalar()
    if kept is None or not same(kept, secret):
        raise NotFacilitatorError
    return room


def renew(rooms: Rooms, code: str, secret: str) -> str:
    """Return a new secret; the one of before opens nothing more. Raises as ``led`` does."""
    fresh = new_secret()
    with rooms.writing() as connection:
        room = led(rooms, connection, code, secret)
        changed = update(ConsultationRow).where(ConsultationRow.id == room.id)
        connection.execute(changed.values(secret_hash=hashed(fresh)))
    return fresh


def close(rooms: Rooms, code: str, secret: str) -> None:
    """Delete a room, and all that was said in it; raises as ``led`` does."""
    with rooms.writing() as connection:
        room = led(rooms, connection, code, secret)
        connection.execute(delete(ConsultationRow).where(ConsultationRow.id == room.id))
