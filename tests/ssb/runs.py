"""One run of a refresh against a small SSB, and what its report said."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.client import DEADLINE, Client, Clock
from framtid.statistics.ssb.fetching import Fetcher
from framtid.statistics.ssb.pieces import Pieces
from framtid.statistics.ssb.recipes import Recipes, read_recipes
from framtid.statistics.ssb.refresh import Refresh, put_in_force
from framtid.statistics.ssb.report import Fate, Report
from framtid.statistics.store import Store
from tests.ssb.country import Country
from tests.ssb.server import StandIn, serving
from tests.ssb.small import small_edition
from tests.ssb.tables import Table

TODAY = date(2026, 11, 24)


@dataclass
class Run:
    """A small SSB, a store with an edition in force, and a clock that only counts."""

    ssb: StandIn
    store: Store
    waited: list[float]

    @property
    def in_force(self) -> Snapshot:
        """The edition the store points at."""
        return self.store.snapshot(self.store.current() or "")

    def refresh(
        self,
        *only: str,
        put: bool = True,
        patience: float = 20,
        recipes: Recipes | None = None,
        again: tuple[str, ...] = (),
        deadline: float = DEADLINE,
    ) -> Report:
        """Refresh and put in force what came; nobody waits."""
        clock = Clock(now=lambda: sum(self.waited), sleep=self.waited.append)
        client = Client(
            self.ssb.api, self.ssb.klass, clock=clock, patience=patience, deadline=deadline
        )
        fetcher = Fetcher(client, Pieces(self.store.folder / "answers"))
        asked = recipes or read_recipes()
        with closing(client):
            refresh = Refresh(
                asked, fetcher, self.store, self.in_force, TODAY, again=frozenset(again)
            )
            made, report = refresh.run(only)
        if put:
            put_in_force(self.store, made)
        return report

    def table(self, name: str) -> Table:
        """Return one of SSB's tables, to change it."""
        return self.ssb.tables[name]

    def newer(self, *names: str) -> None:
        """Let SSB have published tables anew."""
        for name in names:
            self.ssb.tables[name].updated = "2027-02-23T07:00:00Z"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return small_edition(tmp_path_factory.mktemp("small"))


@pytest.fixture
def run(small: Snapshot, tmp_path: Path) -> Iterator[Run]:
    """Whatever goes wrong meanwhile, every edition is whole afterwards, and the first unchanged."""
    store = Store(tmp_path / "editions")
    store.adopt(small)
    store.use(small.edition)
    with serving(Country(small).stand_in()) as ssb:
        yield Run(ssb, store, [])
    assert store.current() in store.editions()
    for name in store.editions():
        store.snapshot(name).verify()
    first = store.snapshot(small.edition).catalogue.entries
    assert {name: entry.sha256 for name, entry in first.items()} == {
        name: entry.sha256 for name, entry in small.catalogue.entries.items()
    }


def fate(report: Report, name: str) -> Fate:
    """Return what became of a table."""
    return next(one.fate for one in report.outcomes if one.name == name)


def why(report: Report, name: str) -> str:
    """Return why a table was kept out."""
    return " ".join(next(one.problems for one in report.outcomes if one.name == name))


def told(report: Report, name: str) -> str:
    """Return everything the report says of a table that came in."""
    one = next(one for one in report.outcomes if one.name == name)
    return "\n".join((*one.totals, *one.places, *one.notes))


def leads(run: Run, code: str) -> list[tuple[str, str]]:
    """Return the name of a code of old, and what it leads to."""
    rows = run.in_force.table("former_municipalities").to_pylist()
    return [(row["name"], row["municipality"]) for row in rows if row["code"] == code]
