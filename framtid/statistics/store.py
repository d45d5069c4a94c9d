"""Where refreshed editions are kept: tables by their content, catalogues, and one pointer.

    FOLDER/current               the edition in force, one line
    FOLDER/<edition>.json        its catalogue
    FOLDER/tables/<sha256>.parquet

Files are written beside their place, flushed to the disk and moved in. Nothing that stands is ever
changed, so a crash at any point leaves the edition in force whole.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from framtid.errors import BusyError, UnknownEditionError, UnwritableError
from framtid.statistics.catalogue import Catalogue
from framtid.statistics.tables import Snapshot, read_snapshot

EDITION = re.compile(r"[0-9a-f]{10}")


def put(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, also after a power cut.

    Raises:
        UnwritableError: the disk is full, or the folder is not ours; nothing is left behind.

    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, beside, content)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise UnwritableError(str(path), error.strerror or str(error)) from error


def _write(path: Path, beside: Path, content: bytes) -> None:
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@dataclass(frozen=True)
class Store:
    """A folder of editions."""

    folder: Path

    def current(self) -> str | None:
        """Return the name of the edition in force, or None where nothing was ever refreshed."""
        try:
            name = (self.folder / "current").read_text("ascii").strip()
        except (OSError, UnicodeError):
            return None
        return name if EDITION.fullmatch(name) else None

    def editions(self) -> frozenset[str]:
        """Return the names of all editions that are kept."""
        return frozenset(
            file.stem for file in self.folder.glob("*.json") if EDITION.fullmatch(file.stem)
        )

    def snapshot(self, edition: str) -> Snapshot:
        """Return an edition; raise UnknownEditionError where it is not kept."""
        if edition not in self.editions():
            raise UnknownEditionError(edition)
        return read_snapshot(self.folder, f"{edition}.json")

    def keep_table(self, sha256: str, content: bytes) -> str:
        """Keep a table's bytes under their checksum; return the name a catalogue gives it."""
        name = f"tables/{sha256}.parquet"
        if not (self.folder / name).exists():
            put(self.folder / name, content)
        return name

    def keep(self, catalogue: Catalogue) -> None:
        """Keep the catalogue of an edition whose tables are kept already."""
        put(self.folder / f"{catalogue.edition}.json", catalogue.text().encode())

    def adopt(self, figures: Snapshot) -> None:
        """Keep an edition that lies elsewhere, as the committed one does, through upgrades."""
        if figures.edition in self.editions():
            return
        entries = {
            name: replace(
                entry,
                file=self.keep_table(entry.sha256, (figures.folder / entry.file).read_bytes()),
            )
            for name, entry in figures.catalogue.entries.items()
        }
        self.keep(replace(figures.catalogue, entries=entries))

    def use(self, edition: str) -> None:
        """Put an edition in force in one step; raise UnknownEditionError where it is not kept."""
        if edition not in self.editions():
            raise UnknownEditionError(edition)
        put(self.folder / "current", f"{edition}\n".encode())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let one refresh write at a time; raise BusyError when another one does.

        The lock falls with the process that holds it, however that ends.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise BusyError(str(self.folder)) from error
            self._sweep()
            yield

    def _sweep(self) -> None:
        """Remove what a refresh that was killed left half written."""
        for half in (*self.folder.glob(".*.*"), *self.folder.glob("*/.*")):
            if half.is_dir():
                shutil.rmtree(half, ignore_errors=True)
            else:
                half.unlink(missing_ok=True)
