"""A table on its way in, as a table of the snapshot and as a line of the report."""

import hashlib
from dataclasses import dataclass

import pandas as pd

from framtid.statistics.builder.inputs import Draft, ssb
from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.comparing import difference
from framtid.statistics.ssb.fetching import Fetched, Found
from framtid.statistics.ssb.recipes import Recipe
from framtid.statistics.ssb.report import Fate, Outcome, moved_places, moved_totals
from framtid.statistics.ssb.shaping import span, to_arrow, totals


def mark(recipe: Recipe) -> str:
    """Return a short mark of what a recipe asks for and what it makes of it."""
    return hashlib.sha256(recipe.model_dump_json().encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Coming:
    """A table that has been fetched and shaped."""

    recipe: Recipe
    found: Found
    fetched: Fetched
    frame: pd.DataFrame

    def draft(self, name: str, base: Snapshot) -> Draft:
        """Return it as a table of the snapshot; raise SsbError where a figure does not fit.

        Where it says what the last edition's says, it is that one to the byte.
        """
        table, estimated = to_arrow(self.frame, self.recipe), ""
        if base.has(name):
            before = base.table(name)
            if difference(self.frame, before.to_pandas(), self.recipe.keys).is_none:
                table = before
            if self.recipe.estimates:
                estimated = base.catalogue.entries[name].estimated
        return Draft(
            name,
            table,
            span(self.frame, self.recipe),
            self.recipe.unit,
            ssb(self.found.id, self.recipe.title, self.found.updated[:10]),
            estimated,
            updated=self.found.updated,
            asked=mark(self.recipe),
            expected=self.fetched.expected,
        )


def outcome(name: str, one: Coming, draft: Draft, base: Snapshot) -> Outcome:
    """Tell what a table that comes in changes."""
    gaps = tuple(f"figures missing, {why}: {n:,}" for why, n in one.fetched.missing.items())
    notes = (*one.fetched.notes, *gaps)
    told = Outcome(name, one.found.id, Fate.NEW, one.found.updated, notes=notes)
    if not base.has(name):
        told.totals = (f"{draft.table.num_rows:,} rows, {draft.years}",)
        return told
    if draft.table.equals(base.table(name)):
        told.fate = Fate.SAME
        return told
    before = base.table(name).to_pandas()
    now, old = totals(one.frame, one.recipe), totals(before, one.recipe)
    mean = one.recipe.value is not None and one.recipe.value.type == "double"
    told.fate = Fate.CHANGED
    told.totals = (
        *moved_totals(now, old, mean),
        str(difference(one.frame, before, one.recipe.keys)),
    )
    told.places = tuple(moved_places(now, old))
    return told
