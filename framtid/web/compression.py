"""Streamlit's own files and the reader's, compressed once instead of not at all.

Streamlit serves its scripts uncompressed, which is most of a first visit's bytes.
"""

import mimetypes
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from framtid.web import assets
from framtid.web.packed import FOREVER, REVALIDATE, Packed, pack

STREAMLIT = "/static/"
FRONTEND = Path(__file__).resolve().parents[1] / "reader" / "frontend"
FOLDERS = {
    STREAMLIT: (assets.STREAMLIT / "static", FOREVER),
    assets.READER: (FRONTEND, REVALIDATE),
    assets.SIMULATOR: (FRONTEND, REVALIDATE),
}
"""Address → folder and how long its files may be kept; Streamlit's names carry a hash."""


def find(address: str) -> tuple[Path, str] | None:
    """Return the file behind an address and its caching, or None when it is not ours."""
    for prefix, (folder, cache) in FOLDERS.items():
        if address.startswith(prefix):
            path = (folder / address.removeprefix(prefix)).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path, cache
    return None


@lru_cache(maxsize=1024)
def packed(path: Path, _changed: int) -> Packed:
    """Return a file's bytes, compressed the first time someone asks."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return pack(path.read_bytes(), kind)


def _load(address: str) -> tuple[Packed, str] | None:
    try:
        found = find(address)
    except ValueError:  # a null byte, or a name too strange for the file system
        return None
    return found and (packed(found[0], found[0].stat().st_mtime_ns), found[1])


class Precompressed:
    """Pure ASGI middleware that answers for the files in FOLDERS and passes the rest on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a packed file, or let the app answer."""
        ours = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        if ours and scope["path"].startswith(tuple(FOLDERS)):
            found = await run_in_threadpool(_load, scope["path"])
            if found:
                file, cache = found
                await file.response(Headers(scope=scope), cache)(scope, receive, send)
                return
            if scope["path"].startswith(STREAMLIT):
                # Streamlit would answer a missing file with its page and status 200.
                await PlainTextResponse("Not found", 404)(scope, receive, send)
                return
        await self.app(scope, receive, send)
