"""Pictures are drawn by a process of their own, which may die without taking anybody along."""

import os
import signal
from collections.abc import Iterator

import pytest

from framtid.embed.pictures.card import card
from framtid.embed.pictures.painting import Painting
from framtid.embed.request import read

PNG = b"\x89PNG"


@pytest.fixture
def painting() -> Iterator[Painting]:
    started = Painting()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def svg() -> str:
    return card(read("carers", "5610", {}))


def test_a_process_that_dies_is_replaced_and_draws_the_same(painting: Painting, svg: str) -> None:
    first = painting.png(svg)
    assert first.startswith(PNG)
    assert painting.process
    os.kill(painting.process.pid, signal.SIGKILL)
    assert painting.png(svg) == first


def test_what_is_no_picture_is_refused_and_the_next_one_is_drawn(
    painting: Painting, svg: str
) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        painting.png("<svg>")
    assert painting.png(svg).startswith(PNG)
