"""Computing once what many ask for at the same time, and never too much at once."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import update_wrapper
from threading import BoundedSemaphore, Lock
from typing import Generic, ParamSpec, TypeVar

from framtid.errors import TooBusyError
from framtid.statistics.snapshot import snapshot

P = ParamSpec("P")
R = TypeVar("R")
AT_ONCE = 8
"""Answers that may be in the making at a time, over all."""
PATIENCE = 15.0
"""Seconds that one more waits for its turn."""
_turns = BoundedSemaphore(AT_ONCE)


class Once(Generic[P, R]):
    """A function whose newest results are kept, apart for each edition of the figures.

    The first to ask computes; those who ask meanwhile wait for the same result. What fails is not
    kept.
    """

    def __init__(self, make: Callable[P, R], keep: int) -> None:
        self._make, self._keep = make, keep
        self._kept: OrderedDict[object, Future[R]] = OrderedDict()
        self._lock = Lock()
        update_wrapper(self, make)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return the result; raise TooBusyError where there is no turn to compute it."""
        key = (snapshot().edition, args, tuple(sorted(kwargs.items())))
        with self._lock:
            found = self._kept.get(key)
            mine = found is None
            if found is None:
                found = self._kept[key] = Future()
            self._kept.move_to_end(key)
        if mine:
            self._compute(key, found, *args, **kwargs)
        return found.result()

    def _compute(self, key: object, promise: Future[R], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            promise.set_result(self._in_turn(*args, **kwargs))
        except BaseException as error:
            with self._lock:
                self._kept.pop(key, None)
            promise.set_exception(error)
            return
        with self._lock:
            while len(self._kept) > self._keep:
                self._kept.popitem(last=False)

    def _in_turn(self, *args: P.args, **kwargs: P.kwargs) -> R:
        if not _turns.acquire(timeout=PATIENCE):
            raise TooBusyError
        try:
            return self._make(*args, **kwargs)
        finally:
            _turns.release()


def once(keep: int) -> Callable[[Callable[P, R]], Once[P, R]]:
    """Compute once what is asked for many times, and keep the newest ``keep`` results."""
    return lambda make: Once(make, keep)
