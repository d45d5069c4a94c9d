"""The addresses that are ours: pages, redirects, search, health, and a friendly no."""

import time
from secrets import choice

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from framtid import addresses
from framtid.answers import ErrorAnswer, Health
from framtid.api.frames import embed_routes
from framtid.api.oembed import shared, sharing_routes
from framtid.api.routes import api_routes
from framtid.documents import comparison, levers
from framtid.documents import path as told
from framtid.documents.not_found import elsewhere, plain
from framtid.documents.serving import placed
from framtid.pathways.codec import LONGEST, decode, encode
from framtid.places import Place, places, remembered, search
from framtid.site.first_screen import stand_in
from framtid.site.pages import front_map
from framtid.site.shell import shell
from framtid.statistics.snapshot import snapshot
from framtid.web import assets
from framtid.web.current_language import reader_language, say
from framtid.web.packed import answered, pack

OPENED = time.monotonic()


class Unreserved(Convertor[str]):
    """Any path but those Streamlit answers for itself."""

    regex = r"(?!(?:_stcore|static|media|component)/).*"

    def convert(self, value: str) -> str:
        """Return the path as it is."""
        return value

    def to_string(self, value: str) -> str:
        """Return the path as it is."""
        return value


register_url_convertor("unreserved", Unreserved())


def page(request: Request) -> Response:
    """Answer with the app's HTML for a page; a code of old leads on to today's."""
    path, code = request.url.path, request.query_params.get(addresses.PLACE)
    if code and (other := elsewhere(request, path, code)):
        return other
    place = places().get(code) if code else None
    html = shell(
        path,
        place,
        _first_screen(request, place),
        _told_back(request, place),
        _taken(request),
        shared(request),
    )
    return pack(html.encode(), "text/html").response(request.headers, "no-cache")


def _first_screen(request: Request, place: Place | None) -> str:
    """Return the story's first screen for one who comes to scroll it, on a page of its own."""
    other = {addresses.READ_AS, addresses.EMBED} & set(request.query_params)
    if request.url.path != addresses.STORY or other:
        return ""
    return stand_in((place or places().nation).code)


def _told_back(request: Request, place: Place | None) -> str | None:
    """Return where the path of *Veivalg* is told as prose."""
    if request.url.path != addresses.CHOICE or place is None:
        return None
    return addresses.page(addresses.TOLD, place.code, encode(decode(_taken(request)).pathway))


def _taken(request: Request) -> str:
    """Return the code of the pathway that is asked for, if any."""
    return request.query_params.get(addresses.PATH, "")[: LONGEST + 1]


def to_place(request: Request) -> Response:
    """Send ``/kommune/5610`` on to ``/kommune?sted=5610``."""
    code, path = request.path_params["code"], "/" + request.url.path.split("/")[1]
    return elsewhere(request, path, code) or RedirectResponse(addresses.page(path, code), 302)


def find(request: Request) -> Response:
    """List the places a query may mean; one match leads straight on."""
    query = request.query_params.get("q", "")[:60].strip()
    found = search(query, limit=12)
    if len(found) == 1:
        return RedirectResponse(addresses.page(addresses.STORY, found[0].code), 302)
    if found:
        lead = say("finder.results.many", count=len(found))
    else:
        lead = say("search.none", query=query) if query else say("search.empty")
    title, heading = say("titles.search"), say("search.heading")
    why = {place.code: remembered(place, query) for place in found}
    return plain(200, title, heading=heading, lead=lead, found=found, why=why, query=query)


def surprise(_request: Request) -> Response:
    """Send the reader to the story of any municipality."""
    place = choice(places().municipalities)
    address = addresses.page(addresses.STORY, place.code)
    return RedirectResponse(address, 302, {"cache-control": "no-store"})


def health(_request: Request) -> Response:
    """Answer that the site is up, on which figures, and since when."""
    uptime = round(time.monotonic() - OPENED, 1)
    told = Health(ok=True, edition=snapshot().edition, uptime=uptime)
    return answered(told, headers={"cache-control": "no-store"})


def robots(_request: Request) -> Response:
    """Welcome every reader, also those that are programs."""
    return PlainTextResponse("User-agent: *\nDisallow: /_stcore/\n")


def icon(_request: Request) -> Response:
    """Answer for the icon a browser asks for unbidden."""
    return RedirectResponse(assets.address("mark.svg"), 302)


def missing(request: Request) -> Response:
    """Answer 404: with JSON to programs, with a page and the search to people."""
    path = request.url.path
    if path.rstrip("/") in (*addresses.PAGES, *addresses.DOCUMENTS) and path != path.rstrip("/"):
        return RedirectResponse(path.rstrip("/"), 301)
    if path.startswith(("/api/", assets.PREFIX)):
        message = reader_language().say("errors.not_found")
        return answered(ErrorAnswer(error="not_found", message=message), 404)
    return plain(
        404, say("titles.missing"), heading=say("missing.heading"), lead=say("missing.lead")
    )


def routes() -> list[BaseRoute]:
    """Return every route of ours, the answer to unknown addresses last."""
    return [
        *(Route(path, page) for path in addresses.PAGES),
        *(Route(path + "/{code}", to_place) for path in addresses.OF_A_PLACE),
        Route(addresses.SEARCH, find),
        Route(addresses.SURPRISE, surprise),
        Route(addresses.TOLD, placed(told.told)),
        Route(told.TEXT, placed(told.told_plainly)),
        Route(addresses.COMPARE, comparison.ANSWER),
        Route(addresses.LEVERS, levers.LIST),
        Route(addresses.LEVER + "/{lever}.pdf", levers.PRINTED),
        Route(addresses.LEVER + "/{lever}", levers.SHEET),
        *api_routes(),
        *embed_routes(),
        *sharing_routes(),
        *front_map.ROUTES,
        Route(assets.PREFIX + "{name}", assets.serve),
        Route("/health", health),
        Route("/robots.txt", robots),
        Route("/favicon.ico", icon),
        Route("/favicon.png", icon),
        Route("/{path:unreserved}", missing),
    ]
