"""The HTML around the app: Streamlit's files in a page of our own language, title and meaning."""

import re
from dataclasses import dataclass
from functools import lru_cache

from framtid import addresses
from framtid.embed.oembed import Shared
from framtid.places import Place, places
from framtid.site.preloads import FRAME, READING, component_modules, streamlit_modules
from framtid.web import assets
from framtid.web.current_language import reader_language, say
from framtid.web.templates import environment

FILES = re.compile(
    r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>'
)

OF_A_PLACE = {
    addresses.STORY: "story",
    addresses.MUNICIPALITY: "municipality",
    addresses.CHOICE: "choice",
}
ALONE = {
    addresses.FIGURES: "figures",
    addresses.STORY: "story",
    addresses.MUNICIPALITY: "finder",
    addresses.CHOICE: "choices",
    addresses.ABOUT: "about",
    addresses.EMBEDDING: "embedding",
}
"""Keys of the pages' titles and descriptions, with a place and without."""


@dataclass(frozen=True, slots=True)
class Preload:
    """A file the page will ask for, announced before any script has run."""

    address: str
    kind: str
    """"script" or "fetch"."""


@lru_cache(maxsize=1)
def streamlit_files() -> str:
    """Return the script and style elements of Streamlit's own page, from the root."""
    index = (assets.STREAMLIT / "index.html").read_text("utf-8")
    return "\n    ".join(FILES.findall(index)).replace('"./static/', '"/static/')


def heading(path: str, place: Place | None) -> tuple[str, str]:
    """Return title and description of a page, for a place where one is asked for."""
    language, subject = reader_language(), place or places().nation
    name = (OF_A_PLACE.get(path) if place else None) or ALONE.get(path, "front")
    about = {"inside": language.inside(subject), "name": language.label(subject)}
    return say(f"titles.{name}", **about), say(f"descriptions.{name}", **about)


def preloads(path: str, place: Place | None, taken: str = "") -> list[Preload]:
    """Return what the page's reader will ask for, so that text and figure come together."""
    plotly = Preload(assets.plotly().address, "script")
    if path == addresses.STORY:
        document = addresses.story_document((place or places().nation).code, taken)
        return [plotly, Preload(document, "fetch")]
    if path == addresses.MUNICIPALITY and place:
        return [plotly, Preload(addresses.gallery_document(place.code), "fetch")]
    if path == addresses.CHOICE and place:
        return [plotly, Preload(addresses.choices(place.code), "fetch")]
    return []


def modules(path: str, place: Place | None) -> tuple[str, ...]:
    """Return the addresses of the modules that the page is made of."""
    if path == addresses.STORY or (path == addresses.MUNICIPALITY and place):
        return (
            *streamlit_modules((*FRAME, *READING)),
            *component_modules(assets.READER, "index.js"),
        )
    if path == addresses.CHOICE and place:
        return (
            *streamlit_modules((*FRAME, *READING)),
            *component_modules(assets.SIMULATOR, "simulator/index.js"),
        )
    return streamlit_modules(FRAME)


def shell(
    path: str,
    place: Place | None,
    first_screen: str = "",
    told_back: str | None = None,
    taken: str = "",
    shared: Shared | None = None,
) -> str:
    """Return the HTML of one of the app's pages.

    Args:
        path: the page's address.
        place: whose page it is.
        first_screen: what to show until the app runs.
        told_back: where the same is told without a script, on a page that cannot do without one.
        taken: code of the pathway that is asked for, if any.
        shared: what a link to it becomes elsewhere.

    """
    title, description = heading(path, place)
    return (
        environment()
        .get_template("shell.html")
        .render(
            title=title,
            description=description,
            preloads=preloads(path, place, taken),
            modules=modules(path, place),
            streamlit_files=streamlit_files(),
            first_screen=first_screen,
            told_back=told_back,
            shared=shared,
            leftovers=reader_language().entry("site.leftovers"),
        )
    )
