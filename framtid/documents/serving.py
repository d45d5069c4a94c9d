"""Pages that are documents: fast, printable, without a script; what they have in common."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.not_found import not_covered, plain
from framtid.errors import FramtidError
from framtid.language import on_one_line
from framtid.language.current import reader_language
from framtid.pathways.codec import LONGEST_COMPARISON
from framtid.pathways.switches import AS_USUAL, OWN, Switches
from framtid.places import Place, places, search
from framtid.web.current_language import say
from framtid.web.packed import Packed, pack
from framtid.web.templates import environment

MATCHES = 12

Endpoint = Callable[[Request], Response]


def tell(key: str, /, **values: object) -> str:
    """Return one of the documents' texts (``documents.yml``) on a single line."""
    return on_one_line(reader_language().say(f"documents.{key}", **values))


def write(template: str, **values: Any) -> Packed:  # noqa: ANN401
    """Write a document: it must have a title and a description."""
    page = environment().get_template(template).render(tell=tell, **values)
    return pack(page.encode(), "text/html")


def way_of(request: Request) -> str:
    """Return the path's code in an address, cut off where it is longer than any of ours."""
    return request.query_params.get(addresses.PATH, "")[: LONGEST_COMPARISON + 1]


def switches_of(request: Request) -> Switches:
    """Return the switches of an address; those that cannot be read stand as usual.

    Own figures that cannot be read, or are another place's, are left out; ``own_note`` says so.
    """
    query = dict(request.query_params)
    if own_note(request):
        del query[OWN]
    try:
        return Switches.read(query)
    except FramtidError:
        return AS_USUAL


def own_note(request: Request) -> str:
    """Return why the own figures of an address are not used; empty where they are, or are none."""
    query = request.query_params
    if not query.get(OWN):
        return ""
    try:
        Switches.read_for(query.get(addresses.PLACE, ""), {OWN: query[OWN]})
    except FramtidError as error:
        wrong = on_one_line(reader_language().say(f"errors.{error.key}", **error.values))
        return f"{wrong} {reader_language().say('own_figures.instead')}"
    return ""


def for_place(request: Request, code: str) -> str:
    """Return the address of the same document for another place."""
    told = switches_of(request).query
    return addresses.page(request.url.path, code, way_of(request), **told)


def placed(
    answer: Callable[[Request, Place], Packed],
    chosen: Callable[[Request, str], str] = for_place,
) -> Endpoint:
    """Turn a document about a place into an answer: the nation's where the address names none.

    A search leads to a choice; ``at_its_place`` has led a code of old on.

    Args:
        answer: writes the document.
        chosen: the address that a found place leads to.

    """

    @wraps(answer)
    def respond(request: Request) -> Response:
        query = request.query_params.get(addresses.FIND, "")[:60].strip()
        if query:
            return found(query, partial(chosen, request))
        code = request.query_params.get(addresses.PLACE)
        place = places().get(code) if code else places().nation
        return answer(request, place).response(request.headers, "no-cache")

    return respond


def found(query: str, address: Callable[[str], str]) -> Response:
    """Answer with the places a query may mean, each leading to an address; one leads straight."""
    matches = () if not_covered(query) else search(query, limit=MATCHES)
    if len(matches) == 1:
        return RedirectResponse(address(matches[0].code), 302)
    key = "finder.results.many" if matches else "search.none"
    lead = not_covered(query) or say(key, count=len(matches), query=query)
    ways = ((say("search.read"), address),)
    heading, title = say("search.heading"), say("titles.search")
    return plain(200, title, heading=heading, lead=lead, found=matches, ways=ways, query=query)
