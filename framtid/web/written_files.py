"""The site's own files in a folder, plain and packed, for a web server to send without us."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from framtid.embed.export.folder import put
from framtid.web import assets, joined
from framtid.web.compression import FOLDERS
from framtid.web.packed import SMALLEST

PACKED_ALREADY = frozenset((".woff", ".woff2", ".png", ".gz", ".webp"))
"""Endings of files that compressing makes no smaller."""


def addressed() -> Iterator[tuple[str, Path]]:
    """Give the address of every file that is the same for everybody, and where it lies."""
    for asset in (*assets.own().values(), *assets.fonts().values(), assets.plotly()):
        yield asset.address, asset.path
    for prefix, folders in FOLDERS.items():
        names = {p.relative_to(folder).as_posix() for folder in folders for p in folder.rglob("*")}
        for name in sorted(names):
            path = joined.first(name, folders)
            if path and not path.name.startswith("."):
                yield prefix + name, path


def _packs(name: str, content: bytes) -> bool:
    return len(content) >= SMALLEST and Path(name).suffix not in PACKED_ALREADY


def write_files(out: Path) -> int:
    """Write every file that is not in a folder as it should be; how many that were.

    What an older program wrote under names of its own stays, for pages that are still open.
    """
    written = 0
    for address, path in addressed():
        content, file = path.read_bytes(), out / address.lstrip("/")
        beside = file.with_name(f"{file.name}.gz")
        whole = file.is_file() and file.read_bytes() == content
        if whole and beside.is_file() == _packs(file.name, content):
            continue
        if _packs(file.name, content):
            put(beside, gzip.compress(content, 9, mtime=0))
        put(file, content)
        written += 1
    return written
