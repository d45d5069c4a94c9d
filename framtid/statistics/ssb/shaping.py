"""From SSB's figures in our columns to a table of the snapshot, beside what it held before."""

import pandas as pd
import pyarrow as pa

from framtid.errors import SnapshotError
from framtid.statistics.builder.inputs import arrow
from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.answers import SsbError
from framtid.statistics.ssb.recipes import Recipe

TYPES = {
    "string": pa.string(),
    "int8": pa.int8(),
    "int16": pa.int16(),
    "int32": pa.int32(),
    "double": pa.float64(),
}
WHOLE = ("int8", "int16", "int32")
ESTIMATED = "est"
"""How the reason of an estimate begins; others are borders that moved."""
PLACES = ("municipality", "place", "county")
"""Names of a column that tells places apart."""


def _cell(recipe: Recipe) -> str:
    """Return the type of the figures."""
    told = recipe.wide or recipe.value
    if told is None:
        raise SnapshotError("refresh.yml", f"{recipe.title} has neither wide nor value", "Add one.")
    return told.type


def shape(frame: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    """Return one row per key, its figures in one column or one per value of the wide column."""
    if recipe.wide:
        column = recipe.wide.column
        wide = frame.pivot(index=recipe.keys, columns=column, values="value")
        wide = wide[[one.to for one in recipe.columns[column].values] or wide.columns]
        wide.columns = [f"y{name}" if column == "year" else str(name) for name in wide.columns]
        if column != "year":
            # SSB writes 0 where a summed series has nothing, and in a year that is not over.
            wide = wide[(wide.fillna(0) != 0).any(axis=1)]
        flat: pd.DataFrame = wide.reset_index()
        return flat
    name = recipe.value.name if recipe.value else "value"
    return frame.rename(columns={"value": name}).dropna(subset=[name])


def figures(frame: pd.DataFrame, recipe: Recipe) -> list[str]:
    """Return the columns that hold figures."""
    return [name for name in frame.columns if name not in recipe.keys]


def _with_estimates(
    frame: pd.DataFrame, recipe: Recipe, name: str, before: Snapshot
) -> pd.DataFrame:
    """Put back the municipalities and years that SSB does not publish and we have estimated.

    SSB's summed series know no figures for a municipality before it was split off.
    """
    old = before.table(name).to_pandas().set_index(recipe.keys)
    new = frame.set_index(recipe.keys)
    for row in before.table(recipe.estimates or "").to_pylist():
        column = f"y{row['year']}"
        if column in old and row["municipality"] in old.index.get_level_values(0):
            rows = new.index.get_level_values(0) == row["municipality"]
            new.loc[rows, column] = old.loc[row["municipality"], column].to_numpy()
    return new.reset_index()


def _without_estimated(frame: pd.DataFrame, recipe: Recipe, before: Snapshot) -> pd.DataFrame:
    """Leave out places in years when they were parts of something else: SSB counts them wrongly."""
    estimated = {
        (row["municipality"], row["year"])
        for row in before.table(recipe.estimates or "").to_pylist()
        if row["reason"].startswith(ESTIMATED)
    }
    own = pd.MultiIndex.from_frame(frame[["municipality", "year"]])
    return frame[~own.isin(estimated)].reset_index(drop=True)


def completed(frame: pd.DataFrame, recipe: Recipe, name: str, before: Snapshot) -> pd.DataFrame:
    """Add what only the last edition knows: estimates, and editions of a projection gone by."""
    if recipe.estimates and "year" in recipe.keep:
        return _without_estimated(frame, recipe, before)
    if not before.has(name):
        return frame
    if recipe.estimates:
        return _with_estimates(frame, recipe, name, before)
    if recipe.edition:
        old = before.table(name).to_pandas()
        kept = old[~old["edition"].isin(frame["edition"].unique())]
        both: pd.DataFrame = pd.concat([kept, frame])
        return both.sort_values(recipe.keys, ignore_index=True)
    return frame


def to_arrow(frame: pd.DataFrame, recipe: Recipe) -> pa.Table:
    """Return a frame with the recipe's types; raise SsbError where a figure does not fit."""
    cell = _cell(recipe)
    keys = {"edition": "int16"} if recipe.edition else {}
    types = {name: TYPES[kind] for name, kind in (keys | recipe.keep).items()}
    columns = figures(frame, recipe)
    if cell in WHOLE:
        frame = frame.assign(**{name: frame[name].round().astype("Int64") for name in columns})
    try:
        return arrow(frame, **types, **dict.fromkeys(columns, TYPES[cell]))
    except (SnapshotError, ValueError, TypeError) as error:
        raise SsbError(f"a figure is not as expected: {error}") from error


def span(frame: pd.DataFrame, recipe: Recipe) -> str:
    """Return the first and the last year of a table, "2006–2026"."""
    if recipe.wide and recipe.wide.column == "year":
        years = [int(name[1:]) for name in figures(frame, recipe)]
    else:
        years = [int(year) for year in frame["year"].unique()]
    return f"{min(years)}–{max(years)}" if min(years) < max(years) else str(max(years))


def totals(frame: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    """Return a table's figures by place and year: sums over sex and age, of the main alternative.

    The rows of a table without places are one, the nation "0".
    """
    if recipe.edition:
        frame = frame[frame["edition"] == frame["edition"].max()]
    if "alternative" in frame.columns:
        frame = frame[frame["alternative"] == "MMMM"]
    where = next((key for key in PLACES if key in recipe.keep), None)
    place = frame[where] if where else pd.Series("0", index=frame.index)
    if recipe.wide and recipe.wide.column == "year":
        by_year = frame[[name for name in frame.columns if name[1:].isdigit()]]
        return by_year.rename(columns=lambda name: int(name[1:])).groupby(place).sum(min_count=1)
    values = frame[figures(frame, recipe)].sum(axis=1, min_count=1)
    return values.groupby([place, frame["year"]]).sum(min_count=1).unstack()
