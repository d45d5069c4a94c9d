"""Whether the site is up, on which figures, and since when."""

import time

from starlette.requests import Request
from starlette.responses import Response

from framtid.answers import Health
from framtid.statistics.snapshot import snapshot
from framtid.web.packed import answered

OPENED = time.monotonic()


async def health(_request: Request) -> Response:
    """Answer without computing anything, and without waiting for a thread."""
    uptime = round(time.monotonic() - OPENED, 1)
    state = Health(ok=True, edition=snapshot().edition, uptime=uptime)
    return answered(state, headers={"cache-control": "no-store"})
