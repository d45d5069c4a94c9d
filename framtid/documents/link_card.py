"""What a link to a page becomes elsewhere: its card."""

from urllib.parse import urlencode

from starlette.requests import Request

from framtid import addresses
from framtid.embed import oembed
from framtid.embed.oembed import Shared
from framtid.errors import FramtidError
from framtid.web.host import host


def shared(request: Request) -> Shared | None:
    """Return what a link to the page that is asked for becomes elsewhere; None for no view."""
    told = {name: request.query_params.get(name, "") for name in (addresses.PLACE, addresses.PATH)}
    query = urlencode({name: value for name, value in told.items() if value})
    try:
        return oembed.shared(f"{request.url.path}{query and '?'}{query}", host(request))
    except FramtidError:
        return None
