"""The stream of a room: each screen is sent the room's state whenever it is another.

Server-sent events. A stream ends after some minutes, or when the server is stopped, and the
browser opens the next one; where streams do not come through, it asks for the state instead.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from starlette.concurrency import run_in_threadpool

from framtid.errors import FramtidError
from framtid.meeting.changes import listen
from framtid.meeting.errors import RoomsFullError, UnknownRoomError
from framtid.meeting.rooms import Rooms
from framtid.web.stopping import stopping, tell

LIFE = 600.0
"""Seconds of a stream, so that one that nobody reads any more is not kept for ever."""
BEAT = 15.0
"""Seconds of silence after which a line says that the stream is alive."""
PAUSE = 0.4
"""Seconds that a stream rests, so that a hundred answers at once are told together."""
MOST = 2_000
"""Streams of one process; one more is told to ask instead."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
GONE = b"event: gone\ndata: {}\n\n"
Told = Callable[[str], bytes]
"""The state of the room of a code, as JSON."""


class Hub:
    """The streams of one process over one database: what one of them reads, all are told."""

    def __init__(self, rooms: Rooms, told: Told) -> None:
        self._rooms, self._told = rooms, told
        self._news = asyncio.Event()
        self._number = 0
        self._streams = 0
        self._stop = Event()
        self._forget: Callable[[], None]
        self._read: dict[str, tuple[int, asyncio.Task[bytes]]] = {}

    async def stream(self, code: str) -> AsyncIterator[bytes]:
        """Yield what is sent to one screen."""
        before, until = b"", time.monotonic() + LIFE
        with self._listening():
            yield b"retry: 1000\n\n"
            while time.monotonic() < until and not stopping():
                number = self._number
                try:
                    now = await self._state(code, number)
                except UnknownRoomError:
                    yield GONE
                    return
                except FramtidError:
                    return  # the database is away; the browser comes again
                if now != before:
                    yield b"data: " + now + b"\n\n"
                before = now
                if not await self._changed(number):
                    yield b":\n\n"
                await asyncio.sleep(PAUSE)

    async def _state(self, code: str, number: int) -> bytes:
        """Read the state once for all who ask at the same time."""
        known = self._read.get(code)
        if known is None or known[0] != number or _failed(known[1]):
            known = (number, asyncio.ensure_future(run_in_threadpool(self._told, code)))
            self._read[code] = known
        return await asyncio.shield(known[1])

    async def _changed(self, number: int) -> bool:
        """Wait for news; False where none came for a while."""
        if self._number != number:
            return True
        try:
            await asyncio.wait_for(self._news.wait(), BEAT)
        except TimeoutError:
            return False
        return True

    @contextmanager
    def _listening(self) -> Iterator[None]:
        if self._streams >= MOST:
            raise RoomsFullError
        if not self._streams:
            self._stop = Event()
            loop = asyncio.get_running_loop()
            heard = self._heard_in(loop)
            self._forget = tell(heard)
            Thread(target=listen, args=(self._rooms.engine, heard, self._stop), daemon=True).start()
        self._streams += 1
        try:
            yield
        finally:
            self._streams -= 1
            if not self._streams:
                self._stop.set()
                self._forget()
                self._read.clear()

    def _heard_in(self, loop: asyncio.AbstractEventLoop) -> Callable[[], None]:
        def news() -> None:
            self._number += 1
            self._news.set()
            self._news = asyncio.Event()

        def heard() -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(news)

        return heard

    def full(self) -> bool:
        """Whether one more stream is one too many."""
        return self._streams >= MOST


def _failed(read: asyncio.Task[bytes]) -> bool:
    """Whether a read gave nothing, so that the next to ask reads anew."""
    return read.done() and (read.cancelled() or read.exception() is not None)
