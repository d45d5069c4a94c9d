"""One edition of the figures for the whole of an answer, also while a new one comes into force."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from framtid.errors import FramtidError
from framtid.statistics.budget import hand_back
from framtid.statistics.keeping import keep_only
from framtid.statistics.snapshot import Snapshot, edition, notice, pinned, snapshot

NAMED = re.compile(r"[?&]v=([0-9a-f]{10})\b|/kommuner\.([0-9a-f]{10})\.geojson")
"""Where an address names the edition it wants."""
EVERY = 5.0
"""Seconds between looks for a new edition."""
log = logging.getLogger(__name__)


def wanted(scope: Scope) -> Snapshot | None:
    """Return the edition that an address names, or None where it names none that is kept."""
    query = scope.get("query_string", b"").decode("latin-1")
    match = NAMED.search(f"{scope['path']}?{query}")
    if match is None:
        return None
    try:
        return edition(match[1] or match[2])
    except FramtidError:
        return None


class OneEdition:
    """Pure ASGI middleware: what a page asks for is of the edition that the page was told."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer with the edition that is named, or else the one in force."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with pinned(wanted(scope)):
            await self.app(scope, receive, send)


def take(prepare: Callable[[], object]) -> None:
    """Take a new edition into use; make room first, as two editions are at hand meanwhile."""
    before = snapshot().edition

    def ready() -> None:
        keep_only({before, snapshot().edition})
        hand_back()
        prepare()

    notice(ready)


async def follow(prepare: Callable[[], object], every: float = EVERY) -> None:
    """Take new editions into use as they come, each prepared before anyone is shown it."""
    while True:
        await asyncio.sleep(every)
        try:
            await run_in_threadpool(take, prepare)
        except Exception:
            log.exception("the new edition could not be taken into use; the old one stays")


@asynccontextmanager
async def following(prepare: Callable[[], object]) -> AsyncIterator[None]:
    """Follow the store for as long as the block lasts; ``prepare`` computes what is shown first."""
    task = asyncio.create_task(follow(prepare))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
