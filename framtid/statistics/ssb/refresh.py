"""A refresh: ask, read, check, and put a whole new edition in place in one step, or nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import Snapshot, pinned
from framtid.statistics.ssb.answers import SsbError, UnreachableError
from framtid.statistics.ssb.assembling import assembled, in_store
from framtid.statistics.ssb.checks import problems
from framtid.statistics.ssb.coming import Coming, mark, outcome
from framtid.statistics.ssb.fetching import Fetcher
from framtid.statistics.ssb.geography import geography
from framtid.statistics.ssb.recipes import Recipe, Recipes
from framtid.statistics.ssb.report import Fate, Outcome, Report
from framtid.statistics.ssb.shaping import completed, shape, totals
from framtid.statistics.store import Store

Watch = Callable[[str, int, int], None]
"""Told the table, how many of its questions are answered, and of how many."""
Derive = Callable[[], Iterable[Draft]]
"""Makes the tables that are computed from the others, of the edition it is called under."""


@dataclass
class Refresh:
    """One run: ``before`` is the edition that stands, which everything is compared with."""

    recipes: Recipes
    fetcher: Fetcher
    store: Store
    before: Snapshot
    today: date
    derive: Derive = tuple
    watch: Watch = lambda _name, _done, _of: None
    again: frozenset[str] = frozenset()
    """Tables that are asked for although SSB has not updated them."""
    coming: dict[str, Coming] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def run(self, only: Sequence[str] = ()) -> tuple[Snapshot, Report]:
        """Refresh the tables named in ``only``, or all.

        Nothing that is in force changes: the edition that is made, and told of, waits for
        :func:`put_in_force`.
        """
        before = in_store(self.store, self.before)
        today = geography(self.fetcher.client, self.recipes, self.store, before, self.today)
        asked = {name: self.recipes.tables[name] for name in only or self.recipes.tables}
        self._ask(asked, today.base, today.places)
        drafts = self._let_in(today.base)
        made = assembled(self.store, today.base, drafts)
        derived = self._derived(made)
        whole = assembled(self.store, made, derived)
        outcomes = [*today.outcomes, *(self.outcomes[name] for name in asked)]
        report = Report(before.edition, whole.edition, outcomes)
        report.derived = [draft.name for draft in derived]
        return whole, report

    def _ask(self, asked: Mapping[str, Recipe], base: Snapshot, places: Mapping[str, str]) -> None:
        silent = ""
        for name, recipe in asked.items():
            if silent:
                self._refuse(name, Fate.UNASKED, silent)
                continue
            try:
                self._ask_one(name, recipe, base, places)
            except UnreachableError as error:
                silent = str(error)
                self._refuse(name, Fate.REFUSED, silent)
            except SsbError as error:
                self._refuse(name, Fate.REFUSED, str(error))

    def _ask_one(
        self, name: str, recipe: Recipe, base: Snapshot, places: Mapping[str, str]
    ) -> None:
        found = self.fetcher.find(recipe)
        entry = base.catalogue.entries.get(name)
        if name in self.again:
            self.fetcher.pieces.forget(found.id)
        elif entry and (entry.updated, entry.asked) == (found.updated, mark(recipe)):
            self.outcomes[name] = Outcome(name, found.id, Fate.CURRENT, found.updated)
            return
        fetched = self.fetcher.fetch(
            recipe, found, places, lambda done, of: self.watch(name, done, of)
        )
        frame = completed(shape(fetched.frame, recipe), recipe, name, base)
        self.coming[name] = Coming(recipe, found, fetched, frame)

    def _refuse(self, name: str, fate: Fate, *why: str) -> None:
        self.coming.pop(name, None)
        self.outcomes[name] = Outcome(name, self.recipes.tables[name].table, fate, problems=why)

    def _reject(self, name: str, one: Coming, *why: str) -> None:
        """Keep out a table whose figures are wrong; the next run asks for them anew."""
        self.fetcher.pieces.forget(one.found.id)
        self._refuse(name, Fate.REFUSED, *why)

    def _let_in(self, base: Snapshot) -> list[Draft]:
        """Check what came, and return what may come in; groups come in whole."""
        known = set(base.table("municipalities")["code"].to_pylist())
        drafts = {}
        for name, one in list(self.coming.items()):
            before = base.table(name).to_pandas() if base.has(name) else None
            nation = self._nation(one.recipe, base)
            try:
                if found := problems(one.frame, one.recipe, known, nation, before):
                    self._reject(name, one, *found)
                    continue
                drafts[name] = one.draft(name, base)
            except SsbError as error:
                self._reject(name, one, str(error))
        self._keep_together()
        for name, one in self.coming.items():
            self.outcomes[name] = outcome(name, one, drafts[name], base)
        return [drafts[name] for name in self.coming]

    def _nation(self, recipe: Recipe, base: Snapshot) -> pd.DataFrame | None:
        name = recipe.check.nation
        if name is None:
            return None
        if name in self.coming:
            return totals(self.coming[name].frame, self.recipes.tables[name])
        return totals(base.table(name).to_pandas(), self.recipes.tables[name])

    def _keep_together(self) -> None:
        """Keep out tables that would not fit the old one of a companion that was refused."""
        failed = {
            self.recipes.tables[one.name].together: one.name
            for one in self.outcomes.values()
            if one.problems
        }
        for name, one in list(self.coming.items()):
            if one.recipe.together in failed and one.recipe.together:
                why = f"it comes in only together with {failed[one.recipe.together]}"
                self._refuse(name, Fate.REFUSED, why)

    def _derived(self, made: Snapshot) -> list[Draft]:
        """Make anew what is computed from the others; it also proves that they can be used."""
        with pinned(made):
            return list(self.derive())


def put_in_force(store: Store, made: Snapshot) -> None:
    """Put an edition in force in one step, once all of it has been read back."""
    made.verify()
    store.keep(made.catalogue)
    store.use(made.edition)
