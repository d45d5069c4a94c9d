"""Labour-market regions, where Klass divides the municipalities into them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.classification import region_short
from framtid.statistics.builder.inputs import SSB, Draft
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.answers import RefusedError, SsbError
from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.klass_models import Correspondences
from framtid.statistics.ssb.recipes import Recipes
from framtid.statistics.ssb.report import Fate, Outcome

NAME, MUNICIPALITIES = "regions", "municipalities"
OURS = "ba-"
"""How the codes of regions begin."""
NOT_FOUND = 404
TOLD = 3


@dataclass(frozen=True)
class Division:
    """Every municipality in one region."""

    names: dict[str, str]
    """Name of a region by Klass's code."""
    members: dict[str, str]
    """Klass's code of the region by municipality of ours."""


def find(client: Client, recipes: Recipes) -> int | None:
    """Return the number of the classification, or None where Klass has none of that name.

    Raises:
        SsbError: it has several.

    """
    sought = recipes.regions
    if sought.classification:
        return sought.classification
    found = {
        one.number: one.name
        for one in client.classifications(sought.search)
        if re.search(sought.name, one.name, re.IGNORECASE)
    }
    if len(found) > 1:
        listed = ", ".join(f"{number} {name}" for number, name in sorted(found.items()))
        raise SsbError(f"Klass has several: {listed}; put the right number in refresh.yml")
    return next(iter(found), None)


def pairs(client: Client, regions: int, municipalities: int, today: date) -> pd.DataFrame:
    """Return region, its name and municipality, whichever way the correspondence is kept.

    Args:
        client: whom to ask.
        regions: a classification that the municipalities are divided by.
        municipalities: that of the municipalities.
        today: the day it holds for.

    Raises:
        SsbError: Klass has no such correspondence, an empty one, or does not answer.

    """
    at = today.isoformat()

    def ask(source: int, target: int) -> pd.DataFrame:
        path = f"classifications/{source}/correspondsAt"
        told = client.klass(Correspondences, path, targetClassificationId=str(target), date=at)
        return pd.DataFrame([one.model_dump() for one in told.items])

    try:
        items, region, place = ask(regions, municipalities), "source", "target"
    except RefusedError as error:
        if error.status != NOT_FOUND:
            raise
        items, region, place = ask(municipalities, regions), "target", "source"
    if items.empty:
        raise SsbError("Klass puts no municipality in any of them")
    columns = {
        f"{region}_code": "region",
        f"{region}_name": "name",
        f"{place}_code": "municipality",
    }
    return items.rename(columns=columns)[[*columns.values()]].drop_duplicates()


def alone(found: pd.DataFrame, places: Mapping[str, str]) -> pd.DataFrame:
    """Return the pairs of our municipalities; SsbError where one is in several."""
    ours = found[found["municipality"].isin(places)]
    ours = ours.assign(municipality=ours["municipality"].map(dict(places)))
    ours = ours.drop_duplicates(["municipality", "region"])
    several = sorted(ours["municipality"][ours["municipality"].duplicated()].unique())
    if several:
        raise SsbError(f"{len(several)} are in several: {', '.join(several[:TOLD])}")
    return ours


def ask(
    client: Client, number: int, recipes: Recipes, places: Mapping[str, str], today: date
) -> Division:
    """Return the division.

    Args:
        client: whom to ask.
        number: the classification.
        recipes: what else there is.
        places: municipality of ours by Klass's number.
        today: the day it holds for.

    Raises:
        SsbError: a municipality is in none or in several, or Klass does not answer.

    """
    found = alone(pairs(client, number, recipes.structure.classification, today), places)
    lacking = sorted(set(places.values()) - set(found["municipality"]))
    if lacking:
        raise SsbError(f"{len(lacking)} municipalities are in none: {', '.join(lacking[:TOLD])}")
    return Division(
        dict(zip(found["region"], found["name"], strict=True)),
        dict(zip(found["municipality"], found["region"], strict=True)),
    )


def _codes(division: Division, rows: pd.DataFrame, people: "pd.Series[float]") -> dict[str, str]:
    """Return our code by Klass's: that of the region most of its people lived in.

    So addresses and links with a region go on being right. A region that is new gets a number
    that nobody had.
    """
    frame = pd.DataFrame(
        {
            "new": rows["code"].map(division.members),
            "old": rows["region"],
            "people": rows["code"].map(people),
        }
    )
    shared = frame.groupby(["new", "old"])["people"].sum().sort_values(ascending=False)
    codes: dict[str, str] = {}
    for new, old in shared.index:
        if new not in codes and old not in codes.values():
            codes[new] = old
    free = max(int(code.removeprefix(OURS)) for code in rows["region"]) + 1
    for new in sorted(set(division.names) - set(codes)):
        codes[new], free = f"{OURS}{free}", free + 1
    return codes


def drafts(division: Division, number: int, before: Snapshot, today: date) -> list[Draft]:
    """Return municipalities and regions as Klass divides them, where anything is another."""
    rows = before.table(MUNICIPALITIES).to_pandas()
    persons = before.table("population_municipality").to_pandas()
    people = persons.groupby("municipality")[persons.columns[-1]].sum()
    codes = _codes(division, rows, people)
    rows["region"] = rows["code"].map(division.members).map(codes)
    norwegian = set(rows["short"])
    named = {codes[one]: name.replace(" - ", " – ") for one, name in division.names.items()}
    regions = pd.DataFrame({"code": sorted(named, key=lambda code: int(code.removeprefix(OURS)))})
    regions["name"] = regions["code"].map(named)
    regions["short"] = [region_short(name, norwegian) for name in regions["name"]]
    source = Source(
        f"klass-{number}",
        "Arbeidsmarkedsregioner",
        *SSB,
        f"https://www.ssb.no/klass/klassifikasjoner/{number}",
        today.isoformat(),
    )
    made = []
    for name, frame in ((NAME, regions), (MUNICIPALITIES, rows)):
        old, entry = before.table(name), before.catalogue.entries[name]
        table = pa.Table.from_pandas(frame, schema=old.schema, preserve_index=False)
        table = table.replace_schema_metadata(old.schema.metadata)
        if not table.equals(old):
            whose = source if name == NAME else entry.source
            made.append(Draft(name, table, entry.years, entry.unit, whose, entry.estimated))
    return made


def outcome(number: int, before: Snapshot, made: list[Draft]) -> Outcome:
    """Tell which regions are new or another, and which municipalities changed region."""
    told = Outcome(NAME, str(number), Fate.CHANGED if made else Fate.SAME)
    tables = {draft.name: draft.table for draft in made}
    old = before.table(NAME).to_pandas().set_index("code")["name"]
    if NAME in tables:
        new = tables[NAME].to_pandas().set_index("code")["name"]
        told.totals = (f"{len(new)} regions, {len(old)} before",)
    names = tables.get(NAME, before.table(NAME)).to_pandas().set_index("code")["short"]
    rows = before.table(MUNICIPALITIES).to_pandas().set_index("code")
    now = tables.get(MUNICIPALITIES, before.table(MUNICIPALITIES)).to_pandas().set_index("code")
    moved = rows.index[rows["region"] != now["region"]]
    told.places = tuple(
        f"{code} {rows['short'][code]} is now in {names[now['region'][code]]}" for code in moved
    )
    return told
