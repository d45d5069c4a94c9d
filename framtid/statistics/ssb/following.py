"""Tables of the last edition follow municipalities that have merged or changed number."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.recipes import Moved, Structure
from framtid.statistics.ssb.structure import Change

PERSONS = frozenset(
    ("population", "births", "deaths", "immigration", "emigration", "arrivals", "departures")
)
"""Columns that are summed, besides those of a year."""


def _merged(frame: pd.DataFrame, how: Moved, weights: pd.Series) -> pd.DataFrame:
    """Return a frame whose key column holds new numbers, with rows of the same key made one."""
    if how.merge == "join":
        if "part" not in frame:
            return frame.drop_duplicates([how.key, "year"], ignore_index=True)
        frame = frame.sort_values(how.key, kind="stable", ignore_index=True)
        fresh = frame["old"].ne(frame["old"].shift()) | frame["part"].ne(frame["part"].shift())
        return frame.assign(part=fresh.groupby(frame[how.key]).cumsum() - 1)
    if how.merge == "largest":
        order = (
            frame["old"].map(weights).fillna(0).sort_values(ascending=False, kind="stable").index
        )
        return frame.loc[order].drop_duplicates(how.key).sort_values(how.key, ignore_index=True)
    if how.merge == "mean":
        weight = frame["old"].map(weights)
        values = frame.drop(columns=[how.key, "old"])
        total = values.mul(weight, axis=0).groupby(frame[how.key]).sum(min_count=1)
        return (total.div(weight.groupby(frame[how.key]).sum(), axis=0)).reset_index()
    persons = [name for name in frame.columns if _adds(name)]
    keys = [name for name in frame.columns if name not in {*persons, "old"}]
    return frame.groupby(keys)[persons].sum().reset_index()


def _adds(name: str) -> bool:
    """Whether a column holds persons."""
    return name in PERSONS or (name[:1] == "y" and name[1:].isdigit())


def follow(
    table: pa.Table, name: str, how: Moved, change: Change, weights: pd.Series
) -> pa.Table | None:
    """Return a table with its municipalities as they are today; None where it must be fetched anew.

    Args:
        table: the table of the last edition.
        name: its name.
        how: how its rows follow.
        change: what has happened.
        weights: inhabitants by municipality of the last edition.

    """
    if how.merge == "leave":
        return None
    frame = table.to_pandas()
    frame["old"] = frame[how.key]
    frame[how.key] = frame["old"].replace(change.moved)
    merged = _merged(frame, how, weights)
    if name == "municipalities":
        merged = _renamed(merged, frame, change)
    merged = merged[table.column_names]
    return pa.Table.from_pandas(merged, schema=table.schema, preserve_index=False)


def _renamed(frame: pd.DataFrame, before: pd.DataFrame, change: Change) -> pd.DataFrame:
    """Give the new municipalities their names, and let the search find them by the old ones."""
    new = frame["code"].isin(change.moved.values())
    official = frame["code"].map(change.names).str.replace(" - ", " – ", regex=False)
    once = before.groupby("code")["short"].agg("|".join)
    found = {
        "name": official,
        "short": official.str.split(" – ").str[-1],
        "other_names": frame["other_names"] + "|" + frame["code"].map(once),
        "old_code": frame["old"],
        "county": frame["code"].str[:2],
    }
    return frame.assign(**{name: told.where(new, frame[name]) for name, told in found.items()})


def followed(
    before: Snapshot, structure: Structure, change: Change, today: date
) -> tuple[list[Draft], list[str]]:
    """Return the tables whose rows follow the municipalities, and those to be fetched anew."""
    people = before.table("population_municipality").to_pandas()
    weights = people.groupby("municipality")[people.columns[-1]].sum()
    drafts, left = [], []
    for name, how in structure.tables.items():
        if not before.has(name):
            continue
        table = follow(before.table(name), name, how, change, weights)
        if table is None:
            left.append(name)
            continue
        entry = before.catalogue.entries[name]
        source = entry.source
        if name == "municipalities":
            source = replace(source, date=today.isoformat())
        drafts.append(Draft(name, table, entry.years, entry.unit, source, entry.estimated))
    return drafts, left
