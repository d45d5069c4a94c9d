"""A small country of seven municipalities, so that a refresh takes a moment."""

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import DATA, Snapshot, read_snapshot
from framtid.statistics.ssb.assembling import assembled, in_store
from framtid.statistics.store import Store

CODES = ("0301", "1149", "1151", "1508", "1580", "4601", "5610")
"""Oslo, Karmøy, Utsira, Ålesund, Haram (split off from it), Bergen and Karasjok."""
KEYS = {
    "population_municipality": "municipality",
    "population_estimated": "municipality",
    "projection_municipality": "municipality",
    "need_index": "municipality",
    "former_municipalities": "municipality",
    "shapes": "municipality",
    "municipalities": "code",
}


def _sum(people: pa.Table, nation: pa.Table) -> pa.Table:
    """Return the nation of these municipalities; before their first year as it was."""
    frame = people.to_pandas().groupby(["sex", "age"]).sum(numeric_only=True).reset_index()
    whole = nation.to_pandas()
    for name in frame.columns[2:]:
        whole[name] = frame[name]
    shrink = whole["y2006"].sum() / nation.to_pandas()["y2006"].sum()
    for name in nation.column_names[2:]:
        if name not in frame:
            whole[name] = (whole[name] * shrink).round()
    return pa.Table.from_pandas(whole, schema=nation.schema, preserve_index=False)


def _counties(municipal: pa.Table, counties: pa.Table) -> pa.Table:
    """Return the counties of these municipalities, the same in every alternative."""
    frame = municipal.to_pandas()
    frame["county"] = frame["municipality"].str[:2]
    frame = frame.groupby(["county", "year"])["population"].sum().reset_index()
    three = pd.concat([frame.assign(alternative=name) for name in ("HHMH", "LLML", "MMMM")])
    three = three.sort_values(["county", "alternative", "year"])
    return pa.Table.from_pandas(
        three[counties.column_names], schema=counties.schema, preserve_index=False
    )


def small_edition(folder: Path) -> Snapshot:
    """Return an edition of the committed figures for CODES alone, kept in ``folder``."""
    figures = read_snapshot(DATA)
    drafts = []
    tables = {
        name: figures.table(name).filter(pc.is_in(pc.field(key), pa.array(CODES)))
        for name, key in KEYS.items()
    }
    tables["population_nation"] = _sum(
        tables["population_municipality"], figures.table("population_nation")
    )
    inhabited = tables["municipalities"]["region"].combine_chunks()
    tables["regions"] = figures.table("regions").filter(pc.is_in(pc.field("code"), inhabited))
    tables["projection_county"] = _counties(
        tables["projection_municipality"], figures.table("projection_county")
    )
    for name, table in tables.items():
        entry = figures.catalogue.entries[name]
        drafts.append(Draft(name, table, entry.years, entry.unit, entry.source, entry.estimated))
    store = Store(folder)
    made = assembled(store, in_store(store, figures), drafts)
    store.keep(made.catalogue)
    store.use(made.edition)
    return store.snapshot(made.edition)
