"""The site's own words in the reader's language, and every answer held to the one it asks for."""

from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

from framtid import addresses
from framtid.errors import FramtidError
from framtid.language.current import reader_language, speaking
from framtid.language.dates import day
from framtid.statistics.snapshot import snapshot


def say(key: str, /, **values: object) -> str:
    """Return one of the site's texts (``site.yml``)."""
    return reader_language().say(f"site.{key}", **values)


def sentence(error: FramtidError) -> str:
    """Return what went wrong, as a sentence for a reader."""
    return reader_language().say(f"errors.{error.key}", **error.values)


def edition_line() -> str:
    """Return the date of the figures in force and their edition, as every page says it."""
    figures = snapshot()
    date = day(figures.catalogue.updated, reader_language())
    return say("footer.edition", edition=figures.edition, date=date)


class OneLanguage:
    """Pure ASGI middleware: an answer is in the language that its address asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer in that language, in bokmål where the address names none."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        with speaking(query.get(addresses.LANGUAGE, [None])[0]):
            await self.app(scope, receive, send)
