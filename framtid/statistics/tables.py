"""One edition of the official figures: every table checked as it is read, never changed."""

import hashlib
import io
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from weakref import WeakValueDictionary

import pyarrow as pa
import pyarrow.parquet as pq

from framtid.errors import SnapshotError
from framtid.statistics.catalogue import REBUILD, Catalogue, Entry, Source, read_catalogue

_IN_USE: WeakValueDictionary[str, pa.Table] = WeakValueDictionary()
"""Tables in use by the checksum of their file: editions have most of them in common."""

KEPT = 500_000
"""Bytes of a table that is kept as read. Larger ones are arranged once by those who use them."""


@dataclass(frozen=True)
class Snapshot:
    """One edition of the official figures."""

    folder: Path
    catalogue: Catalogue
    _tables: dict[str, pa.Table] = field(default_factory=dict, repr=False)

    @cached_property
    def edition(self) -> str:
        """Short content hash that changes when any figure does."""
        return self.catalogue.edition

    def source(self, name: str) -> Source:
        """Return where table ``name`` comes from."""
        return self._entry(name).source

    def table(self, name: str) -> pa.Table:
        """Return table ``name``, checked; raise SnapshotError when it is not as catalogued."""
        if name in self._tables:
            return self._tables[name]
        found = _read(self.folder, self._entry(name))
        if found.nbytes <= KEPT:
            self._tables[name] = found
        return found

    def has(self, name: str) -> bool:
        """Whether this edition holds table ``name``: some come only with a refresh from SSB."""
        return name in self.catalogue.entries

    def verify(self, *, anew: bool = False) -> None:
        """Read and check every table; ``anew`` also those that are kept as read."""
        for name, entry in self.catalogue.entries.items():
            if anew:
                _read(self.folder, entry)
            else:
                self.table(name)

    def _entry(self, name: str) -> Entry:
        try:
            return self.catalogue.entries[name]
        except KeyError as error:
            raise SnapshotError(name, "the catalogue does not list it", REBUILD) from error


def _read(folder: Path, entry: Entry) -> pa.Table:
    try:
        content = (folder / entry.file).read_bytes()
    except OSError as error:
        raise SnapshotError(entry.name, f"{entry.file} cannot be opened", REBUILD) from error
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise SnapshotError(entry.name, f"{entry.file} differs from its checksum", REBUILD)
    table = _IN_USE.get(entry.sha256)
    if table is None:
        # One thread: the tables are small, and a short-lived process now and then aborts at exit
        # when Arrow's threads are still waking up.
        table = pq.ParquetFile(io.BytesIO(content)).read(use_threads=False)
        _IN_USE[entry.sha256] = table
    columns = {column.name: str(column.type) for column in table.schema}
    if columns != entry.columns or table.num_rows != entry.rows:
        raise SnapshotError(entry.name, "columns or rows differ from the catalogue", REBUILD)
    return table


def read_snapshot(folder: Path, catalogue: str = "catalogue.json") -> Snapshot:
    """Read the snapshot in ``folder``, which holds ``catalogue`` and the files it names."""
    return Snapshot(folder, read_catalogue(folder / catalogue))
