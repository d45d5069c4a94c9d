"""Rows of a table of the snapshot for one place, and what of them makes a curve."""

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framtid.places import Level, Place
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import snapshot

MUNICIPAL, ANY, COUNTY = "municipality", "place", "county"
"""Names of the columns that say which place a row is about."""
KEYS = frozenset(
    ("sex", "age", "first_age", "last_age", "year", "edition", "part", "code", MUNICIPAL, ANY)
)
DIVISIONS = frozenset(("counties", "regions"))
"""Tables whose rows are places themselves."""
MAIN = "MMMM"
NATION = "0"
OTHER = frozenset(("theme", "measure"))
"""Columns that tell different things apart, which no one curve can follow."""


@dataclass(frozen=True)
class Curve:
    """Figures by year: persons, summed over sex and age, or the mean of a level."""

    years: list[int]
    values: list[float]
    decimals: int
    column: str = ""
    """The column it follows, where the table has several."""


def entry(name: str) -> Entry | None:
    """Return a table's line in the catalogue, or None where this edition has none."""
    return snapshot().catalogue.entries.get(name)


def place_column(listed: Entry) -> str | None:
    """Return the column that says which place a row is about, or None where none does."""
    if listed.name == "municipalities":
        return "code"
    return next((name for name in (MUNICIPAL, ANY, COUNTY) if name in listed.columns), None)


def rows(name: str, place: Place | None) -> pa.Table:
    """Return a table's rows about a place: its own, or else those of its municipalities.

    The nation, or no place, gives every row; so does a table that is not about places.
    """
    table = snapshot().table(name)
    listed = snapshot().catalogue.entries[name]
    column = place_column(listed)
    if column is None or place is None or place.level is Level.NATION:
        return table
    own = table.filter(pc.field(column) == place.code)
    if own.num_rows:
        return own
    if column == COUNTY:
        return table.filter(pc.field(column) == place.county)
    return table.filter(pc.is_in(pc.field(column), pa.array(place.members)))


def coverage(name: str) -> int | None:
    """Return how many places a table has rows about, or None where it is not about places."""
    column = place_column(snapshot().catalogue.entries[name])
    if column is None:
        return snapshot().table(name).num_rows if name in DIVISIONS else None
    return int(pc.count_distinct(snapshot().table(name)[column]).as_py())


def curve(name: str, place: Place | None) -> Curve | None:
    """Return what a table says of a place year by year, or None where that makes no curve."""
    table = (
        _whole(rows(name, place)) if place is None or place.code == NATION else rows(name, place)
    )
    years = [column for column in table.column_names if column[:1] == "y" and column[1:].isdigit()]
    if years:
        whole = table.schema.field(years[0]).type in {pa.int16(), pa.int32()}
        values = [table[column] for column in years]
        total = [float((pc.sum if whole else pc.mean)(one).as_py() or 0) for one in values]
        return Curve([int(column[1:]) for column in years], total, 0 if whole else 4)
    figures = [column for column in table.column_names if column not in KEYS]
    numeric = [c for c in figures if not pa.types.is_string(table.schema.field(c).type)]
    if "year" not in table.column_names or not numeric:
        return None
    found = _by_year(_main(table), numeric[0])
    return replace(found, column=numeric[0]) if found and len(numeric) > 1 else found


def _whole(table: pa.Table) -> pa.Table:
    """Return the nation's own rows where a table has them beside those of places."""
    own = table.filter(pc.field(ANY) == NATION) if ANY in table.column_names else table
    return own if own.num_rows else table


def _main(table: pa.Table) -> pa.Table:
    """Return the main alternative of the newest edition, of a projection."""
    if "edition" in table.column_names:
        table = table.filter(pc.field("edition") == pc.max(table["edition"]))
    if "alternative" in table.column_names:
        table = table.filter(pc.field("alternative") == MAIN)
    return table


def _by_year(table: pa.Table, column: str) -> Curve | None:
    if OTHER & set(table.column_names) or not table.num_rows:
        return None
    whole = pa.types.is_integer(table.schema.field(column).type)
    how = "sum" if whole else "mean"
    found = table.group_by("year").aggregate([(column, how)]).sort_by("year")
    values = [float(value or 0) for value in found[f"{column}_{how}"].to_pylist()]
    small = not whole and float(np.max(np.abs(values))) < 10
    return Curve(found["year"].to_pylist(), values, 4 if small else 0 if whole else 1)
