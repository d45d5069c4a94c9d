"""The site's own files and the Plotly bundle, under names that change when they do."""

import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from importlib.util import find_spec
from json import loads
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from framtid.web.packed import FOREVER, Packed, pack

STATIC = Path(__file__).with_name("static")


def _streamlit() -> Path:
    """Return where Streamlit's own files are; it is not imported for that."""
    found = find_spec("streamlit")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("streamlit")
    return Path(found.origin).parent / "static"


STREAMLIT = _streamlit()
PACKAGES = Path(__file__).parents[2] / "node_modules"
BUNDLE = PACKAGES / "plotly.js-basic-dist-min"
SERIF = PACKAGES / "@fontsource-variable" / "source-serif-4" / "files"
SCRIPTS = {
    "latin": "U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2212",
    "latin-ext": "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF",
}
"""The parts of the headline font and the characters each has; the second is for Sámi names."""
PREFIX = "/assets/"
READER = "/_stcore/bidi-components/framtid.reader/"
SIMULATOR = "/_stcore/bidi-components/framtid.simulator/"
"""Where Streamlit serves our two components."""
READER_STYLES = READER + "reader.css"


@dataclass(frozen=True)
class Asset:
    """A file with the address that stands for exactly this content."""

    name: str
    path: Path

    @property
    def address(self) -> str:
        """Where it is served."""
        return PREFIX + self.name


def _hashed(path: Path) -> Asset:
    mark = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    return Asset(f"{path.stem}.{mark}{path.suffix}", path)


@lru_cache(maxsize=1)
def plotly() -> Asset:
    """Return the small Plotly bundle, or the Python package's full one where npm is missing."""
    small = BUNDLE / "plotly-basic.min.js"
    if small.is_file():
        number = loads((BUNDLE / "package.json").read_text("utf-8"))["version"]
        return Asset(f"plotly-basic-{number}.min.js", small)
    full = Path(str(resources.files("plotly") / "package_data" / "plotly.min.js"))
    return Asset(f"plotly-{version('plotly')}.min.js", full)


@lru_cache(maxsize=1)
def serif() -> dict[str, Asset]:
    """Return the headline font's parts by their characters; none where npm is missing."""
    files = {
        chars: SERIF / f"source-serif-4-{name}-wght-normal.woff2" for name, chars in SCRIPTS.items()
    }
    return {chars: _hashed(path) for chars, path in files.items() if path.is_file()}


@lru_cache(maxsize=1)
def own() -> dict[str, Asset]:
    """Return the site's own files by their plain name, ``site.css``."""
    return {path.name: _hashed(path) for path in sorted(STATIC.iterdir()) if path.is_file()}


def address(name: str) -> str:
    """Return the address of one of the site's own files."""
    return own()[name].address


@lru_cache(maxsize=64)
def _packed(name: str) -> Packed | None:
    found = {asset.name: asset for asset in (*own().values(), *serif().values(), plotly())}.get(
        name
    )
    if found is None:
        return None
    kind = mimetypes.guess_type(found.path.name)[0] or "application/octet-stream"
    return pack(found.path.read_bytes(), kind)


@lru_cache(maxsize=8)
def streamlit_font(name: str) -> str:
    """Return the address of one of the fonts Streamlit brings, "SourceSerif", upright."""
    (found,) = (STREAMLIT / "static" / "media").glob(f"{name}*-[UR]*.woff2")
    return f"/static/media/{found.name}"


def headline_fonts() -> dict[str, str]:
    """Return the headline font's addresses by the characters each is for.

    Small parts from npm; where that is missing, the one large file that Streamlit brings.
    """
    parts = {chars: part.address for chars, part in serif().items()}
    return parts or {"U+0-10FFFF": streamlit_font("SourceSerif")}


def serve(request: Request) -> Response:
    """Answer for an asset; 404 for a name (or an old version of one) that is not there."""
    found = _packed(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return found.response(request.headers, FOREVER)
