"""Frames for other people's pages: the one address that any host may put inside its own."""

from urllib.parse import quote

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from framtid.embed import kept
from framtid.embed.asked import PREFIX, Asked, named, read, spelled, wished_language
from framtid.embed.frame import frame, standing, trouble
from framtid.embed.once import once
from framtid.embed.page import CLOSED, own_policy
from framtid.embed.style import PLAIN, Style, read_style
from framtid.errors import DividedPlaceError, FramtidError, UnknownViewError
from framtid.places import places
from framtid.site.packed import FOREVER, Packed, pack
from framtid.site.problems import BUSY, status
from framtid.statistics.snapshot import edition, pinned

FOLLOWING = "public, max-age=300, stale-while-revalidate=86400"
"""A frame that follows new figures: asked for anew every five minutes, shown while that goes on."""
KEPT = 4096
"""Frames kept ready to send, about 8 kB each."""


def headers() -> dict[str, str]:
    """Return what every frame carries: open for any host, closed for everything else."""
    return {
        "content-security-policy": own_policy(),
        "cross-origin-resource-policy": "cross-origin",
        "x-robots-tag": "noindex, indexifembedded",
    }


@once(keep=KEPT)
def packed_frame(asked: Asked) -> Packed:
    """Return a frame ready to be sent."""
    page = standing(asked) if asked.edition else frame(asked).encode()
    return pack(page, "text/html")


@once(keep=KEPT)
def packed_kept(address: str, wanted: str) -> Packed:
    """Return what a frozen address was answered with before, whatever the program knows today.

    Raises:
        LookupError: nothing is kept of it.

    """
    page = kept.find(address, wanted)
    if page is None:
        raise LookupError(address)
    return pack(page, "text/html")


def _style(query: QueryParams) -> Style:
    try:
        return read_style(query)
    except FramtidError:
        return PLAIN


def problem(error: FramtidError, query: QueryParams) -> Response:
    """Answer in a frame that there is no figure, and why."""
    html = trouble(error, wished_language(query), _style(query))
    code = status(error)
    own = headers() | ({"retry-after": "5"} if code == BUSY else {})
    return HTMLResponse(html, code, own | {"cache-control": "no-store"})


def moved(view: str, place: str, query: QueryParams) -> Response | None:
    """Return the way on from a code of old; None for a code that is of today, or of never.

    Raises:
        DividedPlaceError: the municipality is several today.

    """
    code, frozen = named(place)
    found = places().today(code)
    if not found or found[0].code == code:
        return None
    if len(found) > 1:
        raise DividedPlaceError(code, [one.label for one in found])
    asked = f"?{query}" if query else ""
    at = f"@{frozen}" if frozen else ""
    return RedirectResponse(f"{PREFIX}{quote(view)}/{found[0].code}{at}{asked}", 301, headers())


def embed(request: Request) -> Response:
    """Answer with the frame of a view."""
    view, place = request.path_params["view"], request.path_params["place"]
    _, wanted = named(place)
    try:
        if wanted:
            return frozen(request, view, place, wanted)
        with pinned():
            if other := moved(view, place, request.query_params):
                return other
            packed = packed_frame(read(view, place, request.query_params))
    except FramtidError as error:
        return problem(error, request.query_params)
    return packed.response(request.headers, FOLLOWING, **headers())


def frozen(request: Request, view: str, place: str, wanted: str) -> Response:
    """Answer with a frame of a named edition; raise FramtidError where there is none."""
    query = request.query_params
    try:
        packed = packed_kept(spelled(view, place, query), wanted)
    except LookupError:
        with pinned(edition(wanted)):
            if other := moved(view, place, query):
                return other
            packed = packed_frame(read(view, place, query))
    own = headers() | {"content-security-policy": CLOSED}
    return packed.response(request.headers, FOREVER, **own)


def lost(request: Request) -> Response:
    """Answer in a frame for an address that names no view and place."""
    return problem(UnknownViewError(request.path_params["rest"]), request.query_params)


def embed_routes() -> list[Route]:
    """Return the routes of frames."""
    return [Route(PREFIX + "{view}/{place}", embed), Route(PREFIX + "{rest:path}", lost)]
