# ruff: noqa: F811 - what a fixture is called stands in the import, and in each argument
"""Reported barriers: each once, none before it is read, gone in time; on SQLite and PostgreSQL."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine

from framtid.errors import UnknownOptionError
from framtid.meeting import reports
from framtid.meeting.errors import NothingSaidError, RoomsFullError
from framtid.meeting.reports import (
    LONGEST,
    LONGEST_RULE,
    SHOWN_DAYS,
    UNREAD_DAYS,
    Sent,
    every,
    moderate,
    send,
    shown,
    sweep,
    withdraw,
)
from framtid.meeting.rooms import DAY, Rooms
from framtid.meeting.tables import ReportRow
from tests.meeting_rooms import NOW, Clock, engine, server  # noqa: F401

KEY = "0123456789abcdef0123456789abcdef"
OTHER = KEY[::-1]
SENT = Sent("Loven krever to til stede.", "Loven § 3", "regler", "5610")


@pytest.fixture
def clock() -> Clock:
    """Return a clock that the test sets."""
    return Clock()


@pytest.fixture
def rooms(engine: Engine, clock: Clock) -> Iterator[Rooms]:
    """Open a database without reports."""
    yield Rooms(engine, clock)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(ReportRow.__table__.delete())  # type: ignore[attr-defined]


def test_nothing_shows_before_it_is_read(rooms: Rooms) -> None:
    kept = send(rooms, KEY, SENT)
    assert (kept.text, kept.rule, kept.node, kept.place, kept.state) == (
        *("Loven krever to til stede.", "Loven § 3", "regler", "5610", "waiting"),
    )
    assert shown(rooms) == []
    assert [each.id for each in every(rooms, "waiting")] == [kept.id]
    assert moderate(rooms, [kept.id, 10**9], "shown") == 1
    assert [each.id for each in shown(rooms, "regler")] == [kept.id]
    assert shown(rooms, "tid") == []
    moderate(rooms, [kept.id], "hidden")
    assert shown(rooms) == []


def test_what_is_sent_again_counts_once_and_the_first_stands(rooms: Rooms) -> None:
    first = send(rooms, KEY, SENT)
    moderate(rooms, [first.id], "shown")
    again = send(rooms, KEY, Sent("Noe helt annet, som ingen har lest"))
    assert again.text == first.text
    assert len(every(rooms)) == 1


def test_a_double_tap_at_once_is_one(rooms: Rooms) -> None:
    with ThreadPoolExecutor(8) as taps:
        kept = list(taps.map(lambda _: send(rooms, KEY, SENT), range(16)))
    assert len({each.id for each in kept}) == 1
    assert len(every(rooms)) == 1


def test_a_server_killed_between_receipt_and_answer_doubles_nothing(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, left = rooms.writing, iter((False, True))

    @contextmanager
    def killed() -> Iterator[Connection]:
        with whole() as connection:
            yield connection
        if next(left):
            raise KeyboardInterrupt

    monkeypatch.setattr(rooms, "writing", killed)
    with pytest.raises(KeyboardInterrupt):
        send(rooms, KEY, SENT)
    monkeypatch.undo()
    rooms.engine.dispose()
    assert len(every(rooms)) == 1
    send(rooms, KEY, SENT)
    assert len(every(rooms)) == 1


def test_texts_are_bounded_and_without_what_no_keyboard_writes(rooms: Rooms) -> None:
    wild = "\x00\u202e<b>a</b>\r\nb" + "x" * 2 * LONGEST
    kept = send(rooms, KEY, Sent(wild, "§\n3" + "y" * 1000))
    assert kept.text.startswith("<b>a</b>\nbxx")
    assert len(kept.text) == LONGEST
    assert kept.rule.startswith("§ 3y")
    assert len(kept.rule) <= LONGEST_RULE


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (Sent(" \u202e\n"), NothingSaidError),
        (Sent("a", node="hender"), UnknownOptionError),
        (Sent("a", node="'; DROP TABLE room"), UnknownOptionError),
        (Sent("a", place="46"), UnknownOptionError),
        (Sent("a", place="9999"), UnknownOptionError),
        (Sent("a", language="xx"), UnknownOptionError),
    ],
)
def test_what_there_is_none_of_is_refused(rooms: Rooms, sent: Sent, error: type[Exception]) -> None:
    with pytest.raises(error):
        send(rooms, KEY, sent)
    assert every(rooms) == []


def test_only_who_has_the_number_deletes(rooms: Rooms) -> None:
    send(rooms, KEY, SENT)
    assert not withdraw(rooms, OTHER)
    assert len(every(rooms)) == 1
    assert withdraw(rooms, KEY)
    assert not withdraw(rooms, KEY)
    assert every(rooms) == []


def test_a_number_that_was_read_is_never_another_text(rooms: Rooms) -> None:
    read = send(rooms, KEY, SENT)
    withdraw(rooms, KEY)
    other = send(rooms, OTHER, Sent("Noe helt annet, som ingen har lest"))
    assert other.id != read.id
    assert moderate(rooms, [read.id], "shown") == 0
    assert shown(rooms) == []


def test_the_day_is_kept_and_nothing_of_who(rooms: Rooms) -> None:
    assert send(rooms, KEY, SENT).sent == NOW // DAY * DAY
    with rooms.reading() as connection:
        (row,) = connection.execute(ReportRow.__table__.select()).mappings()
    assert KEY not in str(dict(row))
    assert set(row) == {
        *("id", "key_hash", "node", "rule", "text", "place", "language", "state", "sent"),
    }


@pytest.mark.parametrize(("state", "days"), [("waiting", UNREAD_DAYS), ("shown", SHOWN_DAYS)])
def test_a_report_is_gone_when_its_time_is_out(
    rooms: Rooms, clock: Clock, state: reports.State, days: int
) -> None:
    kept = send(rooms, KEY, SENT)
    moderate(rooms, [kept.id], state)
    clock.now = NOW + (days - 1.0) * DAY
    sweep(rooms)
    assert len(every(rooms)) == 1
    clock.now = NOW + (days + 0.5) * DAY
    assert every(rooms) == [], "it is out of sight at once"
    sweep(rooms)
    clock.now = float(NOW)
    assert len(every(rooms)) == 1, "a clock that was wrong for a few hours has destroyed nothing"
    clock.now = NOW + (days + 2.0) * DAY
    send(rooms, OTHER, SENT)
    clock.now = float(NOW)
    assert [each.id for each in every(rooms)] != [kept.id]
    assert len(every(rooms)) == 1, "the next one that comes sweeps"


def test_nobody_fills_the_disk(rooms: Rooms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST", 1)
    send(rooms, KEY, SENT)
    with pytest.raises(RoomsFullError):
        send(rooms, OTHER, SENT)
    assert send(rooms, KEY, SENT).text == SENT.text, "and who sends again is told that it is kept"
