"""The addresses that are ours: pages, redirects, search, health, and a friendly no."""

from secrets import choice
from urllib.parse import urlencode

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from framtid import addresses
from framtid.answers import ErrorAnswer
from framtid.api import described
from framtid.api.frames import embed_routes
from framtid.api.oembed import sharing_routes
from framtid.api.rooms import room_routes
from framtid.api.routes import api_routes
from framtid.documents import (
    accessibility,
    causes,
    comparison,
    consultation_forms,
    councils,
    councils_ending,
    councils_onward,
    councils_picture,
    councils_years_ahead,
    data,
    debate,
    levers,
    meeting,
    meeting_guide,
    need,
    own_figures,
    phone,
    placement,
    projects,
    protocol,
    protocol_led,
    readings,
    reconciled,
    report,
    stands,
    trial,
    worked,
)
from framtid.documents import path as told
from framtid.documents.not_found import (
    at_its_place,
    at_place,
    elsewhere,
    not_covered,
    plain,
    reasons,
)
from framtid.documents.serving import placed
from framtid.errors import FramtidError
from framtid.language.current import reader_language
from framtid.places import places, search
from framtid.site.chosen import chosen
from framtid.site.found import robots, sitemap
from framtid.site.health import health, ready
from framtid.site.page import app_page
from framtid.site.pages import front_map
from framtid.sitemap import pages
from framtid.stories import stories
from framtid.web import assets
from framtid.web.current_language import say, sentence
from framtid.web.faults import number
from framtid.web.one_address import STREAMLIT
from framtid.web.packed import answered
from framtid.web.statuses import MISSING, WRONG
from framtid.web.turns import QUICK, WRITTEN, by_turn


class Unreserved(Convertor[str]):
    """Any path but those Streamlit answers for itself."""

    regex = f"(?!{'|'.join(prefix.lstrip('/') for prefix in STREAMLIT)}).*"

    def convert(self, value: str) -> str:
        """Return the path as it is."""
        return value

    def to_string(self, value: str) -> str:
        """Return the path as it is."""
        return value


register_url_convertor("unreserved", Unreserved())


def to_place(request: Request) -> Response:
    """Send ``/kommune/5610`` on to ``/kommune?sted=5610``."""
    code, path = request.path_params["code"], "/" + request.url.path.split("/")[1]
    onward = at_place(request, path, code)
    return elsewhere(request, path, code) or RedirectResponse(onward, 302)


def to_story(request: Request) -> Response:
    """Send ``/historie/<id>`` on to the story of that name, and ``/historie/5610`` to a place."""
    name = request.path_params["code"]
    if name not in stories():
        return to_place(request)
    query = urlencode({**request.query_params, addresses.STORY_ID: name})
    return RedirectResponse(f"{addresses.STORY}?{query}", 302)


def find(request: Request) -> Response:
    """List the places a query may mean; one match leads straight on."""
    query = request.query_params.get("q", "")[:60].strip()
    found = () if not_covered(query) else search(query, limit=12)
    if len(found) == 1:
        return RedirectResponse(addresses.page(addresses.STORY, found[0].code), 302)
    if found:
        lead = say("finder.results.many", count=len(found))
    elif query:
        lead = not_covered(query) or say("search.none", query=query)
    else:
        lead = say("search.empty")
    title, heading = say("titles.search"), say("search.heading")
    why = reasons(found, query)
    return plain(200, title, heading=heading, lead=lead, found=found, why=why, query=query)


def surprise(_request: Request) -> Response:
    """Send the reader to the story of any municipality."""
    place = choice(places().municipalities)
    address = addresses.page(addresses.STORY, place.code)
    return RedirectResponse(address, 302, {"cache-control": "no-store"})


def icon(_request: Request) -> Response:
    """Answer for the icon a browser asks for unbidden."""
    return RedirectResponse(assets.address("mark.svg"), 302)


def missing(request: Request) -> Response:
    """Answer 404: with JSON to programs, with a page and the search to people."""
    if request.url.path.startswith(("/api/", assets.PREFIX)):
        message = reader_language().say("errors.not_found")
        return answered(ErrorAnswer(error="not_found", message=message), 404)
    return plain(
        404, say("titles.missing"), heading=say("missing.heading"), lead=say("missing.lead")
    )


def bare(request: Request, status: int) -> Response:
    """Answer instead of the machinery, which says no more than a phrase in English."""
    if status == MISSING:
        return missing(request)
    key = "unreadable" if status == WRONG else "wrong_method"
    told = reader_language().say(f"errors.{key}")
    if request.url.path.startswith(("/api/", assets.PREFIX)):
        return answered(ErrorAnswer(error=key, message=told), status)
    return plain(status, say("titles.missing"), heading=say("fault.heading"), lead=told)


def fault(request: Request, error: FramtidError, status: int) -> Response:
    """Answer where something went wrong: with the number it has in the log."""
    told = sentence(error)
    if request.url.path.startswith(("/api/", assets.PREFIX)):
        return answered(ErrorAnswer(error=error.key, message=told, fault=number()), status)
    lead = f"{told} {reader_language().say('errors.number', number=number())}"
    return plain(status, say("titles.fault"), heading=say("fault.heading"), lead=lead)


def _pages() -> list[Route]:
    """Return the routes of pages, and of files that are made as pages are."""
    app_pages = [page for page in pages().values() if page.script]
    return [
        *(Route(page.address, app_page(page)) for page in app_pages),
        Route(addresses.STORY + "/{code}", to_story),
        Route(addresses.CHOSEN, chosen),
        Route(addresses.TOLD, placed(told.told)),
        Route(told.TEXT, placed(told.told_plainly)),
        Route(addresses.COMPARE, comparison.ANSWER),
        Route(addresses.COUNCILS, councils.ANSWER),
        Route(addresses.NEW_GAME, councils_onward.begin),
        Route(addresses.AGAINST, councils_onward.against),
        Route(councils_ending.ADDRESS, councils_picture.respond),
        Route(addresses.DEBATE, debate.ANSWER),
        Route(addresses.LEVERS, levers.LIST),
        Route(addresses.WORKED, worked.ANSWER),
        Route(addresses.RECONCILED, reconciled.ANSWER),
        Route(addresses.CAUSES, causes.ANSWER),
        Route(addresses.PROJECTS, projects.ANSWER),
        Route(addresses.PLACEMENT, placement.ANSWER),
        Route(addresses.STANDS, stands.respond),
        Route(addresses.NEED, need.ANSWER),
        Route(addresses.NEED + ".{form}", need.AS_FILE),
        Route(addresses.TRIAL, trial.ANSWER),
        Route(addresses.TRIAL + ".{form}", trial.AS_FILE),
        Route(addresses.DATA, data.ANSWER),
        Route(addresses.ACCESSIBILITY, accessibility.accessibility),
        *meeting.ROUTES,
        Route(addresses.MEETING + addresses.COUNCILS, councils.ANSWER),
        Route(addresses.MEETING + "/protokoll.{form}", protocol.ANSWER),
        Route(addresses.MEETING + "/vei.svg", phone.result),
        Route(addresses.MEETING_GUIDE, meeting_guide.guide),
        Route(addresses.MEETING_GUIDE + ".pdf", meeting_guide.printed),
        Route(addresses.ROOM, phone.door),
        Route(addresses.ROOM + "/{code}.svg", phone.picture),
        Route(addresses.ROOM + "/{code}", phone.phone),
        Route(addresses.SLIDES, readings.SLIDES),
        Route(addresses.PRINT, readings.PRINT),
        Route(addresses.LEVER + "/{lever}.pdf", levers.PRINTED),
        Route(addresses.LEVER + "/{lever}", levers.SHEET),
    ]


def _with_place_in_path() -> list[str]:
    """Return the addresses of a place below those of pages; a room's code is no place."""
    below = {addresses.STORY, addresses.CONSULTATION}
    return [
        page.address + "/{code}"
        for page in pages().values()
        if page.address not in {"/", *below} and not page.placeless
    ]


def routes() -> list[BaseRoute]:
    """Return every route of ours, the answer to unknown addresses last."""
    return [
        Route(addresses.SEARCH, by_turn(find, QUICK)),
        Route(addresses.SURPRISE, by_turn(surprise, QUICK)),
        *(Route(page.path, by_turn(at_its_place(page.endpoint), WRITTEN)) for page in _pages()),
        *own_figures.ROUTES,
        *consultation_forms.ROUTES,
        *protocol_led.ROUTES,
        *councils_years_ahead.ROUTES,
        *report.ROUTES,
        *(Route(path, by_turn(to_place, QUICK)) for path in _with_place_in_path()),
        *api_routes(),
        *described.ROUTES,
        *embed_routes(),
        *sharing_routes(),
        *room_routes(),
        *front_map.ROUTES,
        Route(assets.PREFIX + "{name}", assets.serve),
        Route("/health", health),
        Route("/ready", ready),
        Route("/robots.txt", robots),
        Route("/sitemap.xml", sitemap),
        Route("/favicon.ico", icon),
        Route("/favicon.png", icon),
        Route("/{path:unreserved}", missing),
    ]
