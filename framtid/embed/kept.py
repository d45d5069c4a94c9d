"""Frozen frames as they were first shown: the same page for ever, also when the program changes.

    FOLDER/frames/<edition>/<hash of the address>.html.gz

FOLDER is where editions of the figures are kept. A page is written once, whole, and never changed;
gzip's own checksum tells whether it still is what was written. A disk that is full or may not be
written to costs nothing but the promise: the frame is then computed each time, and the log says so.
"""

import gzip
import hashlib
import logging
import os
import zlib
from pathlib import Path
from threading import Lock

from framtid.statistics.snapshot import store
from framtid.statistics.store import EDITION, put, put_first

MOST = 1_000_000_000
"""Bytes that all kept frames may take together, unless ``FRAMTID_FRAMES`` says otherwise."""
SHARE = 0.5
"""Of which those with a path or a colour of their own may take this much: there is no end to them,
so that they must not crowd out the plain ones."""
RECOUNT = 1024
"""Pages written before the folder is weighed anew: other processes write to it too."""
log = logging.getLogger(__name__)


class _Folder:
    """What this process knows of the folder of frames: its weight, and what was said of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()
        self._bytes = 0
        self._written = 0
        self._said: set[str] = set()

    def takes(self, size: int, share: float) -> bool:
        """Tell whether there is room for a page, and count it in."""
        with self._lock:
            if self._written % RECOUNT == 0:
                self._bytes = sum(file.stat().st_size for file in self.folder.glob("*/*.gz"))
            if self._bytes + size > share * most():
                return False
            self._written += 1
            self._bytes += size
            return True

    def complain(self, problem: str) -> None:
        """Log why frames are not kept: once for each reason, not for each frame."""
        with self._lock:
            new = problem not in self._said
            self._said.add(problem)
        if new:
            log.warning("frozen frames are computed, not kept, in %s: %s", self.folder, problem)


_folders: dict[Path, _Folder] = {}


def _folder() -> _Folder:
    folder = store().folder / "frames"
    return _folders.setdefault(folder, _Folder(folder))


def most() -> int:
    """Return the bytes that kept frames may take: ``FRAMTID_FRAMES``, or ``MOST``."""
    told = os.environ.get("FRAMTID_FRAMES", "")
    return int(told) if told.isdecimal() else MOST


def _file(address: str, edition: str) -> Path:
    mark = hashlib.sha256(address.encode()).hexdigest()[:32]
    return _folder().folder / edition / f"{mark}.html.gz"


def find(address: str, edition: str) -> bytes | None:
    """Return the page that was shown at a frozen address; None where none is kept, or not whole."""
    if not EDITION.fullmatch(edition):
        return None
    try:
        return gzip.decompress(_file(address, edition).read_bytes())
    except (OSError, EOFError, zlib.error):  # a gzip file that is not one is an OSError too
        return None


def keep(address: str, edition: str, page: bytes, *, plain: bool) -> bytes:
    """Keep the first page of a frozen address, and return it: ours, or what another was first with.

    Args:
        address: our address of the frame, spelled as we spell it.
        edition: the edition it shows.
        page: the page as it is now.
        plain: whether it is one of the countable many, without a path or colour of its own.

    """
    if (first := find(address, edition)) is not None:
        return first
    folder, packed = _folder(), gzip.compress(page, 9, mtime=0)
    try:
        if not folder.takes(len(packed), 1.0 if plain else SHARE):
            folder.complain(
                f"they have reached {most():,} bytes" if plain else "their share is full"
            )
        elif not put_first(file := _file(address, edition), packed):
            if (first := find(address, edition)) is not None:
                return first
            put(file, packed)  # what stood there was damaged
    except OSError as error:
        folder.complain(error.strerror or str(error))
    return page
