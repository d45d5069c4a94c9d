"""The addresses that are ours: pages, redirects, search, health, and a friendly no."""

import time
from collections.abc import Mapping, Sequence
from secrets import choice
from typing import Any
from urllib.parse import urlencode

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Route

from framtid.pathways.link import LONGEST, decode, encode
from framtid.places import Place, places, remembered, search
from framtid.site import addresses, assets
from framtid.site.api import api_routes
from framtid.site.packed import pack
from framtid.site.shell import environment, shell
from framtid.site.stand_in import stand_in
from framtid.site.words import reader_language, say
from framtid.statistics.snapshot import snapshot

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


def _plain(status: int, title: str, **values: Any) -> HTMLResponse:  # noqa: ANN401
    page = environment().get_template("plain.html")
    content = {"found": (), "why": {}, "lead": "", "description": values.get("lead", ""), **values}
    return HTMLResponse(page.render(title=title, **content), status)


def unknown_place(code: str) -> Response:
    """Answer that no place has a code, and offer the search."""
    return _plain(
        404,
        say("titles.missing"),
        heading=say("missing.place.heading"),
        lead=say("missing.place.lead", code=code[:20]),
    )


def divided(code: str, found: Sequence[Place]) -> Response:
    """Answer that a municipality of old was divided, with the choice between its parts."""
    name = places().former[code].name
    return _plain(
        300,
        say("titles.divided"),
        heading=say("missing.divided.heading"),
        lead=say("missing.divided.lead", code=code, name=name, count=len(found)),
        found=found,
    )


def elsewhere(request: Request, path: str, code: str) -> Response | None:
    """Return the way on for a code that is not a place of today; None for one that is.

    What else the address asks for comes along.
    """
    found = places().today(code)
    match found:
        case ():
            return unknown_place(code)
        case (place,):
            query = urlencode({**request.query_params, addresses.PLACE: place.code})
            moved = RedirectResponse(f"{path}?{query}", 301)
            return moved if place.code != code else None
        case _:
            return divided(code, found)


def page(request: Request) -> Response:
    """Answer with the app's HTML for a page; a code of old leads on to today's."""
    path, code = request.url.path, request.query_params.get(addresses.PLACE)
    if code and (other := elsewhere(request, path, code)):
        return other
    place = places().get(code) if code else None
    html = shell(path, place, _first_screen(request, place), _told_back(request, place))
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
    read = decode(request.query_params.get(addresses.PATH, "")[: LONGEST + 1])
    return addresses.told_back(place.code, encode(read.pathway))


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
    return _plain(200, title, heading=heading, lead=lead, found=found, why=why, query=query)


def surprise(_request: Request) -> Response:
    """Send the reader to the story of any municipality."""
    place = choice(places().municipalities)
    address = addresses.page(addresses.STORY, place.code)
    return RedirectResponse(address, 302, {"cache-control": "no-store"})


def health(_request: Request) -> Response:
    """Answer that the site is up, on which figures, and since when."""
    told: Mapping[str, object] = {
        "ok": True,
        "edition": snapshot().edition,
        "uptime": round(time.monotonic() - OPENED, 1),
    }
    return JSONResponse(told, headers={"cache-control": "no-store"})


def robots(_request: Request) -> Response:
    """Welcome every reader, also those that are programs."""
    return PlainTextResponse("User-agent: *\nDisallow: /_stcore/\n")


def icon(_request: Request) -> Response:
    """Answer for the icon a browser asks for unbidden."""
    return RedirectResponse(assets.address("mark.svg"), 302)


def missing(request: Request) -> Response:
    """Answer 404: with JSON to programs, with a page and the search to people."""
    path = request.url.path
    if path.rstrip("/") in addresses.PAGES and path != path.rstrip("/"):
        return RedirectResponse(path.rstrip("/"), 301)
    if path.startswith(("/api/", assets.PREFIX)):
        message = reader_language().say("errors.not_found")
        return JSONResponse({"error": "not_found", "message": message}, 404)
    return _plain(
        404, say("titles.missing"), heading=say("missing.heading"), lead=say("missing.lead")
    )


def routes() -> list[BaseRoute]:
    """Return every route of ours, the answer to unknown addresses last."""
    return [
        *(Route(path, page) for path in addresses.PAGES),
        *(Route(path + "/{code}", to_place) for path in addresses.OF_A_PLACE),
        Route(addresses.SEARCH, find),
        Route(addresses.SURPRISE, surprise),
        *api_routes(),
        Route(assets.PREFIX + "{name}", assets.serve),
        Route("/health", health),
        Route("/robots.txt", robots),
        Route("/favicon.ico", icon),
        Route("/favicon.png", icon),
        Route("/{path:unreserved}", missing),
    ]
