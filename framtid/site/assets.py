"""The site's own files and the Plotly bundle, under names that change when they do."""

import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from json import loads
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from framtid.site.map import shapes, shapes_name, style
from framtid.site.packed import FOREVER, Packed, pack
from framtid.statistics.snapshot import per_edition

STATIC = Path(__file__).with_name("static")
PACKAGES = Path(__file__).parents[2] / "node_modules"
BUNDLE = PACKAGES / "plotly.js-basic-dist-min"
SERIF = PACKAGES / "@fontsource-variable" / "source-serif-4" / "files"
SCRIPTS = {
    "latin": "U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2212",
    "latin-ext": "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF",
}
"""The parts of the headline font and the characters each has; the second is for Sámi names."""
PREFIX = "/assets/"
STYLE_NAME = "tomt-kart.json"


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


@per_edition(maxsize=64)
def _packed(name: str) -> Packed | None:
    if name == shapes_name():
        return shapes()
    if name == STYLE_NAME:
        return style()
    found = {asset.name: asset for asset in (*own().values(), *serif().values(), plotly())}.get(
        name
    )
    if found is None:
        return None
    kind = mimetypes.guess_type(found.path.name)[0] or "application/octet-stream"
    return pack(found.path.read_bytes(), kind)


def serve(request: Request) -> Response:
    """Answer for an asset; 404 for a name (or an old version of one) that is not there."""
    found = _packed(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return found.response(request.headers, FOREVER)
