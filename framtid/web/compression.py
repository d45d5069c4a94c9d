"""Streamlit's own files and the reader's, compressed once instead of not at all.

Streamlit serves its scripts uncompressed, which is most of a first visit's bytes. Style sheets that
import others come as one, since a browser would ask for those only when it has read the first. The
reader's files lie in a folder whose name changes when one of them does, so that a reader who comes
back asks for none of them again; Streamlit knows them by names that stay, which lead on to it.
"""

import mimetypes
import re
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from framtid.web import assets, joined
from framtid.web.packed import FOREVER, REVALIDATE, THOROUGH, Packed, pack

STREAMLIT = "/static/"
FOLDERS = {STREAMLIT: (assets.STREAMLIT / "static",), assets.READER: joined.FOLDERS}
"""Address → folders, the first that has a file first; both carry a hash of what they hold."""
OF_OLD = re.compile(rf"^{assets.PREFIX}reader\.\w+/")
"""The folder of another program's reader: a page may have been open since before an upgrade."""
COMPONENT = re.compile(r"^/_stcore/bidi-components/framtid\.\w+/")
"""Where Streamlit serves our components."""
IMPORTED = re.compile(rb'^@import "\./([\w-]+\.css)";$', re.MULTILINE)


def find(address: str) -> tuple[Path, str] | None:
    """Return the file behind an address and its caching, or None when it is not ours."""
    ours = OF_OLD.sub(assets.READER, address)
    for prefix, folders in FOLDERS.items():
        if ours.startswith(prefix):
            path = joined.first(ours.removeprefix(prefix), folders)
            return (path, FOREVER if ours == address else REVALIDATE) if path else None
    return None


def _content(path: Path) -> bytes:
    """Return a file's bytes, with the style sheets beside it that it imports in their places."""
    content = path.read_bytes()
    if path.suffix != ".css":
        return content
    return IMPORTED.sub(lambda other: (path.parent / other[1].decode()).read_bytes(), content)


@lru_cache(maxsize=1024)
def packed(path: Path, _changed: int) -> Packed:
    """Return a file's bytes, compressed the first time someone asks."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return pack(_content(path), kind, effort=THOROUGH)


def _changed(path: Path) -> int:
    """Return when a file was changed; a style sheet is as new as the newest that it may import."""
    files = path.parent.glob("*.css") if path.suffix == ".css" else (path,)
    return max(file.stat().st_mtime_ns for file in files)


def _load(address: str) -> tuple[Packed, str] | None:
    try:
        found = find(address)
    except ValueError:  # a null byte, or a name too strange for the file system
        return None
    return found and (packed(found[0], _changed(found[0])), found[1])


class Precompressed:
    """Pure ASGI middleware that answers for the files in FOLDERS and passes the rest on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a packed file, or let the app answer."""
        asked = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        path = scope["path"] if asked else ""
        if COMPONENT.match(path):
            onward = RedirectResponse(COMPONENT.sub(assets.READER, path), 307)
            onward.headers["cache-control"] = REVALIDATE
            await onward(scope, receive, send)
            return
        if path.startswith(tuple(FOLDERS)) or OF_OLD.match(path):
            found = await run_in_threadpool(_load, path)
            if found:
                file, cache = found
                await file.response(Headers(scope=scope), cache)(scope, receive, send)
                return
            if path.startswith(STREAMLIT):
                # Streamlit would answer a missing file with its page and status 200.
                await PlainTextResponse("Not found", 404)(scope, receive, send)
                return
        await self.app(scope, receive, send)
