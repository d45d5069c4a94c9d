"""The site's own files and the Plotly bundle, under names that change when they do."""

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

from framtid.views.drawing.fonts import FOLDER, PAGES, SANS, SERIF
from framtid.web import joined
from framtid.web.packed import FOREVER, THOROUGH, Packed, pack

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
PREFIX = "/assets/"


def _folder(name: str, *folders: Path) -> str:
    """Return the address of files that name each other, in one folder or some."""
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return f"{PREFIX}{name}.{joined.mark(*files)}/"


READER = _folder("reader", *joined.FOLDERS)
"""Where the front end of both components is served."""
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
    return Asset(f"{path.stem}.{joined.mark(path)}{path.suffix}", path)


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
def fonts() -> dict[str, Asset]:
    """Return the fonts that pages are set in, by what our style sheets call them."""
    called = {"Ft Sans": SANS, "Ft Serif": SERIF}
    return {name: _hashed(FOLDER / PAGES[family]) for name, family in called.items()}


@lru_cache(maxsize=1)
def own() -> dict[str, Asset]:
    """Return the site's own files by their plain name, ``site.css``."""
    return {path.name: _hashed(path) for path in sorted(STATIC.iterdir()) if path.is_file()}


def address(name: str) -> str:
    """Return the address of one of the site's own files."""
    return own()[name].address


@lru_cache(maxsize=64)
def _packed(name: str) -> Packed | None:
    found = {asset.name: asset for asset in (*own().values(), *fonts().values(), plotly())}.get(
        name
    )
    if found is None:
        return None
    kind = mimetypes.guess_type(found.path.name)[0] or "application/octet-stream"
    return pack(found.path.read_bytes(), kind, effort=THOROUGH)


def serve(request: Request) -> Response:
    """Answer for an asset; 404 for a name (or an old version of one) that is not there."""
    found = _packed(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return found.response(request.headers, FOREVER)
