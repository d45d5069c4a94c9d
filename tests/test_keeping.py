"""Computing once what many ask for at the same time."""

import threading

import pytest

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
