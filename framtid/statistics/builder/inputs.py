"""Reading the input folder: files by name, with a plain sentence when one is missing or odd."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa

from framtid.errors import SnapshotError
from framtid.statistics.catalogue import Source

SSB = ("Statistisk sentralbyrå (SSB)", "CC BY 4.0")
KDD = ("Kommunal- og distriktsdepartementet", "NLOD 2.0")


@dataclass(frozen=True)
class Draft:
    """A table on its way into the snapshot."""

    name: str
    table: pa.Table
    years: str
    unit: str
    source: Source
    estimated: str = ""
    packed: tuple[str, ...] = ()
    """Columns whose numbers lie close to the ones before, stored as differences."""
    notes: dict[str, str] = field(default_factory=dict)
    """What a reader of the file should know, kept in the file itself."""
    updated: str = ""
    asked: str = ""
    expected: str = ""
    """As in the catalogue's :class:`Entry`, for tables that came from the publisher itself."""


def ssb(table: str, title: str, date: str) -> Source:
    """Return the source of one of Statistics Norway's tables."""
    return Source(table, title, *SSB, f"https://www.ssb.no/statbank/table/{table}", date)


def read_csv(folder: Path, name: str) -> pd.DataFrame:
    """Read a CSV file as text columns; raise SnapshotError when it is missing or malformed."""
    path = folder / name
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise SnapshotError(name, "the file is missing", f"Put it in {folder}.") from error
    except (ValueError, UnicodeError) as error:
        raise SnapshotError(name, f"the file is malformed: {error}", "Fetch it again.") from error


def read_parquet(folder: Path, name: str) -> pd.DataFrame:
    """Read a Parquet file; raise SnapshotError when it is missing or malformed."""
    path = folder / name
    try:
        return pd.read_parquet(path)
    except FileNotFoundError as error:
        raise SnapshotError(name, "the file is missing", f"Put it in {folder}.") from error
    except (OSError, ValueError) as error:
        raise SnapshotError(name, f"the file is malformed: {error}", "Fetch it again.") from error


def arrow(frame: pd.DataFrame, **types: pa.DataType) -> pa.Table:
    """Turn a frame into an Arrow table with the named column types, in that order.

    Raises:
        SnapshotError: when a column is missing or holds something else than its type.

    """
    schema = pa.schema(list(types.items()))
    try:
        return pa.Table.from_pandas(frame[list(types)], schema=schema, preserve_index=False)
    except (KeyError, pa.ArrowException) as error:
        raise SnapshotError(
            "input", f"a column is not as expected: {error}", "Check the file."
        ) from error
