"""Turns for what is dear to compute: a few at a time, and a clear no to who would wait too long."""

from collections.abc import Callable
from functools import wraps
from threading import BoundedSemaphore
from typing import ParamSpec, TypeVar

from framtid.errors import TooBusyError

P = ParamSpec("P")
R = TypeVar("R")
AT_ONCE = 8
"""Answers that may be in the making at a time, over all."""
PATIENCE = 15.0
"""Seconds that one more waits for its turn."""
_turns = BoundedSemaphore(AT_ONCE)


def in_turn(make: Callable[P, R]) -> Callable[P, R]:
    """Let a function wait for its turn; it raises TooBusyError where there is none."""

    @wraps(make)
    def waiting(*args: P.args, **kwargs: P.kwargs) -> R:
        if not _turns.acquire(timeout=PATIENCE):
            raise TooBusyError
        try:
            return make(*args, **kwargs)
        finally:
            _turns.release()

    return waiting
