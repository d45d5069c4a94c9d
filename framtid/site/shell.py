"""The HTML around the app: Streamlit's files in a page of our own language, title and meaning."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from streamlit import file_util

from framtid.places import Place, places
from framtid.site import addresses, assets
from framtid.site.compress import READER
from framtid.site.modules import FRAME, READING, reader_modules, streamlit_modules
from framtid.site.words import LANGUAGE, reader_language, say

STREAMLIT = Path(file_util.get_static_dir())
READER_STYLES = READER + "reader.css"
FILES = re.compile(
    r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>'
)


@dataclass(frozen=True, slots=True)
class Preload:
    """A file the page will ask for, announced before any script has run."""

    address: str
    kind: str
    """"script" or "fetch"."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates; everything put into them is escaped."""
    made = Environment(
        loader=PackageLoader("framtid.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "say": say,
        "label": reader_language().label,
        "asset": assets.address,
        "font": font,
        "headline_fonts": headline_fonts(),
        "language": LANGUAGE,
        "reader_styles": READER_STYLES,
        "addresses": addresses,
    }
    return made


@lru_cache(maxsize=8)
def font(name: str) -> str:
    """Return the address of one of the fonts Streamlit brings, "SourceSerif", upright."""
    (found,) = (STREAMLIT / "static" / "media").glob(f"{name}*-[UR]*.woff2")
    return f"/static/media/{found.name}"


def headline_fonts() -> dict[str, str]:
    """Return the headline font's addresses by the characters each is for.

    Small parts from npm; where that is missing, the one large file that Streamlit brings.
    """
    parts = {chars: part.address for chars, part in assets.serif().items()}
    return parts or {"U+0-10FFFF": font("SourceSerif")}


@lru_cache(maxsize=1)
def streamlit_files() -> str:
    """Return the script and style elements of Streamlit's own page, from the root."""
    index = (STREAMLIT / "index.html").read_text("utf-8")
    return "\n    ".join(FILES.findall(index)).replace('"./static/', '"/static/')


def heading(path: str, place: Place | None) -> tuple[str, str]:
    """Return title and description of a page, for a place where one is asked for."""
    words = reader_language()
    match path:
        case addresses.STORY:
            inside = words.inside(place or places().nation)
            return say("titles.story", inside=inside), say("descriptions.story", inside=inside)
        case addresses.MUNICIPALITY if place:
            inside = words.inside(place)
            title = say("titles.municipality", name=words.label(place))
            return title, say("descriptions.municipality", inside=inside)
        case addresses.MUNICIPALITY:
            return say("titles.finder"), say("descriptions.finder")
        case addresses.FIGURES:
            return say("titles.figures"), say("descriptions.figures")
        case addresses.ABOUT:
            return say("titles.about"), say("descriptions.about")
    return say("titles.front"), say("descriptions.front")


def preloads(path: str, place: Place | None) -> list[Preload]:
    """Return what the page's reader will ask for, so that text and figure come together."""
    plotly = Preload(assets.plotly().address, "script")
    if path == addresses.STORY:
        document = addresses.story_document((place or places().nation).code)
        return [plotly, Preload(document, "fetch")]
    if path == addresses.MUNICIPALITY and place:
        return [plotly, Preload(addresses.gallery_document(place.code), "fetch")]
    return []


def modules(path: str, place: Place | None) -> tuple[str, ...]:
    """Return the addresses of the modules that the page is made of."""
    if path == addresses.STORY or (path == addresses.MUNICIPALITY and place):
        return (*streamlit_modules((*FRAME, *READING)), *reader_modules())
    return streamlit_modules(FRAME)


def shell(path: str, place: Place | None, first_screen: str = "") -> str:
    """Return the HTML of one of the app's pages, with what to show until the app runs."""
    title, description = heading(path, place)
    return (
        environment()
        .get_template("shell.html")
        .render(
            title=title,
            description=description,
            preloads=preloads(path, place),
            modules=modules(path, place),
            streamlit_files=streamlit_files(),
            first_screen=first_screen,
            leftovers=reader_language().entry("site.leftovers"),
        )
    )
