# ruff: noqa: F811 - what a fixture is called stands in the import, and in each argument
"""Longer rooms: each remark is kept once, in SQLite and in PostgreSQL, whatever is done to them."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from secrets import token_hex

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as trying
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine
from sqlalchemy import select

from framtid.errors import UnknownOptionError, UnknownPlaceError
from framtid.meeting import remarks as remarks_module
from framtid.meeting.codes import LETTERS, derived_code, derived_secret
from framtid.meeting.consultations import (
    DAYS,
    close,
    consultation,
    open_consultation,
    renew,
)
from framtid.meeting.errors import (
    NotFacilitatorError,
    NothingSaidError,
    RoomsFullError,
    UnknownRoomError,
)
from framtid.meeting.remarks import LONGEST, gathered, hide, ordered, remark, shared
from framtid.meeting.rooms import DAY, Opened, Rooms
from framtid.meeting.said import plain
from framtid.meeting.subjects import read, subjects
from framtid.meeting.tables import Base
from tests.meeting_rooms import Clock, engine, rooms, server  # noqa: F401

KEY = "0123456789abcdef" * 3
STEP, LEVER, FIGURE = "steg.2040.kartet", "spak.heltid", "figur.carers"


@pytest.fixture
def opened(rooms: Rooms) -> Opened:
    """Open a longer room that all who have the code may read."""
    return open_consultation(rooms, KEY, "Prøvegruppa", 30, shared=True)


def test_a_form_that_is_sent_again_opens_the_same_room(rooms: Rooms) -> None:
    with ThreadPoolExecutor(4) as taps:
        made = list(
            taps.map(lambda _: open_consultation(rooms, KEY, "Gruppa", 180, shared=False), range(8))
        )
    assert len(set(made)) == 1
    other = open_consultation(rooms, KEY[::-1], "Gruppa", 30, shared=False)
    assert other.code != made[0].code
    assert other.secret != made[0].secret
    room = consultation(rooms, made[0].code)
    assert room.expires == int(rooms.now()) + 180 * DAY
    with pytest.raises(UnknownOptionError):
        open_consultation(rooms, KEY, "Gruppa", 365, shared=True)


def test_a_code_that_another_room_has_is_passed_over(
    rooms: Rooms,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = open_consultation(rooms, KEY, "Først", 30, shared=True)

    def same_first(_key: str, number: int) -> str:
        return derived_code(KEY, number)

    monkeypatch.setattr("framtid.meeting.consultations.derived_code", same_first)
    second = open_consultation(rooms, "f" * 48, "Så", 30, shared=True)
    assert second.code == derived_code(KEY, 1) != taken.code
    assert consultation(rooms, taken.code).title == "Først"


def test_a_remark_that_is_sent_again_is_one(rooms: Rooms, opened: Opened) -> None:
    with ThreadPoolExecutor(8) as taps:
        for number in range(32):
            taps.submit(
                remark, rooms, opened.code, f"key {number % 4}", STEP, "5610", f"Nei {number % 4}"
            )
    kept = gathered(rooms, opened.code, opened.secret)
    assert sorted(each.text for each in kept) == [f"Nei {number}" for number in range(4)]


def test_what_is_kept_is_bounded_and_has_no_marks_that_nobody_writes(
    rooms: Rooms,
    opened: Opened,
) -> None:
    remark(rooms, opened.code, "a", STEP, "5610", "A\x00\x07\u202eB\r\nC" + "x" * 2 * LONGEST)
    (kept,) = gathered(rooms, opened.code, opened.secret)
    assert kept.text == ("AB\nC" + "x" * LONGEST)[:LONGEST]
    assert (kept.subject.code, kept.place, kept.hidden) == (STEP, "5610", False)


@pytest.mark.parametrize(
    ("subject", "place", "text", "error"),
    [
        ("steg.2040.tull", "5610", "Hei", UnknownOptionError),
        ("", "5610", "Hei", UnknownOptionError),
        (STEP, "46", "Hei", UnknownPlaceError),
        (STEP, "", "Hei", UnknownPlaceError),
        (STEP, "5610", " \n\t\x00 ", NothingSaidError),
    ],
)
def test_what_is_of_nothing_and_of_nowhere_is_refused(
    rooms: Rooms,
    opened: Opened,
    subject: str,
    place: str,
    text: str,
    error: type[Exception],
) -> None:
    with pytest.raises(error):
        remark(rooms, opened.code, "a", subject, place, text)
    assert gathered(rooms, opened.code, opened.secret) == []


def test_only_who_leads_hides_and_what_is_hidden_is_theirs_alone(
    rooms: Rooms,
    opened: Opened,
) -> None:
    for key, subject in (("a", LEVER), ("b", STEP)):
        remark(rooms, opened.code, key, subject, "0301", key)
    first, _ = gathered(rooms, opened.code, opened.secret)
    hide(rooms, opened.code, opened.secret, first.id, hidden=True)
    assert [each.text for each in shared(rooms, opened.code)] == ["b"]
    assert [each.hidden for each in gathered(rooms, opened.code, opened.secret)] == [True, False]
    fresh = renew(rooms, opened.code, opened.secret)
    for secret in (opened.secret, "", "x" * 24):
        for forbidden in (
            gathered,
            renew,
            close,
            partial(hide, number=first.id, hidden=False),
        ):
            with pytest.raises(NotFacilitatorError):
                forbidden(rooms, opened.code, secret)
    hide(rooms, opened.code, fresh, first.id, hidden=False)
    assert len(shared(rooms, opened.code)) == 2


def test_a_room_that_is_not_shared_is_read_by_who_leads_it_alone(
    rooms: Rooms,
) -> None:
    alone = open_consultation(rooms, KEY, "Gruppa", 30, shared=False)
    remark(rooms, alone.code, "a", STEP, "5610", "Hei")
    with pytest.raises(UnknownRoomError):
        shared(rooms, alone.code)
    assert len(gathered(rooms, alone.code, alone.secret)) == 1


def test_one_room_cannot_hide_what_was_said_in_another(
    rooms: Rooms,
    opened: Opened,
) -> None:
    other = open_consultation(rooms, KEY[::-1], "En annen", 30, shared=True)
    remark(rooms, opened.code, "a", STEP, "5610", "Hei")
    (kept,) = gathered(rooms, opened.code, opened.secret)
    hide(rooms, other.code, other.secret, kept.id, hidden=True)
    assert not gathered(rooms, opened.code, opened.secret)[0].hidden


def test_what_is_deleted_or_out_of_time_leaves_nothing(
    rooms: Rooms,
    opened: Opened,
) -> None:
    remark(rooms, opened.code, "a", STEP, "5610", "Hei")
    close(rooms, opened.code, opened.secret)
    with pytest.raises(UnknownRoomError):
        consultation(rooms, opened.code)
    late = open_consultation(rooms, KEY[::-1], "Snart", 30, shared=True)
    remark(rooms, late.code, "a", STEP, "5610", "Hei")
    clock = rooms._clock
    assert isinstance(clock, Clock)
    clock.now += 30 * DAY + 1
    with pytest.raises(UnknownRoomError):
        remark(rooms, late.code, "b", STEP, "5610", "For sent")
    clock.now += DAY
    rooms.sweep()
    with rooms.reading() as connection:
        for table in Base.metadata.tables.values():
            assert connection.execute(select(table)).all() == []


def test_a_full_room_takes_no_more(
    rooms: Rooms,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(remarks_module, "MOST", 1)
    remark(rooms, opened.code, "a", STEP, "5610", "Hei")
    with pytest.raises(RoomsFullError):
        remark(rooms, opened.code, "b", STEP, "5610", "Hei")


def test_remarks_are_gathered_as_it_is_told_or_by_place(
    rooms: Rooms,
    opened: Opened,
) -> None:
    for key, (subject, place) in enumerate(
        [(FIGURE, "0301"), (LEVER, "5610"), (STEP, "5610"), (STEP, "0301"), (LEVER, "0301")]
    ):
        remark(rooms, opened.code, str(key), subject, place, "Hei")
    kept = gathered(rooms, opened.code, opened.secret)
    by_subject = [(each.subject.code, each.place) for each in ordered(kept, "subject")]
    assert by_subject == [
        *[(STEP, "5610"), (STEP, "0301"), (LEVER, "5610"), (LEVER, "0301"), (FIGURE, "0301")]
    ], "Karasjok comes before Oslo"
    by_place = [(each.place, each.subject.code) for each in ordered(kept, "place")]
    assert by_place == [
        *[("5610", STEP), ("5610", LEVER), ("0301", STEP), ("0301", LEVER), ("0301", FIGURE)]
    ]


def test_what_is_told_no_longer_is_kept_with_what_was_said_of_it() -> None:
    gone = read("steg.2040.borte")
    assert (gone.kind, gone.story, gone.step) == ("step", "2040", "borte")
    assert read(STEP) is subjects()[STEP]


def test_a_code_of_a_key_is_as_any_other() -> None:
    codes = {derived_code(f"{number:048}", 0) for number in range(500)}
    assert len(codes) == 500
    assert set("".join(codes)) == set(LETTERS)
    assert {len(derived_secret(f"{number:048}")) for number in range(20)} == {24}


@pytest.mark.parametrize("text", ["", "\r\r\n", "\ud800", "a\u0000", "\u2067x\u2069"])
def test_nothing_that_a_database_cannot_hold_is_kept(text: str) -> None:
    assert set(plain(text, 10)) <= {"a", "x", "\n"}


class Consultations(RuleBasedStateMachine):
    """Those who write, and who leads, over a network that repeats and delays what is sent."""

    rooms: Rooms

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, tuple[str, str, str]] = {}
        self.hidden: set[str] = set()
        key = token_hex(24)
        self.opened = open_consultation(self.rooms, key, "Gruppa", DAYS[0], shared=True)
        self.secret, self.old, self.open = self.opened.secret, list[str](), True

    @rule(
        key=st.sampled_from("abcdef"),
        subject=st.sampled_from([STEP, LEVER, FIGURE]),
        place=st.sampled_from(["5610", "0301"]),
        text=st.text(min_size=1, max_size=30),
    )
    def writes(self, key: str, subject: str, place: str, text: str) -> None:
        """Write, for the first time or again; what is kept first stands."""
        said = partial(remark, self.rooms, self.opened.code, key, subject, place, text)
        if not plain(text, LONGEST):
            with pytest.raises(NothingSaidError):
                said()
        elif not self.open:
            with pytest.raises(UnknownRoomError):
                said()
        else:
            said()
            self.kept.setdefault(key, (subject, place, plain(text, LONGEST)))

    @precondition(lambda self: self.kept and self.open)
    @rule(data=st.data(), hidden=st.booleans())
    def hides(self, data: st.DataObject, hidden: bool) -> None:
        """Hide one, or show it again, perhaps twice."""
        at = data.draw(st.integers(0, len(self.kept) - 1))
        key = list(self.kept)[at]
        number = gathered(self.rooms, self.opened.code, self.secret)[at].id
        hide(self.rooms, self.opened.code, self.secret, number, hidden=hidden)
        self.hidden = self.hidden | {key} if hidden else self.hidden - {key}

    @precondition(lambda self: self.open)
    @rule()
    def renews(self) -> None:
        """Make a new secret."""
        self.old.append(self.secret)
        self.secret = renew(self.rooms, self.opened.code, self.secret)

    @precondition(lambda self: self.open and self.kept)
    @rule()
    def deletes(self) -> None:
        """Delete the room, once all else has been tried."""
        close(self.rooms, self.opened.code, self.secret)
        self.open, self.kept, self.hidden = False, {}, set()

    @invariant()
    def each_is_there_once_as_it_was_first_said(self) -> None:
        """Hold what is kept against what was said, for who leads and for all."""
        code = self.opened.code
        if not self.open:
            with pytest.raises(UnknownRoomError):
                shared(self.rooms, code)
            return
        kept = gathered(self.rooms, code, self.secret)
        said = [(each.subject.code, each.place, each.text) for each in kept]
        assert said == list(self.kept.values())
        read_by_all = [
            (each.subject.code, each.place, each.text) for each in shared(self.rooms, code)
        ]
        assert read_by_all == [it for key, it in self.kept.items() if key not in self.hidden]
        for secret in self.old[-2:]:
            with pytest.raises(NotFacilitatorError):
                gathered(self.rooms, code, secret)


def test_whatever_is_sent_in_whichever_order_each_remark_is_there_once(
    rooms: Rooms,
) -> None:
    machine = type("Machine", (Consultations,), {"rooms": rooms})
    run_machine(
        machine,
        settings=trying(
            max_examples=12,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
