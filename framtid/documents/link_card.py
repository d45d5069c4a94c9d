"""What a link to a page becomes elsewhere: its card."""

from urllib.parse import urlencode

from starlette.requests import Request

from framtid import addresses
from framtid.embed import oembed
from framtid.embed.oembed import Shared
from framtid.errors import FramtidError
from framtid.pathways.switches import NAMES
from framtid.web.host import host

KEPT = (addresses.PLACE, addresses.STORY_ID, addresses.PATH, *NAMES)
"""What an address asks for that a link to it is about; the language comes along."""


def shared(request: Request) -> Shared | None:
    """Return what a link to the page that is asked for becomes elsewhere; None for no view."""
    told = {name: request.query_params.get(name, "") for name in KEPT}
    told = {name: value for name, value in told.items() if value} | addresses.carried()
    query = urlencode(told)
    try:
        return oembed.shared(f"{request.url.path}{query and '?'}{query}", host(request))
    except FramtidError:
        return None
