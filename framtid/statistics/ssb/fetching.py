"""Fetching one table: described, split into questions, each answer kept till all are there."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import pandas as pd

from framtid.statistics.ssb.answers import RefusedError, SsbError
from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.models import Data, TableInfo, checked
from framtid.statistics.ssb.pieces import Pieces
from framtid.statistics.ssb.reading import gaps, ours, read
from framtid.statistics.ssb.recipes import Newest, Recipe
from framtid.statistics.ssb.selection import Described, find_dimension, pieces, select

SUMS = "agg_"
"""How the names of code lists begin that sum what was once apart; others only choose."""
Watch = Callable[[int, int], None]
"""Told how many questions are answered, and of how many."""


@dataclass(frozen=True)
class Found:
    """The table SSB has today under a recipe's id, or instead of it."""

    id: str
    updated: str
    label: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fetched:
    """A table as SSB gives it, in our columns."""

    frame: pd.DataFrame
    missing: dict[str, int]
    expected: str
    notes: tuple[str, ...]


def _fits(sought: Newest, table: TableInfo) -> bool:
    """Whether a table in an answer to a search is an edition of what is sought."""
    named = {name.lower() for name in table.variables}
    return (
        bool(re.search(sought.label, table.label, re.IGNORECASE))
        and set(sought.variables) <= named
        and not table.discontinued
    )


@dataclass
class Fetcher:
    """Fetches tables; what SSB says of a table is asked for once in a refresh."""

    client: Client
    pieces: Pieces
    _found: dict[str, Found] = field(default_factory=dict)
    _lists: dict[str, dict[str, str]] = field(default_factory=dict)
    _searched: dict[str, list[TableInfo]] = field(default_factory=dict)

    def find(self, recipe: Recipe) -> Found:
        """Return the table to ask: the recipe's own, a later edition, or what replaced it.

        Raises:
            SsbError: it has vanished and nothing has its title.

        """
        key = f"{recipe.table} {recipe.newest.label if recipe.newest else ''}"
        if key not in self._found:
            self._found[key] = self._newest(recipe) if recipe.newest else self._own(recipe)
        return self._found[key]

    def _own(self, recipe: Recipe) -> Found:
        try:
            told = self.client.table(recipe.table)
        except RefusedError as error:
            if error.gone:
                raise SsbError(f"SSB has no table {recipe.table} any more") from error
            raise
        notes = (f"SSB no longer updates {recipe.table}",) if told.discontinued else ()
        return Found(recipe.table, _updated(told), told.label, notes)

    def _newest(self, recipe: Recipe) -> Found:
        sought = recipe.newest
        assert sought is not None  # noqa: S101 - the caller has looked
        if sought.query not in self._searched:
            self._searched[sought.query] = self.client.search(sought.query)
        alike = [one for one in self._searched[sought.query] if _fits(sought, one)]
        if recipe.table not in {one.id for one in alike}:
            # The search may lag behind, and must not lead back to an edition of before.
            alike += self._unlisted(recipe.table)
        if not alike:
            raise SsbError(f"SSB has no table {recipe.table} any more, and none that follows it")
        newest = max(alike, key=lambda one: (one.first or "", one.updated or ""))
        replaced = newest.id != recipe.table
        notes = (f"{newest.id} has replaced {recipe.table}",) if replaced else ()
        return Found(newest.id, _updated(newest), newest.label, notes)

    def _unlisted(self, table: str) -> list[TableInfo]:
        try:
            return [self.client.table(table)]
        except RefusedError as error:
            if error.gone:
                return []
            raise

    def fetch(
        self, recipe: Recipe, found: Found, places: Mapping[str, str], watch: Watch
    ) -> Fetched:
        """Return a table's figures, asking only for the pieces that are not kept already.

        Raises:
            SsbError: SSB refuses, is silent, or has something else than what is wanted.

        """
        described = self._described(recipe, found)
        selection = select(recipe, described, places)
        questions = list(pieces(selection.codes, self.client.limits.cells))
        watch(0, len(questions))
        frames: list[pd.DataFrame] = []
        missing: Counter[str] = Counter()
        for done, codes in enumerate(questions, start=1):
            frame = self._answer(found, codes, selection.codelists)
            missing.update(gaps(frame))
            frames.append(frame)
            watch(done, len(questions))
        return Fetched(
            ours(pd.concat(frames, ignore_index=True), selection, recipe),
            dict(missing),
            (described.metadata.extension.px.next_update or "")[:10],
            (*found.notes, *selection.notes),
        )

    def _described(self, recipe: Recipe, found: Found) -> Described:
        metadata = self.client.metadata(found.id)
        lists = {}
        for column in recipe.columns.values():
            dimension = find_dimension(column, metadata.dimension)
            told = metadata.dimension[dimension].extension.codelists
            if codelist := self._offered(column.codelist, [one.id for one in told]):
                lists[codelist] = self._labels(codelist)
        return Described(metadata, lists)

    def _offered(self, wanted: tuple[str, ...], offered: list[str]) -> str | None:
        """Return the first code list a table has; SsbError where one that sums is needed."""
        for codelist in wanted:
            if codelist in offered:
                return codelist
            if codelist == wanted[-1] and codelist.startswith(SUMS):
                raise SsbError(f"the code list {codelist} is gone; there are {', '.join(offered)}")
        return None

    def _labels(self, codelist: str) -> dict[str, str]:
        if codelist not in self._lists:
            self._lists[codelist] = self.client.codelist(codelist)
        return self._lists[codelist]

    def _answer(
        self, found: Found, codes: Mapping[str, tuple[str, ...]], codelists: Mapping[str, str]
    ) -> pd.DataFrame:
        """Return the figures of one question: those kept, or SSB's, kept once they are read."""
        question = [self.client.api, found.updated, codes, codelists]
        kept = self.pieces.get(found.id, question)
        if kept is not None:
            with suppress(SsbError):
                return read(checked(Data, kept), codes)
        answer = self.client.data(found.id, codes, codelists)
        frame = read(answer, codes)
        self.pieces.put(found.id, question, answer.model_dump(mode="json", by_alias=True))
        return frame


def _updated(table: TableInfo) -> str:
    if not table.updated:
        raise SsbError(f"SSB does not say when {table.id} was updated")
    return table.updated
