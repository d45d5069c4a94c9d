# ruff: noqa: F811 - what a fixture is called stands in the import, and in each argument
"""No answer is lost and none counts twice, in SQLite and in a real PostgreSQL, fault by fault."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, select

from framtid.errors import UnknownOptionError, UnwritableError
from framtid.meeting import ballots, database, migrating
from framtid.meeting.agenda import agenda
from framtid.meeting.ballots import Ballot, comments, hide, set_levers, tallies, vote, write
from framtid.meeting.changes import listen
from framtid.meeting.codes import LENGTH, LETTERS, new_code, read_code
from framtid.meeting.errors import (
    ClosedQuestionError,
    NotFacilitatorError,
    RoomsDiskFullError,
    RoomsFullError,
    UnknownRoomError,
)
from framtid.meeting.questions import HERE
from framtid.meeting.rooms import DAY, KEPT_DAYS, Opened, Rooms
from framtid.meeting.spread import GroupWay
from framtid.meeting.tables import Base
from framtid.meeting.tally import Tally
from tests.meeting_rooms import (
    AGENDA,
    ASK,
    NOW,
    REVEAL,
    Clock,
    engine,  # noqa: F401
    of_its_own,
    rooms,  # noqa: F401
    server,  # noqa: F401
)


@pytest.fixture
def opened(rooms: Rooms) -> Opened:
    """Open a room, and ask the first dilemma."""
    made = rooms.open("5610", 60, AGENDA)
    rooms.move(made.code, made.secret, ASK, 1, [])
    return made


def shown(rooms: Rooms, opened: Opened) -> Tally:
    """Reveal the first dilemma, and return how the room spread."""
    rooms.move(opened.code, opened.secret, REVEAL, 10**6, [])
    return tallies(rooms, rooms.room(opened.code))["tillit"]


def test_the_tables_are_what_the_migrations_make(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    migrating.upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_what_is_sent_again_counts_once(rooms: Rooms, opened: Opened) -> None:
    for _ in range(3):
        vote(rooms, opened.code, Ballot("a", "tillit", "yes", turn=1))
    vote(rooms, opened.code, Ballot("b", "tillit", "no", turn=1))
    assert rooms.answered(rooms.room(opened.code), "tillit") == 2
    assert shown(rooms, opened) == Tally(1, 1, 0)


def test_the_last_stand_counts_also_where_an_earlier_one_comes_late(
    rooms: Rooms, opened: Opened
) -> None:
    for turn, answer in ((1, "yes"), (3, "no"), (2, "yes"), (1, "yes")):
        vote(rooms, opened.code, Ballot("a", "tillit", answer, turn=turn))
    assert shown(rooms, opened) == Tally(0, 1, 0)


def test_two_tabs_with_one_voice_at_once_are_one(rooms: Rooms, opened: Opened) -> None:
    with ThreadPoolExecutor(8) as taps:
        for turn in range(16):
            taps.submit(vote, rooms, opened.code, Ballot("a", "tillit", "yes", turn=turn % 3))
    assert shown(rooms, opened) == Tally(1, 0, 0)


def test_two_hundred_phones_at_once_are_two_hundred(rooms: Rooms, opened: Opened) -> None:
    def answer(number: int) -> None:
        said = ("yes", "no", "blank")[number % 3]
        for _ in range(2):  # a double tap
            vote(rooms, opened.code, Ballot(f"phone {number}", "tillit", said, "youth", 1))

    with ThreadPoolExecutor(20) as phones:
        list(phones.map(answer, range(200)))
    assert shown(rooms, opened) == Tally(67, 67, 66, {"youth": (67, 67, 66)})


def test_a_server_killed_between_receipt_and_answer_loses_and_doubles_nothing(
    rooms: Rooms, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballot, whole = Ballot("a", "tillit", "yes", turn=1), rooms.writing

    @contextmanager
    def killed() -> Iterator[Connection]:
        with whole() as connection:
            yield connection
        raise KeyboardInterrupt

    monkeypatch.setattr(rooms, "writing", killed)
    with pytest.raises(KeyboardInterrupt):
        vote(rooms, opened.code, ballot)
    monkeypatch.undo()
    rooms.engine.dispose()  # the new process has connections of its own
    assert rooms.answered(rooms.room(opened.code), "tillit") == 1
    vote(rooms, opened.code, ballot)
    assert shown(rooms, opened) == Tally(1, 0, 0)


def test_a_server_killed_before_it_was_through_keeps_nothing_half(
    rooms: Rooms, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_connection: Connection, _room: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ballots, "tell", killed)
    with pytest.raises(KeyboardInterrupt):
        vote(rooms, opened.code, Ballot("a", "tillit", "yes"))
    monkeypatch.undo()
    assert shown(rooms, opened) == Tally()


def test_nothing_is_told_before_it_is_shown_and_nothing_counts_after(
    rooms: Rooms, opened: Opened
) -> None:
    vote(rooms, opened.code, Ballot("a", "tillit", "yes"))
    assert tallies(rooms, rooms.room(opened.code)) == {}
    with pytest.raises(ClosedQuestionError):
        vote(rooms, opened.code, Ballot("a", "seniorer", "yes"))
    assert shown(rooms, opened) == Tally(1)
    rooms.move(opened.code, opened.secret, REVEAL + 1, 10**6 + 1, [])
    with pytest.raises(ClosedQuestionError):
        vote(rooms, opened.code, Ballot("slept an hour", "tillit", "no"))
    assert tallies(rooms, rooms.room(opened.code)) == {"tillit": Tally(1)}


def test_who_goes_back_asks_again_and_loses_no_answer(rooms: Rooms, opened: Opened) -> None:
    vote(rooms, opened.code, Ballot("a", "tillit", "yes", turn=1))
    vote(rooms, opened.code, Ballot("b", "tillit", "yes", turn=1))
    assert shown(rooms, opened) == Tally(2)
    for _ in range(2):  # what is sent again is once
        rooms.move(opened.code, opened.secret, ASK, 10**6 + 1, ["tillit"])
    rooms.move(opened.code, opened.secret, REVEAL, 10**6, ["tillit"])  # and this comes late
    assert tallies(rooms, rooms.room(opened.code)) == {}
    assert rooms.answered(rooms.room(opened.code), "tillit") == 2
    for ballot in (Ballot("b", "tillit", "no", turn=2), Ballot("b", "tillit", "yes", turn=1)):
        vote(rooms, opened.code, ballot)
    rooms.move(opened.code, opened.secret, REVEAL, 10**6 + 2, ["tillit"])
    assert tallies(rooms, rooms.room(opened.code)) == {"tillit": Tally(1, 1)}


def test_who_has_joined_is_counted_once_and_is_no_answer(rooms: Rooms, opened: Opened) -> None:
    for voter in "aabc":
        vote(rooms, opened.code, Ballot(voter, HERE, HERE))
    room = rooms.room(opened.code)
    assert rooms.answered(room, HERE) == 3
    assert shown(rooms, opened) == Tally()
    assert set(tallies(rooms, rooms.room(opened.code))) == {"tillit"}


def test_where_the_room_sets_the_levers_is_a_path_in_the_middle(
    rooms: Rooms, opened: Opened
) -> None:
    at = next(at for at, step in enumerate(AGENDA) if step.kind == "levers")
    with pytest.raises(ClosedQuestionError):
        vote(rooms, opened.code, Ballot("a", "levers", "path", path="2-he2"))
    rooms.move(opened.code, opened.secret, at, 2, [])
    for number, way in enumerate(("2-he3", "2-he1", "2-he2te1", "2", "2-he2")):
        for turn in (1, 1):  # a double tap
            ballot = Ballot(f"p{number}", "levers", "path", "youth", path=way, turn=turn)
            vote(rooms, opened.code, ballot)
    vote(rooms, opened.code, Ballot("p3", "levers", "path", "youth", path="2-hem", turn=2))
    room = rooms.room(opened.code)
    assert room.session.asked == "levers"
    assert (rooms.answered(room, "levers"), set_levers(rooms, room)) == (5, None)
    rooms.move(opened.code, opened.secret, at + 1, 3, [])
    told = set_levers(rooms, rooms.room(opened.code))
    assert told is not None
    assert (told.many, told.way) == (5, "2-he2")
    assert told.levers == {"heltid": [1, 0, 1, 2, 1], "teknologi": [0, 4, 1, 0, 0]}
    assert told.groups == {"youth": GroupWay(5, "2-he2")}, (
        "all of them, so that nobody is left over"
    )
    with pytest.raises(ClosedQuestionError):
        vote(rooms, opened.code, Ballot("late", "levers", "path", path="2-he2"))


def test_a_council_is_voted_on_while_it_stands_on_the_screen(rooms: Rooms) -> None:
    steps = agenda(120, ("tillit",), {})
    at = next(at for at, step in enumerate(steps) if step.kind == "councils")
    made = rooms.open("5610", 120, steps)
    move = partial(rooms.move, made.code, made.secret)
    first = Ballot("a", "0.tillit", "yes")
    with pytest.raises(ClosedQuestionError):
        vote(rooms, made.code, first)
    move(at, 1, [], "0.tillit", "1-418-")
    for _ in range(2):
        vote(rooms, made.code, first)
    with pytest.raises(ClosedQuestionError):
        vote(rooms, made.code, Ballot("a", "0.seniorer", "no"))
    assert tallies(rooms, rooms.room(made.code)) == {}
    move(at, 2, ["0.tillit"], "0.tillit", "1-418-")
    assert tallies(rooms, rooms.room(made.code)) == {"0.tillit": Tally(1)}
    with pytest.raises(ClosedQuestionError):
        vote(rooms, made.code, Ballot("b", "0.tillit", "no"))
    move(at, 3, ["0.tillit"], "1.tillit", "1-418-k")
    vote(rooms, made.code, Ballot("a", "1.tillit", "no"))
    room = rooms.room(made.code)
    assert (room.session.council, room.session.game) == ("1.tillit", "1-418-k")
    assert rooms.answered(room, "1.tillit") == 1
    with pytest.raises(UnknownOptionError):
        move(at, 4, ["9.tillit"])
    with pytest.raises(UnknownOptionError):
        vote(rooms, made.code, Ballot("a", "levers", "path", path="2-zz9"))


@pytest.mark.parametrize(
    "ballot", [Ballot("a", "tillit", "perhaps"), Ballot("a", "tillit", "yes", "mayor")]
)
def test_an_answer_that_there_is_none_of_is_refused(
    rooms: Rooms, opened: Opened, ballot: Ballot
) -> None:
    with pytest.raises(UnknownOptionError):
        vote(rooms, opened.code, ballot)


def test_only_who_has_the_newest_secret_leads(rooms: Rooms, opened: Opened) -> None:
    fresh = rooms.renew(opened.code, opened.secret)
    for secret in (opened.secret, "", "x" * 24):
        for forbidden in (
            partial(rooms.move, at=0, turn=99, revealed=[]),
            rooms.renew,
            rooms.close,
            partial(comments, rooms),
        ):
            with pytest.raises(NotFacilitatorError):
                forbidden(opened.code, secret)
    assert rooms.move(opened.code, fresh, 1, 99, []).at == 1


def test_a_room_that_is_deleted_leaves_nothing_behind(rooms: Rooms, opened: Opened) -> None:
    vote(rooms, opened.code, Ballot("a", "tillit", "yes"))
    write(rooms, opened.code, "k", "tillit", "Hei")
    rooms.close(opened.code, opened.secret)
    with pytest.raises(UnknownRoomError):
        rooms.room(opened.code)
    with rooms.reading() as connection:
        for table in Base.metadata.tables.values():
            assert connection.execute(select(table)).all() == []


def test_a_clock_that_is_wrong_loses_nothing(rooms: Rooms, opened: Opened) -> None:
    clock = rooms._clock
    assert isinstance(clock, Clock)
    vote(rooms, opened.code, Ballot("a", "tillit", "yes", turn=1))
    clock.now = 0.0  # back in 1970
    vote(rooms, opened.code, Ballot("b", "tillit", "no", turn=1))
    clock.now = NOW + KEPT_DAYS * DAY + 3600.0  # an hour too late
    with pytest.raises(UnknownRoomError):
        rooms.room(opened.code)
    rooms.sweep()
    clock.now = float(NOW)
    assert shown(rooms, opened) == Tally(1, 1)


def test_a_room_is_gone_when_its_time_is_out(rooms: Rooms, opened: Opened) -> None:
    clock = rooms._clock
    assert isinstance(clock, Clock)
    clock.now = NOW + (KEPT_DAYS + 2) * float(DAY)
    rooms.open("5610", 20, AGENDA)
    clock.now = float(NOW)
    with pytest.raises(UnknownRoomError):
        rooms.room(opened.code)


def test_comments_are_once_each_bounded_and_can_be_hidden(
    rooms: Rooms, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        write(rooms, opened.code, "first", "tillit", "<b>Hvem</b> betaler?" + "x" * 600)
    write(rooms, opened.code, "second", "lobby", "Hei")
    first, second = comments(rooms, opened.code, opened.secret)
    assert first.text == ("<b>Hvem</b> betaler?" + "x" * 600)[: ballots.LONGEST]
    hide(rooms, opened.code, opened.secret, first.id, hidden=True)
    assert [each.hidden for each in comments(rooms, opened.code, opened.secret)] == [True, False]
    assert second.step == "lobby"
    with pytest.raises(UnknownOptionError):
        write(rooms, opened.code, "third", "nothing", "Hei")
    monkeypatch.setattr(ballots, "MOST_COMMENTS", 2)
    with pytest.raises(RoomsFullError):
        write(rooms, opened.code, "third", "lobby", "Hei")


def test_every_process_hears_of_a_change(rooms: Rooms, opened: Opened) -> None:
    heard, stop = Event(), Event()
    listener = Thread(target=listen, args=(rooms.engine, heard.set, stop))
    listener.start()
    try:
        for turn in range(40):  # the listener may not have begun when the first is told
            vote(rooms, opened.code, Ballot("a", "tillit", "yes", turn=turn))
            if heard.wait(0.25):
                break
        assert heard.is_set()
    finally:
        stop.set()
        listener.join(10)


def test_a_full_disk_is_told_and_what_was_counted_stands(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv(database.FOLDER, str(tmp_path))
    engine = database.connect(database.address())
    rooms = Rooms(engine)
    opened = rooms.open("5610", 60, AGENDA)
    rooms.move(opened.code, opened.secret, ASK, 1, [])
    vote(rooms, opened.code, Ballot("first", "tillit", "yes"))

    def full(raw: Any, _record: object) -> None:
        raw.execute("PRAGMA max_page_count = 1")

    event.listen(engine, "connect", full)
    engine.dispose()
    counted = 1
    with pytest.raises(RoomsDiskFullError, match="full"):
        for number in range(2000):
            vote(rooms, opened.code, Ballot(f"phone {number}", "tillit", "no"))
            counted += 1
    event.remove(engine, "connect", full)
    engine.dispose()
    assert rooms.answered(rooms.room(opened.code), "tillit") == counted
    vote(rooms, opened.code, Ballot("room again", "tillit", "no"))
    assert shown(rooms, opened) == Tally(1, counted)
    engine.dispose()


@pytest.mark.parametrize("when", ["at once", "at the end"])
def test_a_full_disk_of_postgresql_is_told_and_what_was_counted_stands(
    server: str, when: str
) -> None:
    with of_its_own(server) as url:
        engine = database.connect(url)
        migrating.upgrade(engine)
        rooms = Rooms(engine, Clock())
        opened = rooms.open("5610", 60, AGENDA)
        rooms.move(opened.code, opened.secret, ASK, 1, [])
        sent = [Ballot(f"phone {number}", "tillit", "no", turn=1) for number in range(20)]
        for ballot in sent[:5]:
            vote(rooms, opened.code, ballot)
        with filled(engine, at_the_end=when == "at the end"):
            for ballot in sent[:5]:
                vote(rooms, opened.code, ballot)  # sent again, and kept already
            for ballot in sent[5:]:
                with pytest.raises(RoomsDiskFullError, match="No space left"):
                    vote(rooms, opened.code, ballot)
            assert rooms.answered(rooms.room(opened.code), "tillit") == 5
        for ballot in sent:
            vote(rooms, opened.code, ballot)
        assert shown(rooms, opened) == Tally(0, 20)
        engine.dispose()


@contextmanager
def filled(engine: Engine, *, at_the_end: bool) -> Iterator[None]:
    """Let PostgreSQL say of each answer what it says when its disk is full, with its own code.

    Args:
        engine: of the database.
        at_the_end: whether it says so when the transaction ends, as when its log cannot be written.

    """
    kind = "CONSTRAINT TRIGGER" if at_the_end else "TRIGGER"
    late = "DEFERRABLE INITIALLY DEFERRED" if at_the_end else ""
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'could not extend file: No space left on device' "
            "USING ERRCODE = 'disk_full'; END $$"
        )
        connection.exec_driver_sql(
            f"CREATE {kind} full_disk AFTER INSERT OR UPDATE ON ballot {late} "
            "FOR EACH ROW EXECUTE FUNCTION disk_full()"
        )
    yield
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP FUNCTION disk_full CASCADE")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(database.FOLDER, str(tmp_path / "file" / "rooms"))
    with pytest.raises(UnwritableError):
        database.connect(database.address())


def test_the_database_is_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for told in ("postgres://u:p@h/d", "postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"):
        monkeypatch.setenv(database.SETTING, told)
        assert database.address().drivername == "postgresql+psycopg"
    monkeypatch.delenv(database.SETTING)
    monkeypatch.delenv(database.FOLDER, raising=False)
    monkeypatch.setenv("FRAMTID_DATA", "/var/lib/framtid")
    assert database.address().database == "/var/lib/framtid/rooms/rooms.sqlite"


def test_a_code_is_read_as_people_type_it() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    for code in codes:
        assert len(code) == LENGTH
        assert set(code) <= set(LETTERS)
        assert read_code(f" {code[:3].lower()} - {code[3:]}") == code
    assert len(read_code("'; DROP TABLE room; --" * 100)) <= 40
