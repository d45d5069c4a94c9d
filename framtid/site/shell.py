"""The HTML around the app: Streamlit's files in a page of our own language, title and meaning."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from framtid import addresses
from framtid.embed.oembed import Shared
from framtid.language.current import reader_language, spoken
from framtid.places import Place, places
from framtid.site.found import Found
from framtid.site.preloads import FRAME, READING, component_modules, streamlit_modules
from framtid.sitemap import Page
from framtid.statistics.keeping import kept
from framtid.stories import headline
from framtid.web import assets
from framtid.web.current_language import say
from framtid.web.templates import environment

FILES = re.compile(
    r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>'
)


@dataclass(frozen=True, slots=True)
class Preload:
    """A file the page will ask for, announced before any script has run."""

    address: str
    kind: str
    """"script" or "fetch"."""


COMPONENTS = {"reader": "index.js", "simulator": "simulator/index.js"}
"""The file that each component begins with."""


@lru_cache(maxsize=1)
def streamlit_files() -> str:
    """Return the script and style elements of Streamlit's own page, from the root."""
    index = (assets.STREAMLIT / "index.html").read_text("utf-8")
    return "\n    ".join(FILES.findall(index)).replace('"./static/', '"/static/')


def heading(
    page: Page, place: Place | None, story: str = addresses.DEFAULT_STORY
) -> tuple[str, str]:
    """Return title and description of a page, for a place where one is asked for."""
    if story != addresses.DEFAULT_STORY:
        return story_heading(story, (place or places().nation).code)
    language, subject = reader_language(), place or places().nation
    words = f"pages.{page.name}"
    if place is None and language.has(f"site.{words}.alone"):
        words += ".alone"
    about = {"inside": language.inside(subject), "name": language.plain(subject)}
    return say(f"{words}.title", **about), say(f"{words}.description", **about)


@kept(256, by=spoken)
def story_heading(story: str, code: str) -> tuple[str, str]:
    """Return a story's own title and description for a place."""
    return headline(story, code, reader_language())


ANSWERS: dict[str, Callable[[str, str, str], str]] = {
    "story": addresses.story_document,
    "gallery": lambda code, _pathway, _story: addresses.gallery_document(code),
    "choices": lambda code, _pathway, _story: addresses.choices(code),
}
"""The address of what a page's component asks for first, by place, pathway and story."""


def preloads(
    page: Page, place: Place | None, pathway: str = "", story: str = addresses.DEFAULT_STORY
) -> list[Preload]:
    """Return what the page's reader will ask for, so that text and figure come together."""
    if not page.shows(place=place is not None) or page.answer is None:
        return []
    document = ANSWERS[page.answer]((place or places().nation).code, pathway, story)
    return [Preload(assets.plotly().address, "script"), Preload(document, "fetch")]


def modules(page: Page, place: Place | None) -> tuple[str, ...]:
    """Return the addresses of the modules that the page is made of."""
    if not page.shows(place=place is not None):
        return streamlit_modules(FRAME)
    ours = component_modules(COMPONENTS[page.component or ""])
    return (*streamlit_modules((*FRAME, *READING)), *ours)


def shell(
    page: Page,
    place: Place | None,
    *,
    content: str = "",
    first_screen: str = "",
    pathway: str = "",
    story: str = addresses.DEFAULT_STORY,
    shared: Shared | None = None,
    found: Found | None = None,
) -> str:
    """Return the HTML of one of the app's pages.

    Args:
        page: which page.
        place: whose page it is.
        content: all that the page tells, as finished HTML.
        first_screen: what to show until the app runs, where that is not the content itself.
        pathway: code of the pathway that is asked for, if any.
        story: which story it tells.
        shared: what a link to it becomes elsewhere.
        found: what it says of itself to those who index it.

    """
    title, description = heading(page, place, story)
    return (
        environment()
        .get_template("shell.html")
        .render(
            title=title,
            description=description,
            preloads=preloads(page, place, pathway, story),
            modules=modules(page, place),
            streamlit_files=streamlit_files(),
            code=place.code if place else None,
            content=content,
            drawn=page.shows(place=place is not None),
            first_screen=first_screen,
            shared=shared,
            found=found,
            leftovers=reader_language().entry("site.leftovers"),
        )
    )
