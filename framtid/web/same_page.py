"""A link to the same page in another language keeps all that the page's address asks for."""

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from framtid import addresses
from framtid.language.texts import DEFAULT, OF_PAGES

ASKED_ON = {"vary": "Referer", "cache-control": "no-store"}


def whole_query(request: Request) -> str | None:
    """Return what the page one comes from asks for, in the language that is now asked for.

    The foot of a page names the language alone, for pages are kept for all who ask the same. None
    where one comes from elsewhere, changes no language, or asks for all of it already.
    """
    asked = request.query_params
    language = asked.get(addresses.LANGUAGE)
    try:
        from_page = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return None
    ours = {request.headers.get("host", ""), urlsplit(addresses.host()).netloc}
    if language not in OF_PAGES or not from_page.netloc or from_page.netloc not in ours:
        return None
    there = parse_qsl(from_page.query, keep_blank_values=True)
    if unquote(from_page.path) != request.scope["path"]:
        return None
    if language == dict(there).get(addresses.LANGUAGE, DEFAULT):
        return None
    along = [pair for pair in there if pair[0] != addresses.LANGUAGE]
    named = {pair for pair in asked.multi_items() if pair[0] != addresses.LANGUAGE}
    return urlencode([*along, (addresses.LANGUAGE, language)]) if named < set(along) else None


class SamePage:
    """Pure ASGI middleware that keeps place, path and the rest where only the language changes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead on to the whole address, or let the app answer."""
        query = None
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            query = whole_query(Request(scope))
        answer = RedirectResponse(f"?{query}", 302, ASKED_ON) if query else self.app
        await answer(scope, receive, send)
