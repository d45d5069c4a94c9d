"""The last edition with its places as they are today, by Klass: municipalities and divisions."""

from dataclasses import dataclass
from datetime import date

from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb import groups, regions
from framtid.statistics.ssb.answers import SsbError, UnreachableError
from framtid.statistics.ssb.assembling import assembled
from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.following import MUNICIPALITIES, followed
from framtid.statistics.ssb.recipes import Recipes
from framtid.statistics.ssb.report import Fate, Outcome
from framtid.statistics.ssb.structure import Change, changes
from framtid.statistics.store import Store


@dataclass(frozen=True)
class Geography:
    """Where everything else is put.

    Attributes:
        base: the last edition, its rows under today's numbers.
        places: municipality of ours by SSB's number; two numbers may be one with us.
        outcomes: what became of municipalities, regions and KOSTRA groups.

    """

    base: Snapshot
    places: dict[str, str]
    outcomes: tuple[Outcome, ...]


def geography(
    client: Client, recipes: Recipes, store: Store, before: Snapshot, today: date
) -> Geography:
    """Ask Klass for the places of the day; without an answer they are as they were."""
    known = set(before.table(MUNICIPALITIES)["code"].to_pylist())
    told = Outcome(MUNICIPALITIES, str(recipes.structure.classification), Fate.SAME)
    silent = ""
    try:
        change = changes(client, recipes.structure, before, today)
    except SsbError as error:
        told.fate, told.problems = Fate.REFUSED, (f"{error}; they are taken to be the same",)
        silent = str(error) if isinstance(error, UnreachableError) else ""
        change = Change(dict.fromkeys(known, ""))
    told.places = change.notes
    drafts, left = followed(before, recipes.structure, change, today)
    if drafts:
        told.fate = Fate.CHANGED
    base = assembled(store, before, drafts, left) if drafts else before
    places = change.places(known)
    if silent:
        unasked = [
            Outcome(name, "", Fate.UNASKED, problems=(silent,))
            for name in (regions.NAME, groups.NAME)
        ]
        return Geography(base, places, (told, *unasked))
    base, divided = _divided(client, recipes, store, base, places, today)
    made, grouped = groups.groups(client, recipes, places, base, today)
    base = assembled(store, base, made) if made else base
    return Geography(base, places, (told, divided, grouped))


def _divided(
    client: Client,
    recipes: Recipes,
    store: Store,
    base: Snapshot,
    places: dict[str, str],
    today: date,
) -> tuple[Snapshot, Outcome]:
    """Return an edition with the regions that Klass has, and what became of them."""
    sought, kept = recipes.regions, base.source(regions.NAME)
    try:
        number = regions.find(client, recipes)
        if number is None:
            if kept.id.startswith("klass"):
                raise SsbError(f"Klass has no «{sought.search}» any more")
            note = f"Klass has no «{sought.search}»; they are those of {kept.publisher}"
            return base, Outcome(regions.NAME, kept.id, Fate.SAME, notes=(note,))
        division = regions.ask(client, number, recipes, places, today)
        made = regions.drafts(division, number, base, today)
    except SsbError as error:
        return base, Outcome(regions.NAME, kept.id, Fate.REFUSED, problems=(str(error),))
    told = regions.outcome(number, base, made)
    return (assembled(store, base, made) if made else base), told
