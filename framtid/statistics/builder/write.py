"""Writing tables into a snapshot: one file each, and their lines in the catalogue."""

import hashlib
import io
from pathlib import Path

import pyarrow.parquet as pq

from framtid.statistics.builder.inputs import Draft
from framtid.statistics.catalogue import Catalogue, Entry, read_catalogue


def packed(draft: Draft) -> bytes:
    """Return a table as Parquet, the same bytes for the same content."""
    buffer = io.BytesIO()
    pq.write_table(
        draft.table.replace_schema_metadata(draft.notes or None),
        buffer,
        compression="zstd",
        compression_level=19,
        use_dictionary=[name for name in draft.table.column_names if name not in draft.packed],
        column_encoding=dict.fromkeys(draft.packed, "DELTA_BINARY_PACKED") or None,
    )
    return buffer.getvalue()


def listed(draft: Draft, content: bytes, file: str) -> Entry:
    """Return the line in the catalogue of a table whose bytes are ``content``."""
    return Entry(
        name=draft.name,
        file=file,
        rows=draft.table.num_rows,
        columns={column.name: str(column.type) for column in draft.table.schema},
        sha256=hashlib.sha256(content).hexdigest(),
        years=draft.years,
        unit=draft.unit,
        estimated=draft.estimated,
        source=draft.source,
        updated=draft.updated,
        asked=draft.asked,
        expected=draft.expected,
    )


def write(draft: Draft, target: Path) -> Entry:
    """Write one table under ``target`` and return its line in the catalogue."""
    content = packed(draft)
    file = f"snapshot/{draft.name}.parquet"
    (target / file).write_bytes(content)
    return listed(draft, content, file)


def catalogue(entries: dict[str, Entry], updated: str) -> Catalogue:
    """Return the catalogue of some tables, its edition a hash of their content."""
    sums = "".join(entries[name].sha256 for name in sorted(entries))
    return Catalogue(hashlib.sha256(sums.encode()).hexdigest()[:10], updated, entries)


def add(draft: Draft, folder: Path) -> Entry:
    """Put one more table into the snapshot in ``folder``, or a new one in its place."""
    before = read_catalogue(folder / "catalogue.json")
    entry = write(draft, folder)
    after = catalogue({**before.entries, draft.name: entry}, before.updated)
    after.write(folder / "catalogue.json")
    return entry
