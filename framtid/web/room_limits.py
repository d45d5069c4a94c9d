"""How often one address may open rooms, answer, and be wrong about a code (``docs/rooms.md``)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request

from framtid.meeting.errors import UnknownRoomError
from framtid.web.turns import Shares

OPENED = Shares(20, 300.0, time.monotonic)
"""Rooms an address may open at once, and seconds until one more."""
BALLOTS = Shares(600, 0.2, time.monotonic)
"""Answers and comments: a hall of phones behind one address has enough."""
REPORTS = Shares(10, 60.0, time.monotonic)
"""Barriers an address may report at once, and seconds until one more."""
REMARKS = Shares(120, 5.0, time.monotonic)
"""Remarks in longer rooms: a town hall behind one address has enough."""
WRONG = Shares(300, 1.0, time.monotonic)
"""Codes that there is no room of: a hall of phones may ask for one that has just been deleted."""


def address(request: Request) -> str:
    """Return who asks, as the limits count them."""
    return request.client.host if request.client else ""


@contextmanager
def guesses(who: str) -> Iterator[None]:
    """Count codes that lead to no room; who has been wrong too often is not told of any.

    Raises:
        TooManyError: so many were wrong that no code is looked up now.

    """
    WRONG.check(who)
    try:
        yield
    except UnknownRoomError:
        WRONG.take(who)
        raise
