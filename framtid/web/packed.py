"""Answers that are compressed once and then sent as they are: bytes, ETag and headers."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response

from framtid.answers import Model, encode

FOREVER = "public, max-age=31536000, immutable"
REVALIDATE = "public, max-age=0, must-revalidate"
SMALLEST = 500
"""Bytes below which compression gains nothing."""
PLAIN_TYPES = ("text/", "application/json", "application/geo+json", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Packed:
    """One answer's body, kept in the form that most visitors are sent."""

    body: bytes
    media_type: str
    etag: str
    gzipped: bool
    file: str = ""
    """What the browser calls it when it is saved; empty for what is shown."""

    def response(self, headers: Headers, cache: str, **more: str) -> Response:
        """Return the answer to a request with ``headers``: 304 when it has it already."""
        own = {"etag": self.etag, "cache-control": cache, "vary": "accept-encoding", **more}
        if self.file:
            own["content-disposition"] = f'attachment; filename="{self.file}"'
        if self.etag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=own)
        if not self.gzipped:
            return Response(self.body, headers=own, media_type=self.media_type)
        if "gzip" not in headers.get("accept-encoding", ""):
            return Response(gzip.decompress(self.body), headers=own, media_type=self.media_type)
        own["content-encoding"] = "gzip"
        return Response(self.body, headers=own, media_type=self.media_type)


def pack(content: bytes, media_type: str) -> Packed:
    """Compress ``content`` where that helps and give it an ETag from what it says."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    plain = media_type.startswith(PLAIN_TYPES) or "javascript" in media_type
    if plain and len(content) >= SMALLEST:
        return Packed(gzip.compress(content, 9, mtime=0), media_type, etag, gzipped=True)
    return Packed(content, media_type, etag, gzipped=False)


def zipped(page: bytes, media_type: str) -> Packed:
    """Return an answer that was compressed before."""
    etag = f'"{hashlib.sha256(page).hexdigest()[:16]}"'
    return Packed(page, media_type, etag, gzipped=True)


def to_json(content: object) -> Packed:
    """Pack a JSON answer."""
    return pack(encode(content), "application/json")


def answered(
    content: Model, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with a JSON answer that is not kept."""
    return Response(encode(content), status, headers, media_type="application/json")
