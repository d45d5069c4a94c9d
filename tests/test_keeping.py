"""Computing once what many ask for at the same time."""

import gc
import threading
import weakref
from types import SimpleNamespace

import pytest

from framtid.statistics import keeping
from framtid.statistics.budget import Budget, weight
from framtid.statistics.keeping import kept


@pytest.fixture(autouse=True)
def _usual_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep as much as the program does, which is less than the tests keep."""
    monkeypatch.setattr(keeping, "ROOM", 1)


def test_a_burst_of_the_same_question_is_computed_once() -> None:
    begun, go_on, computed = threading.Event(), threading.Event(), []

    @kept(4)
    def slow(name: str) -> str:
        computed.append(name)
        begun.set()
        go_on.wait(20)
        return name.upper()

    answers: list[str] = []
    readers = [threading.Thread(target=lambda: answers.append(slow("a"))) for _ in range(20)]
    for reader in readers:
        reader.start()
    assert begun.wait(20)
    go_on.set()
    for reader in readers:
        reader.join(20)
    assert computed == ["a"]
    assert answers == ["A"] * 20


def test_what_failed_is_tried_again() -> None:
    tries = []

    @kept(4)
    def failing() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError
        return len(tries)

    with pytest.raises(ValueError):
        failing()
    assert failing() == 2


def test_no_more_is_kept_than_there_is_room_for_and_what_is_asked_for_stays() -> None:
    computed: list[int] = []

    @kept(3)
    def answer(number: int) -> int:
        computed.append(number)
        return number

    for number in range(12):
        answer(number)
        answer(0)
    assert computed == list(range(12)), "what is asked for all the time is computed once"
    answer(11)
    assert len(computed) == 12, "the newest is there"
    answer(3)
    assert computed[-1] == 3, "what nobody asked for again is not"


def test_the_newest_stays_though_all_that_is_older_was_asked_for_again() -> None:
    computed: list[int] = []

    @kept(2)
    def answer(number: int) -> int:
        computed.append(number)
        return number

    for number in (0, 1, 0, 1, 2, 2):
        answer(number)
    assert computed == [0, 1, 2]


def test_what_is_asked_for_again_stays_where_two_editions_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = ["old"]
    monkeypatch.setattr(keeping, "snapshot", lambda: SimpleNamespace(edition=at[-1]))
    computed: list[int] = []

    @kept(2)
    def answer(number: int) -> int:
        computed.append(number)
        return number

    answer(0)
    at.append("new")
    for number in (0, 1, 0, 2, 0):
        answer(number)
    assert computed == [0, 0, 1, 2]


def test_what_is_there_is_given_without_a_lock_also_after_an_edition_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = ["old"]
    monkeypatch.setattr(keeping, "snapshot", lambda: SimpleNamespace(edition=at[-1]))

    @kept(2)
    def doubled(number: int) -> int:
        return 2 * number

    doubled(1)
    at.append("new")
    doubled(1)
    answers: list[int] = []
    with doubled._lock:
        reader = threading.Thread(target=lambda: answers.append(doubled(1)), daemon=True)
        reader.start()
        reader.join(20)
    assert answers == [2]


def test_what_is_oldest_goes_where_the_program_weighs_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scales = iter([10.0] * 8 + [1000.0] * 4 + [10.0] * 100)
    monkeypatch.setattr("framtid.statistics.budget.EVERY", 0.0)
    monkeypatch.setattr(keeping, "BUDGET", Budget(500.0, lambda: next(scales)))
    computed: list[int] = []

    @kept(64)
    def answer(number: int) -> int:
        computed.append(number)
        return number * number

    @kept(2)
    def ground() -> str:
        computed.append(-1)
        return "what all answers stand on"

    ground()
    first = [answer(number) for number in range(12)]
    assert [answer(number) for number in range(12)] == first
    again = computed[13:]
    assert again
    assert again == sorted(again), "the oldest"
    assert 11 not in again
    ground()
    assert computed.count(-1) == 1


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return what the program weighs, newest last; it has 500 MB."""
    weighs = [10.0]
    monkeypatch.setattr("framtid.statistics.budget.EVERY", 0.0)
    monkeypatch.setattr(keeping, "BUDGET", Budget(500.0, lambda: weighs[-1]))
    return weighs


def test_what_is_asked_for_again_outlives_what_is_not(shelf: list[float]) -> None:
    computed: list[int] = []

    @kept(64)
    def answer(number: int) -> int:
        computed.append(number)
        return number

    for number in range(8):
        answer(number)
    answer(0)
    answer(1)
    shelf.append(1000.0)
    answer(8)
    computed.clear()
    for number in range(9):
        answer(number)
    assert computed[:2] == [2, 3]
    assert not {0, 1} & set(computed)


def test_a_program_that_is_heavy_by_nature_does_not_compute_the_same_again_and_again(
    shelf: list[float],
) -> None:
    computed: list[int] = []

    @kept(64)
    def answer(number: int) -> int:
        computed.append(number)
        return number

    shelf.append(700.0)
    for _ in range(20):
        for number in range(12):
            answer(number)
    assert len(computed) <= 24


@pytest.mark.usefixtures("shelf")
def test_what_its_function_has_let_go_of_is_held_by_nobody() -> None:
    class Large:
        """Something to look for afterwards."""

    @kept(8)
    def answer(_number: int) -> Large:
        return Large()

    first = weakref.ref(answer(0))
    assert first()
    for number in range(1, 20):
        answer(number)
    gc.collect()
    assert first() is None


def test_the_scales_weigh_this_program() -> None:
    before = weight()
    heavy = bytearray(b"1" * 60_000_000)
    assert weight() > before + 40
    assert heavy
