"""Putting an edition together in the store: the last one's tables, with new ones in their place."""

from collections.abc import Iterable
from dataclasses import replace

from framtid.statistics.builder.inputs import Draft
from framtid.statistics.builder.write import catalogue, listed, packed
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import Snapshot
from framtid.statistics.store import Store

POPULATION = "population_municipality"


def in_store(store: Store, figures: Snapshot) -> Snapshot:
    """Return an edition as the store keeps it."""
    store.adopt(figures)
    return store.snapshot(figures.edition)


def _kept(store: Store, draft: Draft) -> Entry:
    content = packed(draft)
    entry = listed(draft, content, "")
    return replace(entry, file=store.keep_table(entry.sha256, content))


def assembled(
    store: Store, base: Snapshot, drafts: Iterable[Draft], leave: Iterable[str] = ()
) -> Snapshot:
    """Return an edition of ``base``'s tables but ``leave``, with ``drafts`` in place or added.

    Its tables are written, its catalogue is not: it is not among the editions yet.
    """
    kept = {name: one for name, one in base.catalogue.entries.items() if name not in set(leave)}
    entries = kept | {draft.name: _kept(store, draft) for draft in drafts}
    newest = list(entries[POPULATION].columns)[-1].removeprefix("y")
    return Snapshot(store.folder, catalogue(entries, f"{newest}-01-01"))
