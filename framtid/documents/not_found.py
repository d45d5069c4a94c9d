"""A friendly no, and the way on: unknown places, places of old, and names that may mean several."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from framtid import addresses
from framtid.places import Place, called, lead, places, search
from framtid.places.spelling import bare
from framtid.sitemap import page_at, takes_place
from framtid.web.current_language import say
from framtid.web.templates import environment

LIKE = 5
"""Places that are offered where none is called what was asked for."""
NOT_COVERED = frozenset(
    {
        *("svalbard", "longyearbyen", "ny alesund", "barentsburg", "svea", "bjornoya", "hopen"),
        *("jan mayen", "svalbard og jan mayen", "21", "22", "2100", "2111", "2200", "2211"),
    }
)
"""What is Norway and no municipality, folded, with the numbers that registers use."""
Way = tuple[str, Callable[[str], str]]
"""What a link to a found place says, and its address by the place's code."""


def to_pages() -> tuple[Way, ...]:
    """Return the ways to a place's story and to its figures."""
    return (
        (say("search.story"), lambda code: addresses.page(addresses.STORY, code)),
        (say("search.figures"), lambda code: addresses.page(addresses.MUNICIPALITY, code)),
    )


def plain(status: int, title: str, **values: Any) -> HTMLResponse:  # noqa: ANN401
    """Answer with a short page: a heading, a lead, a search, and the places that were found."""
    template = environment().get_template("plain.html")
    content = {
        "found": (),
        "why": {},
        "lead": "",
        "ways": to_pages(),
        "onward": None,
        "description": values.get("lead", ""),
        **values,
    }
    return HTMLResponse(template.render(title=title, **content), status)


def not_covered(query: str) -> str:
    """Return why there are no figures of Svalbard and Jan Mayen; empty for any other place."""
    return say("missing.place.svalbard") if bare(query) in NOT_COVERED else ""


def unknown_place(code: str, ways: Sequence[Way]) -> Response:
    """Answer that no place has a code or a name; offer what is like it, and the search."""
    return plain(
        404,
        say("titles.missing"),
        heading=say("missing.place.heading"),
        lead=not_covered(code) or say("missing.place.lead", code=code[:20]),
        found=search(code, limit=LIKE),
        ways=ways,
    )


def reasons(found: Sequence[Place], query: str) -> dict[str, str]:
    """Return by the places' codes why a query found them, where it was not by their own names."""
    leads = {place.code: lead(place, query) for place in found}
    return {code: say(f"search.{one.kind}", name=one.name) for code, one in leads.items() if one}


def several(name: str, found: Sequence[Place], ways: Sequence[Way]) -> Response:
    """Answer that several places bear a name, with the choice between them."""
    heading, lead = say("search.heading"), say("finder.results.many", count=len(found))
    why = reasons(found, name)
    title = say("titles.search")
    return plain(300, title, heading=heading, lead=lead, found=found, ways=ways, why=why)


def divided(code: str, found: Sequence[Place], ways: Sequence[Way]) -> Response:
    """Answer that a place of old was divided, with the choice between its parts."""
    if county := places().former_counties.get(code):
        lead = say("missing.divided.county", name=county.name, count=len(found))
        heading = say("missing.divided.county_heading")
        return plain(300, say("titles.divided"), heading=heading, lead=lead, found=found, ways=ways)
    name = places().former[code].name
    return plain(
        300,
        say("titles.divided"),
        heading=say("missing.divided.heading"),
        lead=say("missing.divided.lead", code=code, name=name, count=len(found)),
        found=found,
        ways=ways,
    )


def at_place(request: Request, path: str, code: str) -> str:
    """Return an address for a place, with all else that is asked for."""
    asked, place = request.query_params, (addresses.PLACE, code)
    told = [place if one[0] == addresses.PLACE else one for one in asked.multi_items()]
    return f"{path}?{urlencode(told if addresses.PLACE in asked else [*told, place])}"


def at_its_place(endpoint: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Let a page answer where its address names a place of today or none; else lead on.

    One rule for every page: a code of old or without its zero, and a name, lead to today's code.
    """

    @wraps(endpoint)
    def respond(request: Request) -> Response:
        code, path = request.query_params.get(addresses.PLACE), request.url.path
        other = elsewhere(request, path, code) if code and takes_place(path) else None
        return other or endpoint(request)

    return respond


def elsewhere(request: Request, path: str, code: str) -> Response | None:
    """Return the way on for what is not the code of a place of today; None for what is.

    It may be a code of old, or a name, of today or of old. What else the address asks for comes
    along.
    """

    def onward(to: str) -> str:
        return at_place(request, path, to)

    page = page_at(path)
    apart = page is None or page.script is None
    ways = ((say("search.read"), onward),) if apart else to_pages()
    match places().today(code):
        case ():
            return _named(code, onward, ways)
        case (place,):
            return RedirectResponse(onward(place.code), 301) if place.code != code else None
        case found:
            return divided(code, found, ways)


def _named(name: str, onward: Callable[[str], str], ways: Sequence[Way]) -> Response:
    """Return the way on for a name: to the one place that bears it, or bore it, or to a choice."""
    match called(name):
        case ():
            return unknown_place(name, ways)
        case (place,):
            return RedirectResponse(onward(place.code), 302)
        case found:
            return several(name, found, ways)
