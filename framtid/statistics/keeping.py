"""Keeping what is computed of the figures: once for each question, apart for each edition."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from concurrent.futures import Future
from functools import partial, update_wrapper
from inspect import signature
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeVar
from weakref import WeakSet

from framtid.statistics.budget import BUDGET
from framtid.statistics.snapshot import snapshot

EDITIONS = 2
"""Editions that results are kept for: the one in force and one that is looked back at."""

ROOM = 1
"""How many times what a function asks for is kept: more where all places are gone through often."""

MANY = 8
"""Results of a function from which on they are answers and not what all answers stand on."""

P = ParamSpec("P")
R = TypeVar("R")


class Result(Future[R]):
    """One result that is kept, or on its way."""

    ready = False
    """Whether ``value`` is there; it is read without the lock that those who wait need."""
    value: R
    used = False
    """Whether it has been asked for again since it was last in turn to go."""
    forget: Callable[[], None]
    """Keep it no longer."""

    def set_result(self, result: R) -> None:
        """Have the result, and give it to those who wait."""
        self.value, self.ready = result, True
        super().set_result(result)


_Results = OrderedDict[Hashable, Result[R]]
NOTHING: dict[Any, Any] = {}


_EVERY: "WeakSet[Kept[..., Any]]" = WeakSet()
"""Every function whose results are kept."""


class Kept(Generic[P, R]):
    """A function whose results are kept, so many of them, apart for each edition of the figures.

    The first to ask computes; those who ask meanwhile wait for the same result. What fails is not
    kept. The oldest goes first, but for what has been asked for again: that has a second chance.
    """

    def __init__(
        self, make: Callable[P, R], maxsize: int | None, by: Callable[[], Hashable] | None
    ) -> None:
        self._make, self._maxsize, self._by = make, maxsize, by
        self._signature = signature(make)
        self._count = len(self._signature.parameters)
        self._editions: OrderedDict[str, dict[Hashable, _Results[R]]] = OrderedDict()
        self._last = ""
        self._lock = Lock()
        update_wrapper(self, make)
        _EVERY.add(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what the function gives for the edition in force, computed once."""
        key = args if len(args) == self._count else self._key(*args, **kwargs)
        edition, by = snapshot().edition, self._by and self._by()
        # What is there is read without the lock in the edition asked of last: most asks are such.
        found: Result[R] | None = self._editions.get(edition, NOTHING).get(by, NOTHING).get(key)
        if found is not None and found.ready and edition == self._last:
            found.used = True
            return found.value
        with self._lock:
            results = self._results(edition, by)
            result = results.get(key)
            if first := result is None:
                result = results[key] = Result()
            else:
                result.used = True
        if first:
            self._compute(results, key, result, *args, **kwargs)
        return result.value if result.ready else result.result()

    def _key(self, *args: P.args, **kwargs: P.kwargs) -> Hashable:
        """Return one key for one question: ``of()`` and ``of("its default")`` are the same."""
        bound = self._signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return (*bound.args, *bound.kwargs.values())

    def _results(self, edition: str, by: Hashable) -> _Results[R]:
        """Return what is kept for an edition; the lock is held."""
        found = self._editions.get(edition)
        if found is None:
            found = self._editions[edition] = {}
            if len(self._editions) > EDITIONS:
                self._editions.popitem(last=False)
        elif edition != self._last:
            self._editions.move_to_end(edition)
        self._last = edition
        results = found.get(by)
        if results is None:
            results = found[by] = OrderedDict()
        return results

    def _compute(
        self,
        results: _Results[R],
        key: Hashable,
        result: Result[R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        try:
            result.set_result(self._make(*args, **kwargs))
        except BaseException as error:
            with self._lock:
                results.pop(key, None)
            result.set_exception(error)
            return
        if self._maxsize is not None:
            with self._lock:
                _make_room(results, ROOM * self._maxsize, result)
        if self._maxsize is not None and self._maxsize >= MANY:
            result.forget = partial(self._forget, results, key)
            BUDGET.add(result)

    def _forget(self, results: _Results[R], key: Hashable) -> None:
        with self._lock:
            results.pop(key, None)

    def only(self, editions: Collection[str]) -> None:
        """Forget what is kept for any other edition."""
        with self._lock:
            for gone in self._editions.keys() - editions:
                del self._editions[gone]

    def cache_clear(self) -> None:
        """Forget everything, for every edition."""
        with self._lock:
            self._editions.clear()


def _make_room(results: _Results[Any], size: int, newest: Result[Any]) -> None:
    """Let go of the oldest, never of the newest, until no more than ``size`` are left."""
    while len(results) > size:
        key, oldest = next(iter(results.items()))
        if oldest.used or oldest is newest:
            oldest.used = False
            results.move_to_end(key)
        else:
            del results[key]


def keep_only(editions: Collection[str]) -> None:
    """Forget what every function has kept for any other edition.

    One that is seldom asked would else hold an edition that nobody looks at any more.
    """
    for each in list(_EVERY):
        each.only(editions)


def kept(
    maxsize: int | None = 128, *, by: Callable[[], Hashable] | None = None
) -> Callable[[Callable[P, R]], Kept[P, R]]:
    """Keep a function's newest results.

    Args:
        maxsize: how many for each edition, and each value of ``by``; None for all.
        by: what results differ by beside the arguments, such as the language that is spoken.

    """
    return lambda make: Kept(make, maxsize, by)
