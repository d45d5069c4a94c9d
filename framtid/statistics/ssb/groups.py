"""KOSTRA groups: which municipalities Statistics Norway counts as like each other, by Klass 112."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.inputs import SSB, Draft, arrow
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.answers import RefusedError, SsbError
from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.recipes import Recipes
from framtid.statistics.ssb.regions import NOT_FOUND, alone, pairs
from framtid.statistics.ssb.report import Fate, Outcome

NAME = "kostra_groups"
COLUMNS = {"municipality": pa.string(), "kostra_group": pa.string(), "name": pa.string()}


def _table(
    client: Client, recipes: Recipes, places: Mapping[str, str], today: date
) -> pa.Table | None:
    """Return the group of every municipality that is in one, or None where Klass has none."""
    try:
        found = pairs(client, recipes.groups, recipes.structure.classification, today)
    except RefusedError as error:
        if error.status != NOT_FOUND:
            raise
        return None
    rows = alone(found, places).rename(columns={"region": "kostra_group"})
    if rows.empty:
        raise SsbError("Klass puts no municipality of ours in any of them")
    return arrow(rows.sort_values("municipality"), **COLUMNS)


def _draft(table: pa.Table, number: int, today: date) -> Draft:
    source = Source(
        f"klass-{number}",
        "KOSTRA-grupper",
        *SSB,
        f"https://www.ssb.no/klass/klassifikasjoner/{number}",
        today.isoformat(),
    )
    return Draft(NAME, table, str(today.year), "group of each municipality", source)


def _told(table: pa.Table, before: Snapshot, places: Mapping[str, str]) -> Outcome:
    """Tell which municipalities have come to another group, and how many are in none."""
    now = table.to_pandas().set_index("municipality")["kostra_group"]
    told = Outcome(NAME, "", Fate.NEW, totals=(f"{now.nunique()} groups",))
    if lacking := len(set(places.values()) - set(now.index)):
        told.notes = (f"{lacking} municipalities are in none",)
    if before.has(NAME):
        old = before.table(NAME).to_pandas().set_index("municipality")["kostra_group"]
        both = pd.concat([old, now], axis=1, keys=["old", "now"]).dropna()
        told.fate = Fate.SAME if before.table(NAME).equals(table) else Fate.CHANGED
        told.places = tuple(
            f"{code} is now in {row['now']}, and was in {row['old']}"
            for code, row in both[both["old"] != both["now"]].iterrows()
        )
    return told


def groups(
    client: Client, recipes: Recipes, places: Mapping[str, str], before: Snapshot, today: date
) -> tuple[list[Draft], Outcome]:
    """Ask Klass for the groups of the day, and return what is new of them and what to tell.

    Args:
        client: whom to ask.
        recipes: which classification they are.
        places: municipality of ours by Klass's number.
        before: the edition that stands; without an answer its groups stay.
        today: the day they hold for.

    """
    try:
        table = _table(client, recipes, places, today)
    except SsbError as error:
        return [], Outcome(NAME, str(recipes.groups), Fate.REFUSED, problems=(str(error),))
    if table is None:
        note = "Klass has none of the day; they are as before"
        return [], Outcome(NAME, str(recipes.groups), Fate.SAME, notes=(note,))
    told = _told(table, before, places)
    told.table = str(recipes.groups)
    made = [] if told.fate is Fate.SAME else [_draft(table, recipes.groups, today)]
    return made, told
