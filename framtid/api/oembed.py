"""What a pasted address of ours becomes: oEmbed's answer, and the script that sets heights."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from framtid import addresses
from framtid.answers import ErrorAnswer
from framtid.embed.frame.render import message
from framtid.embed.links import ENDPOINT
from framtid.embed.oembed import answer, meant, spoken, xml
from framtid.embed.snippet import HOST_SCRIPT, SCRIPT
from framtid.errors import FramtidError
from framtid.language import language_of
from framtid.web.host import host
from framtid.web.packed import Packed, answered, pack
from framtid.web.statuses import status

OPEN = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
HOURLY = "public, max-age=3600"
LIMITS = ("maxwidth", "maxheight")
NUMBER = re.compile("[0-9]{1,6}")


def oembed(request: Request) -> Response:
    """Answer what an address becomes, as JSON or XML."""
    query = request.query_params
    form = query.get("format", "json")
    if form not in {"json", "xml"}:
        return PlainTextResponse("format: json, xml", 501, OPEN)
    limits = {name: int(query[name]) for name in LIMITS if NUMBER.fullmatch(query.get(name, ""))}
    ours = {urlsplit(each).netloc for each in (addresses.host(), host(request))}
    try:
        told = answer(meant(query.get("url", ""), ours), host(request), limits)
    except FramtidError as error:
        language = language_of(spoken(query.get("url", "")))
        said = ErrorAnswer(error=error.key, message=message(error, language))
        return answered(said, status(error), OPEN)
    own = OPEN | {"cache-control": HOURLY}
    if form == "xml":
        return Response(xml(told), headers=own, media_type="text/xml")
    return answered(told, headers=own)


@lru_cache(maxsize=1)
def _script() -> Packed:
    return pack(HOST_SCRIPT.read_bytes(), "text/javascript")


def script(request: Request) -> Response:
    """Answer with the script that sets the height of our frames on anybody's page."""
    return _script().response(request.headers, HOURLY, **OPEN)


def sharing_routes() -> list[Route]:
    """Return the routes that other people's pages ask."""
    return [Route(ENDPOINT, oembed), Route(SCRIPT, script)]
