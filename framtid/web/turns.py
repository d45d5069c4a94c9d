"""Turns for what is computed: few threads, a clear no, and a fair share of what is dear."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import TypeVar

from anyio import CapacityLimiter, move_on_after, to_thread
from starlette.requests import Request
from starlette.responses import Response

from framtid.errors import TooBusyError, TooManyError

R = TypeVar("R")
AT_ONCE = 2
"""Dear answers that may be in the making at a time, over all."""
PAGES, FRAMES = 2, 4
"""The same for pages and stories, and for frames and the search.

Threads that compute share one interpreter: the more of them, the longer each that is cheap waits.
"""
PATIENCE = 120.0
"""Seconds that one more waits for its turn."""
SHARE, EVERY = 40, 2.0
"""Dear answers that an address may ask for at once, and seconds until it may ask for one more."""
ADDRESSES = 4096
"""Addresses that are remembered; the one that asked longest ago is forgotten first."""


async def in_turn(make: Callable[[], R], turns: CapacityLimiter) -> R:
    """Compute on one of few threads; who waits holds no thread meanwhile.

    Raises:
        TooBusyError: no turn came.

    """
    mine, came = object(), False
    with move_on_after(PATIENCE):
        await turns.acquire_on_behalf_of(mine)
        came = True
    if not came:
        raise TooBusyError
    try:
        return await to_thread.run_sync(make, limiter=CapacityLimiter(1))
    finally:
        turns.release_on_behalf_of(mine)


def by_turn(
    respond: Callable[[Request], Response], turns: CapacityLimiter
) -> Callable[[Request], Awaitable[Response]]:
    """Return the same answer as a route may call it: made on one of few threads."""

    @wraps(respond)
    async def responding(request: Request) -> Response:
        return await in_turn(partial(respond, request), turns)

    return responding


class Shares:
    """What is left of each address's share of dear answers: a token bucket for each."""

    def __init__(self, share: int, every: float, clock: Callable[[], float]) -> None:
        self._share, self._every, self._clock = share, every, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def check(self, address: str) -> None:
        """Count nothing; raise TooManyError where the share is used up."""
        left, then = self._left.get(address, (float(self._share), self._clock()))
        if left + (self._clock() - then) / self._every < 1:
            raise TooManyError

    def take(self, address: str) -> None:
        """Count one answer; raise TooManyError where the share is used up."""
        now = self._clock()
        left, then = self._left.pop(address, (float(self._share), now))
        left = min(self._share, left + (now - then) / self._every)
        enough = left >= 1
        self._left[address] = (left - 1 if enough else left, now)
        if len(self._left) > ADDRESSES:
            self._left.popitem(last=False)
        if not enough:
            raise TooManyError


DEAR, WRITTEN, QUICK = (CapacityLimiter(number) for number in (AT_ONCE, PAGES, FRAMES))
SHARES = Shares(SHARE, EVERY, time.monotonic)
