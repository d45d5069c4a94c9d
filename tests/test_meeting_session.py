"""The state of a meeting, whatever is sent to it in whichever order, and what a room decided."""

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from framtid.errors import UnknownOptionError
from framtid.meeting import agenda as agendas
from framtid.meeting.agenda import ASKS, SHOWS, agenda, asks, lengths, settings
from framtid.meeting.hands import Hands, read, written
from framtid.meeting.session import Session
from framtid.meeting.spread import median, spread
from framtid.meeting.tally import ANSWERS, Tally, pathway, possible, tally
from framtid.pathways.codec import encode
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.levers import HIGHEST, LOWEST, levers
from framtid.pathways.pathway import Pathway
from framtid.stories import stories, tell

NAMES = ("tillit", "leiligheter", "seniorer")
STEPS = agenda(120, NAMES, {"kartet": 1, "skolen": 1})
CASE, OTHER = "0.tillit", "1.tillit"
LAST = len(STEPS) - 1
PLACES = st.integers(0, LAST)


class Meeting(RuleBasedStateMachine):
    """A facilitator who moves, and a network that repeats, delays and forgets what they send."""

    def __init__(self) -> None:
        super().__init__()
        self.session, self.turn = Session(STEPS), 0
        self.sent: list[tuple[int, int, str]] = [(0, 0, "")]
        self.shown: set[str] = set()

    def _arrives(
        self, at: int, turn: int, revealed: tuple[str, ...] = (), council: str = ""
    ) -> None:
        before = self.session
        self.session = before.moved(at, turn, revealed, council)
        assert self.session.moved(at, turn, revealed, council) == self.session, "twice is once"
        if turn < before.turn:
            assert self.session == before, "an earlier one changes nothing"
            return
        self.shown |= set(revealed) | ({STEPS[at].id} if STEPS[at].kind in SHOWS else set())
        again = {self.session.step.id} if self.session.step.kind in ASKS else set()
        self.shown -= again
        assert before.revealed - again <= self.session.revealed, "what is shown stays shown"

    @rule(at=PLACES, council=st.sampled_from(["", CASE, OTHER]))
    def moves(self, at: int, council: str) -> None:
        """Move, and be heard."""
        self.turn += 1
        self.sent.append((at, self.turn, council))
        self._arrives(at, self.turn, (), council)
        assert (self.session.at, self.session.council) == (at, council)

    @rule(at=PLACES, council=st.sampled_from(["", CASE]))
    def moves_without_network(self, at: int, council: str) -> None:
        """Move, and not be heard until later."""
        self.turn += 1
        self.sent.append((at, self.turn, council))

    @rule(data=st.data())
    def comes_late_or_twice(self, data: st.DataObject) -> None:
        """Let something of before come now."""
        newest = self.session.turn, self.session.at, self.session.council
        at, turn, council = data.draw(st.sampled_from(self.sent))
        self._arrives(at, turn, (), council)
        if turn <= newest[0]:
            now = self.session.turn, self.session.at, self.session.council
            assert now == newest, "an earlier one moves nothing"

    @rule(names=st.sets(st.sampled_from([*NAMES, "levers", CASE])))
    def tells_what_it_showed_alone(self, names: set[str]) -> None:
        """Tell what was shown while there was no network."""
        self._arrives(self.session.at, self.session.turn, tuple(names), self.session.council)

    @invariant()
    def what_is_open_is_not_shown(self) -> None:
        """Hold what takes answers apart from what has been shown."""
        session = self.session
        assert session.revealed == self.shown
        for name in NAMES:
            passed = any(s.kind == "dilemma" and s.id == name for s in STEPS[: session.at + 1])
            assert session.accepts(name) is (passed and name not in self.shown)
        levers_passed = any(step.kind == "levers" for step in STEPS[: session.at + 1])
        assert session.accepts("levers") is (levers_passed and "levers" not in self.shown)
        for case in (CASE, OTHER):
            open_ = session.step.kind == "councils" and session.council == case
            assert session.accepts(case) is (open_ and case not in self.shown)
        if session.step.kind in ASKS:
            assert session.asked == session.step.id, "a question on the screen can be answered"
        assert session.asked is None or session.accepts(session.asked)
        assert not session.accepts("nothing")


TestMeeting = Meeting.TestCase
TestMeeting.settings = trying(max_examples=40, stateful_step_count=25, deadline=None)


COUNTS = st.tuples(*[st.integers(0, 99)] * 3)


@given(counted=st.lists(st.tuples(st.sampled_from(NAMES), COUNTS), max_size=8), data=st.data())
def test_the_hands_that_were_counted_last_stand_whatever_comes_when(
    counted: list[tuple[str, tuple[int, int, int]]], data: st.DataObject
) -> None:
    sent = [{name: Hands(*each, turn)} for turn, (name, each) in enumerate(counted)]
    last = {name: hands for one in sent for name, hands in one.items()}
    session = Session(STEPS).moved(3, 10)
    for one in [*data.draw(st.permutations(sent)), *sent[:2]]:
        session = session.moved(0, data.draw(st.integers(0, 9)), hands=one)
    assert (session.hands, session.at) == (last, 3), "also with a turn that comes late"
    assert read(written(session.hands)) == last
    with pytest.raises(UnknownOptionError):
        session.moved(0, 11, hands={"levers": Hands()})


@pytest.mark.parametrize("kind", ASKS)
def test_who_goes_back_to_a_question_asks_it_again(kind: str) -> None:
    asking = next(at for at, step in enumerate(STEPS) if step.kind == kind)
    name = STEPS[asking].id
    shown = Session(STEPS).moved(asking, 1).moved(asking + 1, 2)
    assert not shown.accepts(name)
    again = shown.moved(asking, 3, [name])
    assert again.asked == name
    assert again.moved(asking + 1, 2, [name]) == again, "what comes late shuts it not"
    assert name in again.moved(asking + 1, 4).revealed


@pytest.mark.parametrize("wrong", [-1, LAST + 1, 10**12])
def test_there_is_no_screen_outside_the_agenda(wrong: int) -> None:
    with pytest.raises(UnknownOptionError):
        Session(STEPS).moved(wrong, 1)


def test_what_is_not_asked_cannot_be_shown() -> None:
    with pytest.raises(UnknownOptionError):
        Session(STEPS).moved(0, 1, ["tomter"])


@pytest.mark.parametrize("length", lengths())
def test_an_agenda_takes_the_time_that_it_says(length: int) -> None:
    told = {step.id: step for step in tell("2040", "5610", "nb").steps}
    steps = agenda(length, list(dilemmas())[: asks(length)], told)
    assert sum(step.minutes for step in steps) == pytest.approx(length)
    assert [step.id for step in steps if step.kind == "dilemma"] == [
        step.id for step in steps if step.kind == "reveal"
    ]
    assert steps[0].kind == "lobby"
    assert steps[-1].kind == "closing"
    known = {step.id for step in stories()["2040"].steps}
    named = {name for part in settings().agendas[length] for name in part.steps}
    assert named <= known


def test_fewer_dilemmas_leave_their_parts_out() -> None:
    kinds = [step.kind for step in agenda(20, ["tillit"], {})]
    assert kinds == ["lobby", "silent", "dilemma", "reveal", "path", "closing"]
    long = [step.kind for step in agenda(120, [], {})]
    assert long[-5:] == ["path", "levers", "spread", "councils", "closing"]


STANDS = st.tuples(st.sampled_from(["", *settings().roles]), st.sampled_from(ANSWERS))


@given(st.lists(STANDS))
def test_no_group_that_is_too_small_can_be_told(stands: list[tuple[str, str]]) -> None:
    counted = tally((role, answer, 1) for role, answer in stands)
    assert counted.yes + counted.no + counted.blank == len(stands)
    apart = sum(map(sum, counted.groups.values()))
    for role, given_ in counted.groups.items():
        assert sum(given_) == sum(each == role for each, _ in stands) >= settings().fewest
    if counted.groups:
        left = len(stands) - apart
        assert left == 0 or left >= settings().fewest, "nor can it be worked out of the rest"


def test_the_majority_decides_and_as_many_on_each_side_decide_nothing() -> None:
    assert Tally(3, 2, 40).decided is True
    assert Tally(1, 2).decided is False
    assert Tally(2, 2, 1).decided is None
    assert encode(pathway({"tillit": True, "leiligheter": None, "seniorer": False})) == "2-na3"
    assert encode(pathway({"leiligheter": False})) == "2-hjm"
    both = {"langvakter": True, "helestillinger": True}
    assert encode(pathway(both)) == encode(pathway(dict(reversed(both.items())))) == "2-he3"


def test_every_way_that_a_meeting_can_end_is_known_beforehand() -> None:
    ends = possible(NAMES)
    assert len(set(ends)) == len(ends) == 2 * 3 * 2
    assert pathway({"tillit": True, "leiligheter": False, "seniorer": True}) in ends


def test_a_file_with_a_mistake_is_refused(tmp_path, monkeypatch) -> None:
    file = tmp_path / "meeting.yml"
    file.write_text(agendas.FILE.read_text("utf-8").replace("minutes: 1 ", "minutes: 0 "), "utf-8")
    monkeypatch.setattr(agendas, "FILE", file)
    agendas.settings.cache_clear()
    with pytest.raises(ValueError, match="minutes"):
        agendas.settings()
    monkeypatch.undo()
    agendas.settings.cache_clear()


LEVELS_SAID = st.lists(st.integers(LOWEST, HIGHEST), min_size=1, max_size=12)


@given(LEVELS_SAID)
def test_the_median_is_in_the_middle_and_nearer_today_of_two(levels: list[int]) -> None:
    chosen = median(levels)
    assert chosen in levels
    assert 2 * sum(level < chosen for level in levels) <= len(levels)
    assert 2 * sum(level > chosen for level in levels) <= len(levels)
    others = [
        level
        for level in set(levels)
        if 2 * sum(each < level for each in levels) <= len(levels)
        and 2 * sum(each > level for each in levels) <= len(levels)
    ]
    assert abs(chosen) == min(map(abs, others))


@given(st.lists(st.tuples(st.sampled_from(["", "youth", "care"]), LEVELS_SAID), max_size=9))
def test_no_group_that_is_too_small_has_a_path_of_its_own(
    said: list[tuple[str, list[int]]],
) -> None:
    names = list(levers())
    rows = [
        (role, encode(Pathway.of(dict(zip(names, levels, strict=False))))) for role, levels in said
    ]
    told = spread(rows)
    assert told.many == len(rows)
    assert all(sum(counts) == len(rows) for counts in told.levers.values())
    apart = sum(group.many for group in told.groups.values())
    assert all(group.many >= settings().fewest for group in told.groups.values())
    assert not told.groups or len(rows) - apart in {0, *range(settings().fewest, len(rows))}
