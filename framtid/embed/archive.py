"""Frozen frames as they were first shown: kept through new figures and new programs."""

import gzip
import hashlib
import logging
import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import get_ident

from framtid.statistics.snapshot import store

ROOM = 400
"""Frames in each of the 256 folders, about a gigabyte in all, so that nobody can fill the disk."""
SHARE = 0.5
"""The part of it for frames with a path or a colour of their own: there is no end to them, and they
must not crowd out the others."""

log = logging.getLogger(__name__)


@lru_cache(maxsize=16)
def _say(told: str) -> None:
    """Log a trouble the first time it is met."""
    log.warning("frozen frames are not kept: %s", told)


@dataclass(frozen=True)
class Shelf:
    """A folder of pages, as gzip, by their addresses; what stands is never changed.

    An address is not read, so a page is found even when the program no longer knows its view.
    """

    folder: Path

    def _path(self, address: str) -> Path:
        mark = hashlib.sha256(address.encode()).hexdigest()
        return self.folder / mark[:2] / f"{mark[2:]}.html.gz"

    def get(self, address: str) -> bytes | None:
        """Return the page of an address, or None where none is kept, or it is damaged."""
        path = self._path(address)
        try:
            page = path.read_bytes()
            gzip.decompress(page)  # raises where its own checksum does not fit
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, EOFError, zlib.error) as error:
            _say(f"{path.name}: {error}")
            with suppress(OSError):
                path.unlink()
            return None
        return page

    def first(self, *addresses: str) -> bytes | None:
        """Return the page of the first address that has one, or None."""
        return next(filter(None, map(self.get, addresses)), None)

    def keep(self, address: str, page: bytes, *, endless: bool = False) -> bytes:
        """Keep a page unless one is kept already, and return the one that is.

        Where there is no room, or the folder cannot be written to, the page itself is returned.

        Args:
            address: our address of the frame.
            page: the page as gzip.
            endless: whether it is one of the many with a path or a colour of their own.

        """
        path = self._path(address)
        beside = path.with_name(f".{path.stem}.{os.getpid()}.{get_ident()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if sum(1 for _ in path.parent.iterdir()) >= ROOM * (SHARE if endless else 1):
                _say(f"{self.folder} is full" + (" for paths and colours" if endless else ""))
                return page
            with beside.open("wb") as file:
                file.write(page)
                file.flush()
                os.fsync(file.fileno())
            # A link, not a move: it fails where somebody else was first.
            os.link(beside, path)
        except FileExistsError:
            return self.get(address) or page
        except OSError as error:
            _say(f"{self.folder}: {error.strerror or error}")
        finally:
            with suppress(OSError):
                beside.unlink()
        return page


def shelf() -> Shelf:
    """Return where frames are kept: ``FRAMTID_FRAMES``, or beside the editions of the figures."""
    told = os.environ.get("FRAMTID_FRAMES")
    return Shelf(Path(told) if told else store().folder / "frames")
