"""Answers that are compressed once and then sent as they are: bytes, ETag and headers."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response

from framtid.answers import Model, encode

FOREVER = "public, max-age=31536000, immutable"
REVALIDATE = "public, max-age=0, must-revalidate"
SMALLEST = 500
"""Bytes below which compression gains nothing."""
BROTLI, GZIP = "br", "gzip"
BRISK, THOROUGH = 5, 9
"""How hard an answer is compressed, and how hard a file that is sent again and again."""
PLAIN_TYPES = ("text/", "application/json", "application/geo+json", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Packed:
    """One answer's body, kept in the form that most visitors are sent."""

    body: bytes
    media_type: str
    etag: str
    packing: str = ""
    """How the body is compressed: BROTLI, GZIP (what the archive keeps), or not at all."""
    file: str = ""
    """What the browser calls it when it is saved; empty for what is shown."""

    def response(self, headers: Headers, cache: str, **more: str) -> Response:
        """Return the answer to a request with ``headers``: 304 when it has it already."""
        own = {"etag": self.etag, "cache-control": cache, "vary": "accept-encoding", **more}
        if self.file:
            own["content-disposition"] = f'attachment; filename="{self.file}"'
        if self.etag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=own)
        body, packing = self._for(_understood(headers))
        if packing:
            own["content-encoding"] = packing
        return Response(body, headers=own, media_type=self.media_type)

    def _for(self, understood: set[str]) -> tuple[bytes, str]:
        """Return the body as a visitor understands it, and how it is compressed then."""
        if not self.packing or self.packing in understood:
            return self.body, self.packing
        plain = self.plain()
        return (gzip.compress(plain, 6, mtime=0), GZIP) if GZIP in understood else (plain, "")

    def plain(self) -> bytes:
        """Return the body as it was before it was compressed."""
        if self.packing == BROTLI:
            return bytes(brotli.decompress(self.body))
        return gzip.decompress(self.body) if self.packing else self.body


def _understood(headers: Headers) -> set[str]:
    """Return the ways to compress that a visitor names and does not refuse."""
    named = [part.split(";") for part in headers.get("accept-encoding", "").lower().split(",")]
    refused = ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return {
        name.strip() for name, *more in named if not any(one.strip() in refused for one in more)
    }


def pack(content: bytes, media_type: str, *, effort: int = BRISK) -> Packed:
    """Compress ``content`` where that helps and give it an ETag from what it says."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    plain = media_type.startswith(PLAIN_TYPES) or "javascript" in media_type
    if plain and len(content) >= SMALLEST:
        return Packed(brotli.compress(content, quality=effort), media_type, etag, BROTLI)
    return Packed(content, media_type, etag)


def zipped(page: bytes, media_type: str) -> Packed:
    """Return an answer that was compressed before."""
    etag = f'"{hashlib.sha256(page).hexdigest()[:16]}"'
    return Packed(page, media_type, etag, GZIP)


def to_json(content: object) -> Packed:
    """Pack a JSON answer."""
    return pack(encode(content), "application/json")


def answered(
    content: Model, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with a JSON answer that is not kept."""
    return Response(encode(content), status, headers, media_type="application/json")
