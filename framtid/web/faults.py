"""Trouble that is seen: refusals and faults are in the log with a number that the reader has."""

import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from secrets import token_hex
from traceback import extract_tb

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from framtid import addresses
from framtid.errors import FramtidError, UnexpectedError
from framtid.web.metrics import count
from framtid.web.statuses import FAULT, MANY, status

NUMBER = "x-fault-id"
"""The header that says under which number an answer stands in the log."""
KINDS = 100
"""Kinds of fault whose traceback is logged; it is logged once of each."""
ROOM = re.compile(rf"^({addresses.ROOMS}|{addresses.ROOM}|{addresses.CONSULTATION})/[^/.]+")
"""What comes before the rest of a live room's address: its code."""
log = logging.getLogger(__name__)
_number: ContextVar[str] = ContextVar("fault", default="")

Tell = Callable[[Request, FramtidError, int], Response]


def number() -> str:
    """Return what this answer is called in the log, should it be a refusal or a fault."""
    return _number.get()


class Faults:
    """Pure ASGI middleware that logs refusals and faults, and answers where nobody else has."""

    def __init__(self, app: ASGIApp, tell: Tell) -> None:
        self.app, self.tell = app, tell
        self._known: set[tuple[str, str, int]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer; say so in the log and to the reader where it cannot."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        token, started, code = _number.set(token_hex(4)), time.perf_counter(), 0

        async def numbered(message: Message) -> None:
            nonlocal code
            if message["type"] == "http.response.start":
                code = message["status"]
                if code == MANY or code >= FAULT:
                    MutableHeaders(scope=message)[NUMBER] = number()
            await send(message)

        try:
            await self.app(scope, receive, numbered)
        except Exception as error:
            self._note(error)
            if code:
                raise
            told = error if isinstance(error, FramtidError) else UnexpectedError()
            answer = self.tell(Request(scope), told, status(told))
            await answer(scope, receive, numbered)
        finally:
            if code == MANY or code >= FAULT:
                log.warning("%s: %s answered %s", number(), _place(scope), code)
            count(scope["path"], code, time.perf_counter() - started)
            _number.reset(token)

    def _note(self, error: Exception) -> None:
        """Log what went wrong: where it happened the first time, in one line after that."""
        last = extract_tb(error.__traceback__)[-1]
        kind = (type(error).__name__, last.filename, last.lineno or 0)
        if new := kind not in self._known and len(self._known) < KINDS:
            self._known.add(kind)
        log.error("%s: %s: %.200s", number(), kind[0], str(error), exc_info=error if new else None)


def _place(scope: Scope) -> str:
    """Return what was asked for, without what may tell of a person, on one line of the log.

    A room's code lets anybody in: it is left out.
    """
    return repr(ROOM.sub(r"\1/…", scope["path"])[:120])
