"""Whether the site is up, on which figures, and since when."""

import time
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse

from framtid.statistics.snapshot import snapshot

OPENED = time.monotonic()


def health(_request: Request) -> JSONResponse:
    """Answer without computing anything."""
    state: Mapping[str, object] = {
        "ok": True,
        "edition": snapshot().edition,
        "uptime": round(time.monotonic() - OPENED, 1),
    }
    return JSONResponse(state, headers={"cache-control": "no-store"})
