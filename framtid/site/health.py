"""Whether the site is up, on which figures, since when, and whether all of them are whole."""

import time

from starlette.requests import Request
from starlette.responses import Response

from framtid.answers import Health, Ready
from framtid.errors import SnapshotError
from framtid.statistics.snapshot import snapshot
from framtid.web import live_rooms
from framtid.web.packed import answered
from framtid.web.statuses import BUSY

OPENED = time.monotonic()


async def health(_request: Request) -> Response:
    """Answer without computing anything, and without waiting for a thread."""
    uptime = round(time.monotonic() - OPENED, 1)
    state = Health(ok=True, edition=snapshot().edition, uptime=uptime)
    return answered(state, headers={"cache-control": "no-store"})


def ready(_request: Request) -> Response:
    """Read and check every table of the edition in force, and of which version the rooms' are.

    503 where one is not as catalogued, or the rooms' are another program's.
    """
    problem = live_rooms.problem()
    try:
        snapshot().verify(anew=True)
    except SnapshotError as error:
        problem = str(error)
    state = Ready(ready=not problem, edition=snapshot().edition, problem=problem)
    return answered(state, BUSY if problem else 200, {"cache-control": "no-store"})
