"""The templates of every room, with what all of them may say; what is put into them is escaped."""

from functools import lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from framtid import addresses
from framtid.embed.look.site_colors import TOKENS
from framtid.embed.look.themes import GROUNDS
from framtid.language import language_of
from framtid.language.current import spoken
from framtid.language.in_a_row import in_a_row
from framtid.language.quoted import foreign
from framtid.language.texts import OF_PAGES
from framtid.pathways.passages import passages
from framtid.places.tongues import marked
from framtid.sitemap import Page, pages
from framtid.stories import stories
from framtid.web import assets
from framtid.web.current_language import edition_line, say

FOLDERS = sorted(Path(__file__).parents[1].glob("*/templates"))
"""Each room keeps its own; names are unique."""


def menu() -> list[Page]:
    """Return the pages that the menu has, in order; the list of stories where there are several."""
    several = len(stories()) > 1
    return [page for page in pages().values() if page.menu and (several or not page.of_stories)]


def languages() -> dict[str, str]:
    """Return the names of the other languages that the pages are in, by their codes."""
    return {code: language_of(code).own_name for code in OF_PAGES if code != spoken()}


def environment() -> Environment:
    """Return the templates in the language that is spoken."""
    return _environment(spoken())


def titled(title: str, tongue: str, language: str) -> Markup:
    """Return a title as HTML, marked with its language where the page has another."""
    other = foreign(tongue, language)
    return Markup('<span lang="{}">{}</span>').format(other, title) if other else escape(title)


@lru_cache
def _environment(language: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDERS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"marked": marked, "in_a_row": in_a_row}
    made.filters["titled"] = partial(titled, language=language)
    made.filters["passages"] = partial(passages, language=language)
    made.globals |= {
        "say": say,
        "label": language_of(language).label,
        "asset": assets.address,
        "fonts": {name: font.address for name, font in assets.fonts().items()},
        "language": language,
        "reader_styles": assets.READER_STYLES,
        "reader_folder": assets.READER,
        "exact": lambda value: language_of(language).fill("{{ v|exact }}", v=value),
        "say_kind": lambda key, **values: language_of(language).say(f"kinds.{key}", **values),
        "ground": dict(zip(GROUNDS, TOKENS["paper"], strict=True)),
        "addresses": addresses,
        "menu": menu,
        "languages": languages,
        "edition_line": edition_line,
    }
    return made
