"""Every address of the site in one place: pages, answers for programs, and their parameters."""

import os
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from framtid import sitemap
from framtid.language.current import spoken
from framtid.language.texts import DEFAULT
from framtid.statistics.snapshot import snapshot

PAGES = {name: page.address for name, page in sitemap.pages().items()}
FRONT, STORY, MUNICIPALITY = PAGES["front"], PAGES["story"], PAGES["municipality"]
CHOICE, FIGURES, ABOUT, TOLD = PAGES["choice"], PAGES["figures"], PAGES["about"], PAGES["path"]
EMBEDDING, LEVERS, COMPARE = PAGES["embedding"], PAGES["levers"], PAGES["comparison"]
CAUSES, PROJECTS, DATA, NEED = PAGES["causes"], PAGES["projects"], PAGES["data"], PAGES["need"]
WORKED, RECONCILED, DEBATE = PAGES["worked"], PAGES["reconciled"], PAGES["debate"]
COUNCILS, STORIES, OWN = PAGES["councils"], PAGES["stories"], PAGES["own"]
TRIAL, REPORT = PAGES["trial"], PAGES["report"]
NEW_GAME, AGAINST = f"{COUNCILS}/nytt", f"{COUNCILS}/mot"
"""Where a game is begun with years that nobody has chosen, and where two are laid side by side."""
STANDS, PLACEMENT, SLIDES = PAGES["stands"], PAGES["placement"], PAGES["slides"]
PRINT, ACCESSIBILITY = PAGES["print"], PAGES["accessibility"]
MEETING, ROOM, CONSULTATION = PAGES["meeting"], PAGES["room"], PAGES["consultation"]
MEETING_GUIDE = MEETING + "/veileder"
LEVER, SEARCH, SURPRISE, CHOSEN = "/spak", "/sok", "/overrask", "/velg-vei"
"""The last: where a form of levers is sent that no script reads."""

PLACE = "sted"
"""The query parameter that holds a place's code."""
PATH = "vei"
"""The query parameter that holds a path's code, or two of them to compare."""
GAME = "spill"
"""The query parameter that holds a game's code."""
OTHER_GAME = "mot"
"""The query parameter that holds another game's code, or the whole link to it."""
FRAME_LANGUAGE = "sprak"
"""The query parameter that holds a frame's language where it is not the page's."""
VIEW = "figur"
"""The query parameter that holds a view's name."""
TABLE = "tabell"
"""The query parameter that holds a table's name."""
COUNTED = "tall"
"""The query parameter that holds an official figure of which all places are laid beside ours."""
NODE, RULE, HINDERS = "punkt", "regel", "hinder"
"""The query parameters of a node of the causal map, of a rule, and of what hinders in own words."""
AREA, STAGE = "omrade", "stadium"
"""The query parameters that narrow the projects."""
CRITERION, CATEGORY, COUNTY, STANDING = "kriterium", "kategori", "fylke", "plass"
"""The query parameters of the list of where all municipalities stand."""
STAND = "standpunkt"
"""The query parameter that holds the code of one's stands."""
ALIKE = "likhet"
"""The query parameter of what similar municipalities are alike in."""
REMARKS_IN = "innspill"
"""The query parameter that holds the code of the longer room one reads for."""
FIND = "sok"
"""The query parameter of a document that looks for another place."""
DEFAULT_STORY = "2040"
STORY_ID = "fortelling"
"""The query parameter that names another story than that."""
READ_AS = "som"
"""The query parameter of how a story is read; the same as in ``reader/frontend/address.js``."""
ARTICLE = "artikkel"
READ_ON = {"lysbilder": SLIDES, "utskrift": PRINT}
"""Ways to read that have an address of their own, by what ``READ_AS`` calls them."""
EMBED = "embed"
"""Streamlit's query parameter for a page inside another."""
ONWARD = "til"
"""The query parameter of such a form that holds the page it leads on to."""
API = "/api/v1"
ROOMS = API + "/rooms"
"""Live rooms: where one is opened; each stands below with its code."""
LANGUAGE = "lang"
"""The query parameter that holds the code of the language; none is bokmål."""


def host() -> str:
    """Return the site's public address, ``FRAMTID_ADDRESS``; empty where it is not told."""
    return os.environ.get("FRAMTID_ADDRESS", "").rstrip("/")


def absolute(link: str) -> str:
    """Return a link as a file tells it: what stands on our own pages, with our address."""
    return host() + link if link.startswith("/") else link


def carried() -> dict[str, str]:
    """Return what comes along from page to page: the language, where it is not bokmål."""
    return {} if spoken() == DEFAULT else {LANGUAGE: spoken()}


def _asking(address: str, **query: str | None) -> str:
    """Return an address with what it asks for; braces stay, and the language comes along.

    It is the language that is asked for, or else the one that is spoken; bokmål is not written.
    """
    told = {name: value for name, value in query.items() if value}
    told |= {name: value for name, value in carried().items() if name not in told}
    if told.get(LANGUAGE) == DEFAULT:
        del told[LANGUAGE]
    return f"{address}?{urlencode(told, safe='{}')}" if told else address


def _of_edition(address: str, **query: str | None) -> str:
    """Name the edition, so that the answer may be kept for good."""
    return _asking(address, v=snapshot().edition, **query)


def page(path: str, code: str | None = None, pathway: str | None = None, **more: str) -> str:
    """Return the address of a page, for a place and along a pathway where they are given."""
    return _asking(path, **{PLACE: code, PATH: pathway}, **more)


def in_language(address: str) -> str:
    """Return an address of ours in the language that is spoken, another host's as it is."""
    path, mark, part = address.partition("#")
    if not carried() or not path.startswith("/") or f"{LANGUAGE}=" in path:
        return address
    return f"{path}{'&' if '?' in path else '?'}{urlencode(carried())}{mark}{part}"


def story(
    name: str = DEFAULT_STORY, code: str | None = None, pathway: str | None = None, **more: str
) -> str:
    """Return the address of a story, for a place and along a pathway where they are given."""
    return page(STORY, code, pathway, **{STORY_ID: "" if name == DEFAULT_STORY else name}, **more)


def lever(name: str, code: str | None = None) -> str:
    """Return the address of a lever's sheet; ``{lever}`` stands for any."""
    return page(f"{LEVER}/{quote(name, safe='{}')}", code)


def causes(code: str | None = None, node: str = "") -> str:
    """Return the address of the causal map, at a node where one is given."""
    return page(CAUSES, code, **{NODE: node})


def causes_file(code: str, kind: str = "json", part: str = "", **query: str) -> str:
    """Return the address of the map as a file, or of one of its tables."""
    within = f"{part}/" if part else ""
    return _of_edition(f"{API}/causes/{within}{quote(code, safe='{}')}.{kind}", **query)


def projects(code: str | None = None, area: str = "", stage: str = "") -> str:
    """Return the address of the projects of a place, narrowed where an area or a stage is given."""
    return page(PROJECTS, code, **{AREA: area, STAGE: stage})


def projects_file(kind: str, code: str, **narrowed: str) -> str:
    """Return the address of the same projects as a file: "csv" or "json"."""
    return _of_edition(f"{API}/projects.{kind}", **{PLACE: code}, **narrowed)


def game(code: str | None, told: str) -> str:
    """Return the address of a game of four councils in a municipality."""
    return page(COUNCILS, code, **{GAME: told})


def table(name: str, code: str | None = None) -> str:
    """Return the address of a table on Tallene, for a place where one is given."""
    return _asking(FIGURES, **{TABLE: name, PLACE: code})


def table_file(name: str, kind: str, code: str | None = None, **more: str) -> str:
    """Return the address of a table as a file: "csv", "xlsx", "json" (JSON-stat) or "svg"."""
    return _of_edition(f"{API}/tables/{quote(name)}.{kind}", **{PLACE: code}, **more)


def view_file(view: str, code: str, kind: str, query: Mapping[str, str]) -> str:
    """Return the address of a view as a file, of an edition; ``5601@…`` is frozen already."""
    asking = _asking if "@" in code else _of_edition
    return asking(f"{API}/views/{quote(view)}/{quote(code, safe='@')}.{kind}", **query)


def press(code: str, language: str) -> str:
    """Return the address of a place's press pack in a language."""
    return _of_edition(f"{API}/press/{quote(code)}.zip", **{LANGUAGE: language})


def article(code: str, name: str = DEFAULT_STORY) -> str:
    """Return the address of a story as an article."""
    return story(name, code, **{READ_AS: ARTICLE})


def places() -> str:
    """Return the address of the places a query may mean, with ``{query}`` for the query."""
    return _of_edition(f"{API}/places.json") + "&q={query}"


def any_place() -> str:
    """Return the address of a municipality, any of them."""
    return f"{API}/places/any.json"


def place_search() -> str:
    """Return the address that finds places by ``q``."""
    return in_language(f"{API}/places.json")


def story_template(story: str = DEFAULT_STORY) -> str:
    """Return the address of a story, with ``{code}`` for a place and ``{path}`` for a pathway."""
    return _of_edition(f"{API}/stories/{quote(story)}/{{code}}.json", path="{path}")


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
    return _of_edition(f"{API}/choice/{code}.json", path=path, picture=picture)


def path_file(name: str, code: str, kind: str, path: str, **switches: str) -> str:
    """Return the address of what a path gives as a file: ``outlook``, ``stands``, ``brief``."""
    return _of_edition(f"{API}/{name}/{code}.{kind}", path=path, **switches)


def reconciliation_file(form: str = "", **of: str) -> str:
    """Return the address of ours beside official figures, of a place or an indicator, as CSV."""
    return _of_edition(f"{API}/reconciliation.csv", form=form, **of)


def placement_file(kind: str, form: str = "", part: str = "") -> str:
    """Return the address of where all municipalities stand, or "/categories", as a file."""
    return _of_edition(f"{API}/placement{part}.{kind}", form=form)


def similar(code: str, by: str = "", kind: str = "json", size: str = "") -> str:
    """Return the address of the municipalities that are like one: as data, or "svg", a map."""
    return _of_edition(f"{API}/similar/{quote(code)}.{kind}", by=by, size=size)


def ways(code: str = "{code}", path: str = "{path}", goal: str = "{goal}") -> str:
    """Return the address of what it would take to reach a goal from a path."""
    return _of_edition(f"{API}/ways/{code}.json", path=path, goal=goal)
