"""Every address of the site in one place: pages, answers for programs, and their parameters."""

from urllib.parse import quote, urlencode

from framtid.statistics.snapshot import snapshot

FRONT = "/"
STORY = "/historie"
MUNICIPALITY = "/kommune"
CHOICE = "/veivalg"
TOLD_BACK = "/vei"
COMPARE = "/sammenlign"
LEVER = "/spak"
FIGURES = "/tallene"
ABOUT = "/om"
SEARCH = "/sok"
SURPRISE = "/overrask"
PAGES = (FRONT, STORY, MUNICIPALITY, CHOICE, FIGURES, ABOUT)
OF_A_PLACE = (STORY, MUNICIPALITY, CHOICE, FIGURES)
"""Pages that a chosen place comes along to."""

PLACE = "sted"
"""The query parameter that holds a place's code."""
PATH = "vei"
"""The query parameter that holds a pathway's code."""
TABLE = "tabell"
"""The query parameter that holds a table's name."""
DEFAULT_STORY = "2040"
READ_AS = "som"
"""The query parameter that asks for the article; the same as in ``reader/frontend/address.js``."""
EMBED = "embed"
"""Streamlit's query parameter for a page inside another."""
API = "/api/v1"


def page(path: str, code: str | None = None) -> str:
    """Return the address of a page, for a place where one is given."""
    return f"{path}?{PLACE}={quote(code)}" if code else path


def table(name: str, code: str | None = None) -> str:
    """Return the address of a table on Tallene, for a place where one is given."""
    return f"{FIGURES}?{TABLE}={quote(name)}" + (f"&{PLACE}={quote(code)}" if code else "")


def table_file(name: str, kind: str, code: str | None = None, **more: str) -> str:
    """Return the address of a table as a file: "csv", "xlsx", "json" (JSON-stat) or "svg"."""
    query = urlencode(({PLACE: code} if code else {}) | more | {"v": snapshot().edition})
    return f"{API}/tables/{quote(name)}.{kind}?{query}"


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


def choices(code: str = "{code}") -> str:
    """Return the address of what one can choose in a place; ``{code}`` stands for any."""
    return _of_edition(f"{API}/choices/{code}.json")


def choice(code: str = "{code}", path: str = "{path}", picture: str = "{picture}") -> str:
    """Return the address of a place along a path, as *Veivalg* shows it with a picture."""
    return f"{_of_edition(f'{API}/choice/{code}.json')}&path={path}&picture={picture}"


def ways(code: str = "{code}", path: str = "{path}", goal: str = "{goal}") -> str:
    """Return the address of what it would take to reach a goal from a path."""
    return f"{_of_edition(f'{API}/ways/{code}.json')}&path={path}&goal={goal}"


def told_back(code: str, path: str) -> str:
    """Return the address of a path told back as prose."""
    return f"{page(TOLD_BACK, code)}&{PATH}={quote(path)}"


def _of_edition(address: str) -> str:
    """Name the edition, so that the answer may be kept for good."""
    return f"{address}?v={snapshot().edition}"
