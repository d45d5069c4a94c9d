"""What a table must satisfy before it is let in: shape, codes, range, sums and no wild jumps."""

from collections.abc import Iterator

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from framtid.statistics.ssb.recipes import Recipe
from framtid.statistics.ssb.shaping import figures, totals

KINDS = {"string": str, "int8": int, "int16": int}
TOLD = 3
"""Examples of what is wrong that the report gives."""


def _schema(frame: pd.DataFrame, recipe: Recipe, known: set[str]) -> pa.DataFrameSchema:
    """Return the shape a table must have: unique keys, known codes, figures within the range."""
    keys = ({"edition": "int16"} if recipe.edition else {}) | recipe.keep
    codes = {"municipality": known, "place": known | {"0"}}
    columns = {
        name: pa.Column(KINDS[kind], pa.Check.isin(codes[name]) if name in codes else None)
        for name, kind in keys.items()
    }
    missing = recipe.check.missing
    whole = pa.Check(
        lambda column: column.isna().mean() <= missing,
        ignore_na=False,
        name=f"at most {missing:.0%} missing",
    )
    for name in figures(frame, recipe):
        columns[name] = pa.Column(
            float, [pa.Check.in_range(*recipe.check.range), whole], nullable=True, coerce=True
        )
    return pa.DataFrameSchema(columns, unique=recipe.keys, strict=True)


def _by_schema(frame: pd.DataFrame, recipe: Recipe, known: set[str]) -> Iterator[str]:
    try:
        _schema(frame, recipe, known).validate(frame, lazy=True)
    except SchemaErrors as errors:
        for (column, check), cases in errors.failure_cases.groupby(["column", "check"]):
            some = ", ".join(dict.fromkeys(map(str, cases["failure_case"])))
            yield f"{column}: {check} does not hold ({len(cases)} times: {some[:60]})"


def _every_place(frame: pd.DataFrame, recipe: Recipe, known: set[str]) -> Iterator[str]:
    if "municipality" in recipe.keep:
        lacking = sorted(known - set(frame["municipality"]))
        if lacking:
            yield f"{len(lacking)} municipalities are missing: {', '.join(lacking[:TOLD])}"
    elif "place" in recipe.keep:
        # Rows without a figure are left out; in years gone by today's municipalities may lack many.
        newest = frame["year"].max()
        lacking = sorted(known - set(frame["place"][frame["year"] == newest]))
        if len(lacking) > recipe.check.missing * len(known):
            yield f"{newest}: {len(lacking)} of {len(known)} municipalities are missing"


def _sums(found: pd.DataFrame, nation: pd.DataFrame, within: float) -> Iterator[str]:
    """Compare the municipalities' sum with the nation's figure, year by year."""
    ours, theirs = found.sum(), nation.sum()
    for year in ours.index.intersection(theirs.index):
        if abs(ours[year] - theirs[year]) > within * theirs[year]:
            yield (
                f"{year}: the municipalities sum to {ours[year]:,.0f}, "
                f"the nation has {theirs[year]:,.0f}"
            )
    if ours.index.max() != theirs.index.max():
        yield f"it ends in {ours.index.max()}, the nation in {theirs.index.max()}"


def _jumps(found: pd.DataFrame, before: pd.DataFrame, recipe: Recipe) -> Iterator[str]:
    """Compare places with what they were: the same year last time, or the year before."""
    check = recipe.check
    if check.jump is None:
        return
    years = [int(year) for year in found.columns]
    for year in years:
        if year in before:
            old, what = before[year], "in the last edition"
        elif year - 1 in years:
            old, what = found[year - 1], "the year before"
        else:
            continue
        old = old.reindex(found.index)
        change = (found[year] / old - 1)[old >= max(check.least, 1e-9)]
        wild = change[change.abs() > check.jump]
        for place in list(wild.index)[:TOLD]:
            yield f"{place}: {found[year][place]:,.0f} in {year}, but {old[place]:,.0f} {what}"


def problems(
    frame: pd.DataFrame,
    recipe: Recipe,
    known: set[str],
    nation: pd.DataFrame | None,
    before: pd.DataFrame | None,
) -> list[str]:
    """Return what is wrong with a table, a sentence each; nothing when it may be let in.

    Args:
        frame: the table, shaped.
        recipe: what it must be.
        known: the municipalities of the day.
        nation: totals of the table that the municipalities must sum to, by year.
        before: the same table in the last edition.

    """
    if frame.empty:
        return ["it is empty"]
    found = list(_by_schema(frame, recipe, known)) or list(_every_place(frame, recipe, known))
    if found:
        return found[:TOLD]
    now = totals(frame, recipe)
    if nation is not None:
        found += _sums(now, nation, recipe.check.within)
    old = totals(before, recipe) if before is not None else pd.DataFrame()
    found += _jumps(now, old, recipe)
    return found[:TOLD]
