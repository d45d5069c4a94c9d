"""Every address of the site in one place: pages, answers for programs, and their parameters."""

import os
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from framtid.statistics.snapshot import snapshot

FRONT = "/"
STORY = "/historie"
MUNICIPALITY = "/kommune"
CHOICE = "/veivalg"
TOLD = "/vei"
LEVERS = "/spaker"
COMPARE = "/sammenlign"
LEVER = "/spak"
FIGURES = "/tallene"
ABOUT = "/om"
EMBEDDING = "/bygg-inn"
SEARCH = "/sok"
SURPRISE = "/overrask"
PAGES = (FRONT, STORY, MUNICIPALITY, CHOICE, FIGURES, ABOUT, EMBEDDING)
OF_A_PLACE = (STORY, MUNICIPALITY, CHOICE, FIGURES)
"""Pages that a chosen place comes along to."""
DOCUMENTS = (TOLD, LEVERS, COMPARE)
"""Pages that are read and printed; the server writes all of them."""

PLACE = "sted"
"""The query parameter that holds a place's code."""
PATH = "vei"
"""The query parameter that holds a path's code, or two of them to compare."""
VIEW = "figur"
"""The query parameter that holds a view's name."""
TABLE = "tabell"
"""The query parameter that holds a table's name."""
FIND = "sok"
"""The query parameter of a document that looks for another place."""
DEFAULT_STORY = "2040"
READ_AS = "som"
"""The query parameter that asks for the article; the same as in ``reader/frontend/address.js``."""
EMBED = "embed"
"""Streamlit's query parameter for a page inside another."""
API = "/api/v1"


def host() -> str:
    """Return the site's public address, ``FRAMTID_ADDRESS``; empty where it is not told."""
    return os.environ.get("FRAMTID_ADDRESS", "").rstrip("/")


def page(path: str, code: str | None = None, way: str | None = None) -> str:
    """Return the address of a page, for a place and along a path where they are given."""
    query = urlencode(
        {key: value for key, value in ((PLACE, code), (PATH, way)) if value}, safe="{}"
    )
    return f"{path}?{query}" if query else path


def lever(name: str, code: str | None = None) -> str:
    """Return the address of a lever's sheet."""
    return page(f"{LEVER}/{quote(name)}", code)


def table(name: str, code: str | None = None) -> str:
    """Return the address of a table on Tallene, for a place where one is given."""
    return f"{FIGURES}?{TABLE}={quote(name)}" + (f"&{PLACE}={quote(code)}" if code else "")


def table_file(name: str, kind: str, code: str | None = None, **more: str) -> str:
    """Return the address of a table as a file: "csv", "xlsx", "json" (JSON-stat) or "svg"."""
    query = urlencode(({PLACE: code} if code else {}) | more | {"v": snapshot().edition})
    return f"{API}/tables/{quote(name)}.{kind}?{query}"


def view_file(view: str, code: str, kind: str, query: Mapping[str, str]) -> str:
    """Return the address of a view as a file: "csv", "xlsx", "json", "svg" or "png"."""
    told = {name: value for name, value in query.items() if value} | {"v": snapshot().edition}
    return f"{API}/views/{quote(view)}/{quote(code)}.{kind}?{urlencode(told)}"


def press(code: str, spoken: str) -> str:
    """Return the address of a place's press pack in a language."""
    return f"{_of_edition(f'{API}/press/{quote(code)}.zip')}&lang={spoken}"


def article(code: str) -> str:
    """Return the address of the story as an article."""
    return f"{page(STORY, code)}&{READ_AS}=artikkel"


def places() -> str:
    """Return the address of the places a query may mean, with ``{query}`` for the query."""
    return _of_edition(f"{API}/places.json") + "&q={query}"


def any_place() -> str:
    """Return the address of a municipality, any of them."""
    return f"{API}/places/any.json"


def story_template(story: str = DEFAULT_STORY) -> str:
    """Return the address of a story, with ``{code}`` for a place and ``{path}`` for a pathway."""
    return _of_edition(f"{API}/stories/{quote(story)}/{{code}}.json") + "&path={path}"


def story_document(code: str, path: str = "", story: str = DEFAULT_STORY) -> str:
    """Return the address of a story told for a place, along a pathway where one is chosen."""
    template = story_template(story)
    return template.replace("{code}", quote(code)).replace("{path}", quote(path, safe=""))


def gallery_document(code: str) -> str:
    """Return the address of every view of a place."""
    return _of_edition(f"{API}/gallery/{quote(code)}.json")


def choices(code: str = "{code}") -> str:
    """Return the address of what one can choose in a place; ``{code}`` stands for any."""
    return _of_edition(f"{API}/choices/{code}.json")


def choice(code: str = "{code}", path: str = "{path}", picture: str = "{picture}") -> str:
    """Return the address of a place along a path, as *Veivalg* shows it with a picture."""
    return f"{_of_edition(f'{API}/choice/{code}.json')}&path={path}&picture={picture}"


def ways(code: str = "{code}", path: str = "{path}", goal: str = "{goal}") -> str:
    """Return the address of what it would take to reach a goal from a path."""
    return f"{_of_edition(f'{API}/ways/{code}.json')}&path={path}&goal={goal}"


def _of_edition(address: str) -> str:
    """Name the edition, so that the answer may be kept for good."""
    return f"{address}?v={snapshot().edition}"
