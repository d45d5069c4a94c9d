"""Tables of the last edition follow municipalities that have merged or changed number."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.recipes import Moved, Structure
from framtid.statistics.ssb.structure import Change

PERSONS = frozenset(
    ("population", "births", "deaths", "immigration", "emigration", "arrivals", "departures")
)
"""Columns that are summed, besides those of a year."""
MUNICIPALITIES, FORMER = "municipalities", "former_municipalities"
REGIONS, COUNTIES = "regions", "counties"


def _joined(frame: pd.DataFrame, how: Moved) -> pd.DataFrame:
    """Return all rows under their new number; the outlines of a place are counted anew."""
    if "part" not in frame:
        told = [name for name in frame.columns if name != "old"]
        return frame.drop_duplicates(told, ignore_index=True)
    frame = frame.sort_values(how.key, kind="stable", ignore_index=True)
    fresh = frame["old"].ne(frame["old"].shift()) | frame["part"].ne(frame["part"].shift())
    return frame.assign(part=fresh.groupby(frame[how.key]).cumsum() - 1)


def _largest(frame: pd.DataFrame, how: Moved, people: pd.Series) -> pd.DataFrame:
    """Return one row per new number: that of the old municipality with most people."""
    size = frame["old"].map(people).fillna(0)
    order = size.sort_values(ascending=False, kind="stable").index
    return frame.loc[order].drop_duplicates(how.key).sort_values(how.key, ignore_index=True)


def _mean(frame: pd.DataFrame, how: Moved, people: pd.Series) -> pd.DataFrame:
    """Return the mean over the people of what is now one municipality."""
    size = frame["old"].map(people)
    values = frame.drop(columns=[how.key, "old"])
    total = values.mul(size, axis=0).groupby(frame[how.key]).sum(min_count=1)
    mean: pd.DataFrame = total.div(size.groupby(frame[how.key]).sum(), axis=0)
    return mean.reset_index()


def _summed(frame: pd.DataFrame) -> pd.DataFrame:
    persons = [
        name
        for name in frame.columns
        if name in PERSONS or (name[:1] == "y" and name[1:].isdigit())
    ]
    keys = [name for name in frame.columns if name not in {*persons, "old"}]
    return frame.groupby(keys)[persons].sum(min_count=1).reset_index()


def _merged(frame: pd.DataFrame, how: Moved, people: pd.Series) -> pd.DataFrame:
    """Return a frame whose key column holds new numbers, with rows of the same key made one."""
    match how.merge:
        case "join":
            return _joined(frame, how)
        case "largest":
            return _largest(frame, how, people)
        case "mean":
            return _mean(frame, how, people)
    return _summed(frame)


def _renamed(frame: pd.DataFrame, change: Change) -> pd.DataFrame:
    """Give the new municipalities the names and the county that Klass says."""
    new = frame["code"].isin(change.moved.values())
    official = frame["code"].map(change.names).str.replace(" - ", " – ", regex=False)
    found = {
        "name": official,
        "short": official.str.split(" – ").str[-1],
        "county": frame["code"].str[:2],
    }
    return frame.assign(**{name: told.where(new, frame[name]) for name, told in found.items()})


def _remembered(frame: pd.DataFrame, before: Snapshot, change: Change, today: date) -> pd.DataFrame:
    """Add the municipalities that are gone, and the parts of those kept as one.

    So the search finds them, and addresses with their numbers lead on.
    """
    rows = before.table(MUNICIPALITIES).to_pandas()
    gone = rows[rows["code"].isin(change.moved.keys())].set_index("code")["short"]
    parts = pd.Series({code: change.names[code] for code in change.parts}, dtype=str)
    names = pd.concat([gone, parts])
    names = names[~names.index.isin(frame["code"])]
    added = pd.DataFrame(
        {
            "code": names.index,
            "name": names.to_numpy(),
            "municipality": names.index.map(change.moved | change.parts),
            "last_year": today.year,
        }
    )
    both: pd.DataFrame = pd.concat([frame, added]) if len(added) else frame
    return both.sort_values(["code", "municipality"], ignore_index=True)


def _inhabited(before: Snapshot, municipalities: pa.Table) -> Draft:
    """Return the labour-market regions that still have a municipality."""
    table, entry = before.table(REGIONS), before.catalogue.entries[REGIONS]
    kept = table.filter(pc.is_in(pc.field("code"), municipalities["region"].combine_chunks()))
    return Draft(REGIONS, kept, entry.years, entry.unit, entry.source, entry.estimated)


def _counties(before: Snapshot, change: Change, today: date) -> Draft:
    """Return the counties of the day, named as Klass names them."""
    table, entry = before.table(COUNTIES), before.catalogue.entries[COUNTIES]
    frame = pd.DataFrame({"code": change.counties.keys(), "name": change.counties.values()})
    frame["name"] = frame["name"].str.replace(" - ", " – ", regex=False)
    frame["short"] = frame["name"].str.split(" – ").str[0]
    made = pa.Table.from_pandas(frame, schema=table.schema, preserve_index=False)
    source = replace(entry.source, date=today.isoformat())
    return Draft(COUNTIES, made, entry.years, entry.unit, source, entry.estimated)


def followed(
    before: Snapshot, structure: Structure, change: Change, today: date
) -> tuple[list[Draft], list[str]]:
    """Return the tables whose rows follow the municipalities, and those to be fetched anew."""
    persons = before.table("population_municipality").to_pandas()
    people = persons.groupby("municipality")[persons.columns[-1]].sum()
    drafts = [_counties(before, change, today)] if change.counties else []
    left: list[str] = []
    for name, how in structure.tables.items():
        # A municipality that was only divided keeps its figures: nothing but its names are more.
        if not before.has(name) or not (change.moved or name == FORMER):
            continue
        if how.merge == "leave":
            left.append(name)
            continue
        table, entry = before.table(name), before.catalogue.entries[name]
        frame = table.to_pandas()
        frame["old"] = frame[how.key]
        frame[how.key] = frame["old"].replace(change.moved)
        frame, source = _merged(frame, how, people), entry.source
        if name == MUNICIPALITIES:
            frame, source = _renamed(frame, change), replace(source, date=today.isoformat())
        if name == FORMER:
            frame = _remembered(frame, before, change, today)
        made = pa.Table.from_pandas(
            frame[table.column_names], schema=table.schema, preserve_index=False
        )
        if made.equals(table):
            continue
        drafts.append(Draft(name, made, entry.years, entry.unit, source, entry.estimated))
        if name == MUNICIPALITIES:
            drafts.append(_inhabited(before, made))
    return drafts, left
