"""What a form sends, read and bounded; nothing that another site's page sends is read."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

from framtid.meeting.errors import WrongRequestError

LARGEST = 24_576
"""Bytes of the largest form that may be sent: each letter may be written with twelve."""
MOST = 12
Fields = Mapping[str, str]
"""What a form sends, by the names of its fields."""
FORM = "application/x-www-form-urlencoded"


async def bounded(request: Request, largest: int) -> bytes | None:
    """Return what is sent, or None where it is more than so many bytes; the rest is not read."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > largest:
            return None
    return body


async def fields(request: Request) -> Fields:
    """Read the fields of a form.

    Raises:
        WrongRequestError: it is too large, no form, or comes from another site.

    """
    if not request.headers.get("content-type", "").startswith(FORM):
        raise WrongRequestError("not a form")
    if request.headers.get("sec-fetch-site") == "cross-site":
        raise WrongRequestError("from another site")
    body = await bounded(request, LARGEST)
    if body is None:
        raise WrongRequestError("too large")
    try:
        told = body.decode()
        return dict(parse_qsl(told, keep_blank_values=True, max_num_fields=MOST, errors="strict"))
    except ValueError as error:  # a wrong letter is one too
        raise WrongRequestError(str(error)[:200]) from error
