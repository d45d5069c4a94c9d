"""One address for each thing: with a slash after it, an address leads on to itself without one."""

from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

STREAMLIT = ("/_stcore/", "/static/", "/media/", "/component/")
"""What Streamlit answers for by itself."""


def without_slash(path: str, query: bytes) -> str | None:
    """Return the address that a path with a slash after it leads on to; None for one without.

    All that the address asks for comes along, and it stays on our host: a path that begins with two
    slashes would name another. Empty parts and dots are nothing that we have written.
    """
    parts = path.strip("/").split("/")
    if not path.endswith("/") or path.startswith(STREAMLIT) or {"", ".", ".."} & set(parts):
        return None
    asked = query.decode("latin-1")
    return "/" + quote("/".join(parts), safe="/@") + (f"?{asked}" if asked else "")


class OneAddress:
    """Pure ASGI middleware that sends an address with a slash after it on to the same without."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead on, or let the app answer."""
        onward = None
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            onward = without_slash(scope["path"], scope.get("query_string", b""))
        answer = RedirectResponse(onward, 301) if onward else self.app
        await answer(scope, receive, send)
