"""Every address of the site in one place: pages, answers for programs, and their parameters."""

from urllib.parse import quote, urlencode

from framtid.statistics.snapshot import snapshot

FRONT = "/"
STORY = "/historie"
MUNICIPALITY = "/kommune"
ABOUT = "/om"
SEARCH = "/sok"
SURPRISE = "/overrask"
PAGES = (FRONT, STORY, MUNICIPALITY, ABOUT)
CHOOSE = "/veivalg"
TOLD = "/vei"
LEVERS = "/spaker"
LEVER = "/spak"
COMPARE = "/sammenlign"
DOCUMENTS = (TOLD, LEVERS, COMPARE)
"""Pages that are read and printed; the server writes all of them."""

PLACE = "sted"
"""The query parameter that holds a place's code."""
WAY = "vei"
"""The query parameter that holds a path's code, or two of them to compare."""
FIND = "sok"
"""The query parameter of a document that looks for another place."""
DEFAULT_STORY = "2040"
READ_AS = "som"
"""The query parameter that asks for the article; the same as in ``reader/frontend/address.js``."""
EMBED = "embed"
"""Streamlit's query parameter for a page inside another."""
API = "/api/v1"


def page(path: str, code: str | None = None, way: str | None = None) -> str:
    """Return the address of a page, for a place and along a path where they are given."""
    query = urlencode(
        {key: value for key, value in ((PLACE, code), (WAY, way)) if value}, safe="{}"
    )
    return f"{path}?{query}" if query else path


def lever(name: str, code: str | None = None) -> str:
    """Return the address of a lever's sheet."""
    return page(f"{LEVER}/{quote(name)}", code)


def article(code: str) -> str:
    """Return the address of the story as an article."""
    return f"{page(STORY, code)}&{READ_AS}=artikkel"


def places() -> str:
    """Return the address of the list of places."""
    return _of_edition(f"{API}/places.json")


def story_template(story: str = DEFAULT_STORY) -> str:
    """Return the address of a story with ``{code}`` where a place's code goes."""
    return _of_edition(f"{API}/stories/{quote(story)}/{{code}}.json")


def story_document(code: str, story: str = DEFAULT_STORY) -> str:
    """Return the address of a story told for a place."""
    return story_template(story).replace("{code}", quote(code))


def gallery_document(code: str) -> str:
    """Return the address of every view of a place."""
    return _of_edition(f"{API}/gallery/{quote(code)}.json")


def _of_edition(address: str) -> str:
    """Name the edition, so that the answer may be kept for good."""
    return f"{address}?v={snapshot().edition}"
