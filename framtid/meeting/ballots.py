"""Answers and comments of those in the room: each counts once, however often it is sent."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from framtid.errors import UnknownOptionError
from framtid.meeting.agenda import settings
from framtid.meeting.codes import hashed
from framtid.meeting.errors import ClosedQuestionError, RoomsFullError
from framtid.meeting.questions import LEVERS, read_answer
from framtid.meeting.rooms import Room, Rooms, tell
from framtid.meeting.said import plain
from framtid.meeting.spread import Spread, spread
from framtid.meeting.tables import BallotRow, CommentRow
from framtid.meeting.tally import Tally, tally

MOST_BALLOTS, MOST_COMMENTS = 2_000, 1_000
"""Answers to a question, and comments, that a room takes: nobody can fill the disk."""
LONGEST = 500
"""Characters of a comment."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One answer, as a phone sends it."""

    voter: str
    """A number that the phone has drawn and keeps for as long as its tab is open."""
    question: str
    answer: str
    role: str = ""
    turn: int = 0
    """How many times the phone has answered before."""
    path: str = ""
    """Where the levers should stand, where that is what is asked."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote."""

    id: int
    step: str
    text: str
    hidden: bool


def vote(rooms: Rooms, code: str, ballot: Ballot) -> None:
    """Count an answer: in place of the voter's own of before, where they have changed their mind.

    When this returns, the answer is kept. One that is sent again changes nothing.

    Raises:
        UnknownOptionError: there is no such answer or role.
        UnknownRoomError: no room has that code.
        ClosedQuestionError: the question is not asked now.
        RoomsFullError: more have answered than any room holds.
        RoomsUnwritableError: the database does not take it; it may be sent again.

    """
    answer, path = read_answer(ballot.question, ballot.answer, ballot.path)
    if ballot.role not in (known := ("", *settings().roles)):
        raise UnknownOptionError("role", ballot.role[:40], known)
    with rooms.writing() as connection:
        room = rooms.opened(connection, code)
        if not room.session.accepts(ballot.question):
            raise ClosedQuestionError
        _check_room(connection, BallotRow, room.id, MOST_BALLOTS * room.session.most)
        given = {"answer": answer, "path": path, "role": ballot.role, "turn": ballot.turn}
        voter = hashed(str(room.id), ballot.voter)
        asked = {"room": room.id, "question": ballot.question, "voter_hash": voter}
        insert = upsert(connection)(BallotRow).values(asked | given)
        later = insert.excluded.turn > BallotRow.turn
        connection.execute(
            insert.on_conflict_do_update(index_elements=asked, set_=given, where=later)
        )
        tell(connection, room.id)


def tallies(rooms: Rooms, room: Room) -> dict[str, Tally]:
    """Return how a room spread on each question of yes and no whose answers have been shown."""
    shown, columns = room.session.revealed, (BallotRow.question, BallotRow.role, BallotRow.answer)
    counted = (
        select(*columns, func.count())
        .where(BallotRow.room == room.id, BallotRow.question.in_(shown - {LEVERS}))
        .group_by(*columns)
    )
    with rooms.reading() as connection:
        rows = connection.execute(counted).all()
    order = {name: at for at, name in enumerate(room.session.questions)}
    return {
        name: tally((role, answer, many) for at, role, answer, many in rows if at == name)
        for name in sorted(shown - {LEVERS}, key=lambda name: (order.get(name, len(order)), name))
    }


def set_levers(rooms: Rooms, room: Room) -> Spread | None:
    """Return how a room set the levers, once that has been shown."""
    if LEVERS not in room.session.revealed:
        return None
    asked = select(BallotRow.role, BallotRow.path)
    with rooms.reading() as connection:
        rows = connection.execute(
            asked.where(BallotRow.room == room.id, BallotRow.question == LEVERS)
        )
        return spread((role, path) for role, path in rows)


def write(rooms: Rooms, code: str, key: str, step: str, text: str) -> None:
    """Keep a comment on a screen; one that is sent twice, with the same key, is one.

    Raises as ``vote`` does, but for questions that are closed.
    """
    with rooms.writing() as connection:
        room = rooms.opened(connection, code)
        known = {each.id or each.kind for each in room.session.agenda}
        if step not in known:
            raise UnknownOptionError("step", step[:40], sorted(known))
        _check_room(connection, CommentRow, room.id, MOST_COMMENTS)
        said = {"step": step, "text": plain(text, LONGEST), "hidden": False}
        row = {"room": room.id, "key_hash": hashed(str(room.id), key), **said}
        connection.execute(upsert(connection)(CommentRow).values(row).on_conflict_do_nothing())
        tell(connection, room.id)


def comments(rooms: Rooms, code: str, secret: str) -> list[Comment]:
    """Return what has been written, the oldest first; raises as ``Rooms.led`` does."""
    columns = CommentRow.id, CommentRow.step, CommentRow.text, CommentRow.hidden
    with rooms.writing() as connection:
        room = rooms.led(connection, code, secret)
        asked = select(*columns).where(CommentRow.room == room.id).order_by(CommentRow.id)
        return [Comment(*row) for row in connection.execute(asked)]


def hide(rooms: Rooms, code: str, secret: str, comment: int, *, hidden: bool) -> None:
    """Hide a comment, or show it again; raises as ``Rooms.led`` does."""
    with rooms.writing() as connection:
        room = rooms.led(connection, code, secret)
        it = CommentRow.room == room.id, CommentRow.id == comment
        connection.execute(update(CommentRow).where(*it).values(hidden=hidden))
        tell(connection, room.id)


def _check_room(connection: Connection, table: Any, room: int, most: int) -> None:  # noqa: ANN401
    many = select(func.count()).select_from(table).where(table.room == room)
    if connection.execute(many).scalar_one() >= most:
        raise RoomsFullError


def upsert(connection: Connection) -> Any:  # noqa: ANN401 - the same in both, but not by type
    """Return how a row is written that may be there already."""
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert
