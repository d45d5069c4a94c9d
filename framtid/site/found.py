"""How search engines find the site: the one address of each page, its languages, and what it is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from framtid import addresses
from framtid.language.current import spoken
from framtid.language.texts import DEFAULT, OF_PAGES
from framtid.places import Place, places
from framtid.sitemap import Page, pages
from framtid.statistics.snapshot import snapshot
from framtid.web.current_language import say
from framtid.web.host import host

XML = "application/xml"
LICENCE = "https://data.norge.no/nlod/no/2.0"


@dataclass(frozen=True, slots=True)
class Found:
    """What a page says of itself to those who index it."""

    canonical: str
    alternates: dict[str, str]
    """The same page by language."""
    data: str
    """JSON-LD."""


def _address(at: str, query: dict[str, str], language: str) -> str:
    own = query | ({} if language == DEFAULT else {addresses.LANGUAGE: language})
    return f"{at}?{urlencode(own)}" if own else at


def found(
    page: Page, place: Place | None, story: str, ours: str, title: str, description: str
) -> Found | None:
    """Return what a page says of itself; None where nobody says what our host is called."""
    if not ours:
        return None
    query = {addresses.PLACE: place.code} if place else {}
    if story != addresses.DEFAULT_STORY:
        query[addresses.STORY_ID] = story
    at = ours + page.address
    canonical = _address(at, query, spoken())
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset" if page.address == addresses.FIGURES else "Article",
        "name": title,
        "headline": title,
        "description": description,
        "inLanguage": spoken(),
        "url": canonical,
        "dateModified": snapshot().catalogue.updated[:10],
        "isAccessibleForFree": True,
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": say("name"), "url": ours},
    }
    if place:
        told["spatialCoverage"] = {"@type": "Place", "name": place.name}
    data = json.dumps(told, ensure_ascii=False).replace("</", "<\\/")
    return Found(canonical, {code: _address(at, query, code) for code in OF_PAGES}, data)


def _all(ours: str) -> Iterator[str]:
    for page in pages().values():
        yield ours + page.address
        if page.of_a_place:
            for code in places().by_code:
                yield ours + addresses.page(page.address, code)


def sitemap(request: Request) -> Response:
    """List every page for every place, for search engines."""
    if not (ours := host(request)):
        return PlainTextResponse("FRAMTID_ADDRESS", 404)
    listed = "".join(f"<url><loc>{one}</loc></url>\n" for one in _all(ours))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return Response(f'{head}<urlset xmlns="{space}">\n{listed}</urlset>\n', media_type=XML)


def robots(request: Request) -> Response:
    """Welcome every reader, also those that are programs."""
    ours = host(request)
    where = f"Sitemap: {ours}/sitemap.xml\n" if ours else ""
    return PlainTextResponse(f"User-agent: *\nDisallow: /_stcore/\n{where}")
