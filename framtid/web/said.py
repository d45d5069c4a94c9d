"""Answers that the machinery gives by itself, "Not Found" in bare English, said as ours are."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from framtid.web.one_address import STREAMLIT

BARE = {
    status: HTTPStatus(status).phrase.encode()
    for status in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
}
"""What they say, by their status."""
Tell = Callable[[Request, int], Response]


class Said:
    """Pure ASGI middleware that says in the reader's language what was said in bare English."""

    def __init__(self, app: ASGIApp, tell: Tell) -> None:
        self.app, self.tell = app, tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer, and answer instead of it where it said but a phrase."""
        if scope["type"] != "http" or scope["path"].startswith(STREAMLIT):
            await self.app(scope, receive, send)
            return
        held: list[Message] = []

        async def looked_at(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in BARE:
                held.append(message)
                return
            if held:
                start = held.pop()
                if message.get("body") == BARE[start["status"]]:
                    told = await run_in_threadpool(self.tell, Request(scope), start["status"])
                    for name, text in start["headers"]:
                        if name == b"allow":
                            told.headers["allow"] = text.decode("latin-1")
                    await told(scope, receive, send)
                    return
                await send(start)
            await send(message)

        await self.app(scope, receive, looked_at)
