"""The answer for one of the app's pages: its HTML, kept for the next who asks the same."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.link_card import shared
from framtid.language.current import spoken
from framtid.pathways.codec import LONGEST
from framtid.pathways.switches import NAMES
from framtid.places import Place, places
from framtid.site.finished import Asked, finished
from framtid.site.first_screen import first_screen
from framtid.site.found import found
from framtid.site.pages.embedding_choice import FROZEN, LOOKS
from framtid.site.shell import heading, shell
from framtid.site.visitor import story_of
from framtid.sitemap import Page
from framtid.statistics.keeping import kept
from framtid.web.first_visit import in_their_language
from framtid.web.host import host
from framtid.web.packed import Packed, pack

KNOWN = (
    *(addresses.PLACE, addresses.STORY_ID, addresses.PATH, addresses.TABLE, addresses.VIEW),
    *(addresses.READ_AS, addresses.EMBED, addresses.FRAME_LANGUAGE, addresses.LANGUAGE),
    *(addresses.ALIKE, addresses.REMARKS_IN, *NAMES, *LOOKS, "accent", FROZEN),
)
"""What an address may ask of a page; anything else changes nothing of it."""
Query = tuple[tuple[str, str], ...]


def app_page(page: Page) -> Callable[[Request], Response]:
    """Return the answer for one of the app's pages; ``at_its_place`` has led a code of old on."""

    def respond(request: Request) -> Response:
        if theirs := in_their_language(request):
            return theirs
        asked = request.query_params
        if page.answer == "story" and (other_page := _read_on(asked)):
            return RedirectResponse(other_page, 302)
        query = tuple((name, asked[name][: LONGEST + 1]) for name in KNOWN if name in asked)
        return _written(page, query, host(request)).response(request.headers, "no-cache")

    return respond


def _read_on(asked: Mapping[str, str]) -> str | None:
    """Return the address of the way to read that is asked for, where it is another page."""
    address = addresses.READ_ON.get(asked.get(addresses.READ_AS, ""))
    if address is None:
        return None
    kept_on = (addresses.STORY_ID, addresses.LANGUAGE)
    more = {name: asked[name][: LONGEST + 1] for name in kept_on if name in asked}
    code, path = asked.get(addresses.PLACE), asked.get(addresses.PATH, "")[: LONGEST + 1]
    return addresses.page(address, code, path, **more)


@kept(256, by=spoken)
def _written(page: Page, query: Query, ours: str) -> Packed:
    """Write a page; ``ours`` is what our own host is called."""
    asked = dict(query)
    code, path = asked.get(addresses.PLACE), asked.get(addresses.PATH, "")
    place, story = places().get(code) if code else None, story_of(asked)
    html = shell(
        page,
        place,
        content=_content(page, Asked(place, story, path, asked, ours)),
        first_screen=_first_screen(page, place, asked),
        pathway=path,
        story=story,
        found=found(page, place, story, ours, *heading(page, place, story)),
        shared=shared(page.address, asked, ours),
    )
    return pack(html.encode(), "text/html")


def _content(page: Page, asked: Asked) -> str:
    """Return all that a page tells; nothing for one inside another, which has its script."""
    return "" if addresses.EMBED in asked.query else finished(page, asked)


def _first_screen(page: Page, place: Place | None, query: Mapping[str, str]) -> str:
    """Return the story's first screen for one who comes to scroll it, on a page of its own."""
    if page.answer != "story" or {addresses.READ_AS, addresses.EMBED} & set(query):
        return ""
    return first_screen((place or places().nation).code, story_of(query))
