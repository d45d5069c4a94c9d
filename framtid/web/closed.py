"""What Streamlit opens by itself and nobody has any use of here: figures of itself, and uploads."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

CLOSED = ("/_stcore/metrics", "/_stcore/upload_file", "/_stcore/script-health-check")


class Closed:
    """Pure ASGI middleware that answers 404 for what is closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or let the app answer."""
        shut = scope["type"] == "http" and scope["path"].startswith(CLOSED)
        answer = PlainTextResponse("404", 404) if shut else self.app
        await answer(scope, receive, send)
