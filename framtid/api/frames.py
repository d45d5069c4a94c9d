"""Frames for other people's pages: the one address that any host may put inside its own."""

import gzip
from collections.abc import Callable
from urllib.parse import quote

from starlette.convertors import Convertor, register_url_convertor
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from framtid.embed.archive import shelf
from framtid.embed.frame.net import NET, AskedNet, net_frame, read_net
from framtid.embed.frame.page import CLOSED, own_policy
from framtid.embed.frame.render import frame, trouble
from framtid.embed.frame.step import step_frame
from framtid.embed.look.style import PLAIN, Style, read_style
from framtid.embed.request import PREFIX, Asked, named, read, wished_language, written
from framtid.embed.request_step import AskedStep, read_step
from framtid.errors import FramtidError, UnknownViewError
from framtid.language.current import spoken
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import edition, pinned
from framtid.web.packed import FOREVER, Packed, pack, zipped
from framtid.web.statuses import BUSY, status
from framtid.web.turns import QUICK, by_turn

FOLLOWING = "public, max-age=300, stale-while-revalidate=86400"
"""A frame that follows new figures: asked for anew every five minutes, shown while that goes on."""
KEPT = 4096
"""Frames kept ready to send, about 8 kB each."""


class Anything(Convertor[str]):
    """What is left of an address, line breaks included: the usual convertor stops at them."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        """Return it as it is."""
        return value

    def to_string(self, value: str) -> str:
        """Return it as it is."""
        return value


register_url_convertor("anything", Anything())


def headers(*, frozen: bool = False) -> dict[str, str]:
    """Return what every frame carries: open for any host, closed for everything else.

    A frozen page has the rest of its policy in itself, with the script it had that day.
    """
    return {
        "content-security-policy": CLOSED if frozen else own_policy(),
        "cross-origin-resource-policy": "cross-origin",
        # A page that asks this of itself asks it of its frames too; ours fetch nothing.
        "cross-origin-embedder-policy": "require-corp",
        "x-robots-tag": "noindex, indexifembedded",
    }


@kept(KEPT, by=spoken)
def packed_frame(asked: Asked) -> Packed:
    """Return a frame ready to be sent; a frozen one as it was when it was first asked for."""
    if asked.edition and (kept := shelf().first(asked.address, *asked.earlier)):
        return zipped(kept, "text/html")
    return _ready(
        frame(asked), asked, endless=bool(asked.path or asked.switches.query or asked.style.accent)
    )


@kept(KEPT, by=spoken)
def packed_step(asked: AskedStep) -> Packed:
    """Return a frame of a step ready to be sent; a frozen one as ``packed_frame``."""
    if asked.edition and (kept := shelf().get(asked.address)):
        return zipped(kept, "text/html")
    return _ready(step_frame(asked), asked, endless=bool(asked.pathway or asked.style.accent))


def _ready(page: str, asked: Asked | AskedStep | AskedNet, *, endless: bool) -> Packed:
    """Return a page ready to be sent, and keep it where it is frozen; ``endless`` as of a shelf."""
    if not asked.edition:
        return pack(page.encode(), "text/html")
    packed = gzip.compress(page.encode(), 9, mtime=0)
    return zipped(shelf().keep(asked.address, packed, endless=endless), "text/html")


def _kept(what: str, place: str, query: QueryParams) -> Packed | None:
    """Return the frozen frame that is kept at an address as it is written."""
    page = shelf().get(written(what, place, query))
    return None if page is None else zipped(page, "text/html")


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


def moved(what: str, place: str, query: QueryParams) -> Response | None:
    """Return the way on from a code of old; None for a code that is of today, or of never.

    Args:
        what: a view, or a story and a step with a slash between.
        place: the code, with ``@`` and an edition where it is frozen.
        query: what else the address says.

    Raises:
        DividedPlaceError: the municipality is several today.

    """
    code, frozen = named(place)
    if code in places().by_code or not places().today(code):
        return None
    today = places().follow(code).code
    asked = f"?{query}" if query else ""
    at = f"@{frozen}" if frozen else ""
    return RedirectResponse(f"{PREFIX}{quote(what)}/{today}{at}{asked}", 301, headers())


def _embed(request: Request, what: str, make: Callable[[], Packed]) -> Response:
    """Answer with a frame.

    Args:
        request: names the place, with ``@`` and an edition where it is frozen.
        what: a view, or a story and a step with a slash between.
        make: makes the frame, of the edition in force.

    """
    place, query = request.path_params["place"], request.query_params
    _, wanted = named(place)
    packed = _kept(what, place, query) if wanted else None
    try:
        if packed is None:
            with pinned(edition(wanted) if wanted else None):
                if other := moved(what, place, query):
                    return other
                packed = make()
    except FramtidError as error:
        return problem(error, query)
    cache = FOREVER if wanted else FOLLOWING
    return packed.response(request.headers, cache, **headers(frozen=bool(wanted)))


def embed(request: Request) -> Response:
    """Answer with the frame of a view."""
    view, place = request.path_params["view"], request.path_params["place"]
    return _embed(request, view, lambda: packed_frame(read(view, place, request.query_params)))


def embed_step(request: Request) -> Response:
    """Answer with the frame of a step of a kind."""
    story, step, place = (request.path_params[name] for name in ("story", "step", "place"))

    def make() -> Packed:
        return packed_step(read_step(story, step, place, request.query_params))

    return _embed(request, f"{story}/{step}", make)


@kept(KEPT, by=spoken)
def packed_net(asked: AskedNet) -> Packed:
    """Return a frame of the whole causal map ready to be sent; a frozen one as ``packed_frame``."""
    if asked.edition and (kept := shelf().get(asked.address)):
        return zipped(kept, "text/html")
    return _ready(net_frame(asked), asked, endless=bool(asked.style.accent))


def embed_net(request: Request) -> Response:
    """Answer with the frame of the whole causal map."""
    place = request.path_params["place"]
    return _embed(request, NET, lambda: packed_net(read_net(place, request.query_params)))


def lost(request: Request) -> Response:
    """Answer in a frame for an address that names no view and place."""
    return problem(UnknownViewError(request.path_params.get("rest", "")), request.query_params)


def embed_routes() -> list[Route]:
    """Return the routes of frames."""
    return [
        Route(f"{PREFIX}{NET}/{{place}}", by_turn(embed_net, QUICK)),
        Route(PREFIX + "{view}/{place}", by_turn(embed, QUICK)),
        Route(PREFIX + "{story}/{step}/{place}", by_turn(embed_step, QUICK)),
        Route(PREFIX + "{rest:anything}", lost),
        Route(PREFIX.rstrip("/"), lost),
    ]
