"""Computing once what many ask for at the same time."""

import threading

import pytest

from framtid.statistics import keeping
from framtid.statistics.budget import Budget, weight
from framtid.statistics.keeping import kept


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


def test_the_scales_weigh_this_program() -> None:
    before = weight()
    heavy = bytearray(b"1" * 60_000_000)
    assert weight() > before + 40
    assert heavy
