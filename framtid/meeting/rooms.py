"""The rooms of live debates: opened, moved, answered, and gone when their time is out.

Knows nothing of HTTP. All that comes from outside has been read and bounded by who calls.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from sqlite3 import SQLITE_FULL
from threading import Lock
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, delete, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.exc import DBAPIError, IntegrityError

from framtid.meeting.agenda import Step
from framtid.meeting.codes import hashed, new_code, new_secret, read_code, same
from framtid.meeting.errors import (
    NotFacilitatorError,
    RoomsDiskFullError,
    RoomsUnwritableError,
    RoomsVersionError,
    UnknownRoomError,
)
from framtid.meeting.hands import Counted, read, written
from framtid.meeting.session import Session
from framtid.meeting.tables import BallotRow, ConsultationRow, RoomRow

DAY = 24 * 60 * 60
KEPT_DAYS = 30
GRACE = DAY
"""How long after its time a room is deleted: a clock that is wrong for an hour destroys nothing."""
TRIES = 20
DISK_FULL = ("53100", SQLITE_FULL)
"""What PostgreSQL and SQLite call a full disk."""
OTHER_TABLES = ("42P01", "42703")
"""What PostgreSQL calls a table and a column that are not there."""
CHANNEL = "framtid_rooms"
"""What PostgreSQL calls the news of a room; the message is the room's number."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room as it stands now."""

    id: int
    place: str
    length: int
    session: Session
    expires: int
    """Seconds since 1970, UTC."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What one who opens a room is told, this once."""

    code: str
    secret: str


_Asked = Select[*tuple[Any, ...]]


class Rooms:
    """All rooms of a database."""

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        self.engine, self._clock = engine, clock
        self._writing = engine.execution_options(writes=True)
        # SQLite lets one write at a time, and who waits for it only looks now and then whether it
        # may: those of this process stand in line instead.
        self._line = Lock() if engine.dialect.name == "sqlite" else nullcontext()

    def now(self) -> float:
        """Return seconds since 1970, UTC."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one transaction."""
        with faults_told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction: all of it is on the disk when the block ends, or nothing."""
        with faults_told(), self._line, self._writing.begin() as connection:
            yield connection

    def open(self, place: str, length: int, agenda: tuple[Step, ...]) -> Opened:
        """Open a room; deletes those whose time is out.

        Raises:
            RoomsUnwritableError: the database does not take it.

        """
        self.sweep()
        secret, now = new_secret(), int(self._clock())
        for _ in range(TRIES):
            code = new_code()
            row = {
                "code_hash": hashed(code),
                "secret_hash": hashed(secret),
                "place": place,
                "length": length,
                "agenda": msgspec.json.encode(agenda).decode(),
                **{"at": 0, "turn": 0, "revealed": "[]"},
                **{"created": now, "expires": now + KEPT_DAYS * DAY},
            }
            try:
                with self.writing() as connection:
                    connection.execute(plain_insert(RoomRow).values(row))
            except IntegrityError:
                continue  # another room has that code
            return Opened(code, secret)
        message = "no code is free"
        raise RoomsUnwritableError(message)

    def room(self, code: str) -> Room:
        """Return the room of a code; raises UnknownRoomError."""
        with self.reading() as connection:
            return self._room(connection, _of_code(code))

    def _room(self, connection: Connection, asked: _Asked) -> Room:
        found = connection.execute(asked).first()
        if found is None or found.expires < self._clock():
            raise UnknownRoomError
        steps = msgspec.json.decode(found.agenda, type=tuple[Step, ...])
        shown = frozenset(msgspec.json.decode(found.revealed, type=list[str]))
        where = found.turn, found.council, found.game, found.way, read(found.hands)
        session = Session(steps, found.at, shown, *where)
        return Room(found.id, found.place, found.length, session, found.expires)

    def opened(self, connection: Connection, code: str) -> Room:
        """Return the room of a code; until the transaction ends nobody moves it."""
        return self._room(connection, _of_code(code).with_for_update(read=True))

    def led(self, connection: Connection, code: str, secret: str) -> Room:
        """Return the room of a code to who has its secret, to change it.

        Raises:
            UnknownRoomError, NotFacilitatorError: there is none, or the secret is not its.

        """
        room = self._room(connection, _of_code(code).with_for_update())
        kept = connection.execute(select(RoomRow.secret_hash).where(RoomRow.id == room.id)).scalar()
        if kept is None or not same(kept, secret):
            raise NotFacilitatorError
        return room

    def move(  # noqa: PLR0913, PLR0917 - all that a wall tells at once
        self,
        code: str,
        secret: str,
        at: int,
        turn: int,
        revealed: list[str],
        council: str = "",
        game: str = "",
        way: str = "",
        hands: Counted | None = None,
    ) -> Session:
        """Move the meeting, as ``Session.moved`` says; raises as that and ``led`` do."""
        with self.writing() as connection:
            room = self.led(connection, code, secret)
            session = room.session.moved(at, turn, revealed, council, game, way, hands)
            shown = msgspec.json.encode(sorted(session.revealed)).decode()
            values = {"at": session.at, "turn": session.turn, "revealed": shown}
            values |= {"council": session.council, "game": session.game, "way": session.way}
            values["hands"] = written(session.hands)
            connection.execute(update(RoomRow).where(RoomRow.id == room.id).values(values))
            tell(connection, room.id)
            return session

    def renew(self, code: str, secret: str) -> str:
        """Return a new secret; the one of before opens nothing more."""
        fresh = new_secret()
        with self.writing() as connection:
            room = self.led(connection, code, secret)
            values = {"secret_hash": hashed(fresh)}
            connection.execute(update(RoomRow).where(RoomRow.id == room.id).values(values))
        return fresh

    def close(self, code: str, secret: str) -> None:
        """Delete a room, and all that was answered and written in it."""
        with self.writing() as connection:
            room = self.led(connection, code, secret)
            connection.execute(delete(RoomRow).where(RoomRow.id == room.id))
            tell(connection, room.id)

    def sweep(self) -> None:
        """Delete the rooms whose time is out."""
        late = int(self._clock()) - GRACE
        with self.writing() as connection:
            for table in (RoomRow, ConsultationRow):
                connection.execute(delete(table).where(table.expires < late))

    def answered(self, room: Room, question: str) -> int:
        """Return how many have answered a question, which says nothing of what they said."""
        of_it = BallotRow.room == room.id, BallotRow.question == question
        with self.reading() as connection:
            many = connection.execute(select(func.count()).select_from(BallotRow).where(*of_it))
            return many.scalar_one()


def _of_code(code: str) -> _Asked:
    columns = RoomRow.id, RoomRow.place, RoomRow.length, RoomRow.agenda
    state = RoomRow.at, RoomRow.turn, RoomRow.revealed, RoomRow.council, RoomRow.game
    asked = select(*columns, *state, RoomRow.way, RoomRow.hands, RoomRow.expires)
    return asked.where(RoomRow.code_hash == hashed(read_code(code)))


def tell(connection: Connection, room: int) -> None:
    """Tell every process that a room has changed, once the transaction is through."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(CHANNEL, str(room))))


@contextmanager
def faults_told() -> Iterator[None]:
    """Tell what the database cannot do now as an error of ours; a clash of keys is the caller's."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        if _fault_of(error.orig) in OTHER_TABLES:
            raise RoomsVersionError("unknown", "another") from error
        full = _fault_of(error.orig) in DISK_FULL
        refused = RoomsDiskFullError if full else RoomsUnwritableError
        raise refused(str(error.orig)[:200]) from error


def _fault_of(error: object) -> object:
    """Return what a database calls what went wrong: PostgreSQL's SQLSTATE, or SQLite's code."""
    return getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorcode", None)
