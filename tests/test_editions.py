"""Editions of the figures: kept by content, put in force in one step, never mixed."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from weakref import ReferenceType, WeakSet, ref

import pyarrow as pa
import pytest

from framtid.errors import BusyError, UnknownEditionError
from framtid.statistics import keeping
from framtid.statistics import snapshot as figures
from framtid.statistics.builder.inputs import Draft, ssb
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import (
    DATA,
    Snapshot,
    edition,
    notice,
    pinned,
    read_snapshot,
    snapshot,
)
from framtid.statistics.ssb.assembling import assembled, in_store
from framtid.statistics.ssb.refresh import put_in_force
from framtid.statistics.store import Store
from framtid.web.editions import take


@pytest.fixture
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return an empty store that the process looks in; the committed edition is in force."""
    monkeypatch.setenv("FRAMTID_DATA", str(tmp_path / "editions"))
    monkeypatch.setattr(figures, "_in_force", [])
    figures._warn_once.cache_clear()
    yield Store(tmp_path / "editions")


def another(store: Store, value: float = 1.5) -> Snapshot:
    """Return the committed edition with another fertility rate, not yet in force."""
    committed = in_store(store, read_snapshot(DATA))
    table = committed.table("fertility_rate")
    rates = pa.table({"year": table["year"], "tfr": pa.array([value] * table.num_rows)})
    draft = Draft("fertility_rate", rates, "1950–2023", "barn", ssb("x", "x", "2026-01-01"))
    return assembled(store, committed, [draft])


def test_without_a_store_the_committed_edition_is_in_force(storage: Store) -> None:
    assert snapshot().edition == read_snapshot(DATA).edition
    assert not storage.folder.exists()


def test_a_new_edition_is_noticed_and_the_old_one_can_still_be_read(storage: Store) -> None:
    before = snapshot().edition
    made = another(storage)
    assert not notice()
    put_in_force(storage, made)
    assert snapshot().edition == before, "nothing changes before the process looks"
    prepared: list[str] = []
    assert notice(lambda: prepared.append(snapshot().edition))
    assert prepared == [made.edition] == [snapshot().edition]
    assert not notice()
    assert edition(before).table("fertility_rate")["tfr"][0].as_py() != 1.5
    with pytest.raises(UnknownEditionError):
        edition("0123456789")


def test_a_page_keeps_to_the_edition_it_began_with(storage: Store) -> None:
    before = snapshot().edition
    with pinned():
        put_in_force(storage, another(storage))
        notice()
        assert snapshot().edition == before
        elsewhere: list[str] = []
        other = Thread(target=lambda: elsewhere.append(snapshot().edition))
        other.start()
        other.join()
        assert elsewhere != [before]
    assert snapshot().edition != before


def test_results_are_kept_apart_for_each_edition(
    storage: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "EDITIONS", 2)
    made = another(storage)
    computed: list[str] = []

    @kept(maxsize=8)
    def rate(year: int) -> float:
        computed.append(snapshot().edition)
        table = snapshot().table("fertility_rate")
        return float(table["tfr"][table["year"].to_pylist().index(year)].as_py())

    own = rate(2000)
    with pinned(made):
        assert rate(2000) == rate(2000) == 1.5
    assert rate(2000) == own
    assert len(computed) == 2
    with pinned(another(storage, 1.7)):
        rate(2000)
    with pinned(made):
        rate(2000)
    assert len(computed) == 4, "the edition longest unused is let go of"
    rate.cache_clear()
    rate(2000)
    assert len(computed) == 5


def test_a_default_that_is_said_gives_what_is_kept_already() -> None:
    computed: list[int] = []

    @kept()
    def doubled(number: int, times: int = 2) -> int:
        computed.append(number)
        return number * times

    assert doubled(2) == doubled(2, 2) == doubled(2, times=2) == doubled(number=2) == 4
    assert computed == [2]


@pytest.mark.parametrize("spoil", ["table", "catalogue", "pointer"])
def test_a_damaged_edition_is_left_alone(
    storage: Store, spoil: str, caplog: pytest.LogCaptureFixture
) -> None:
    made = another(storage)
    put_in_force(storage, made)
    if spoil == "table":
        entry = made.catalogue.entries["fertility_rate"]
        (storage.folder / entry.file).write_bytes(b"nothing")
    elif spoil == "catalogue":
        (storage.folder / f"{made.edition}.json").write_text("{")
    else:
        (storage.folder / "current").write_text("../../etc\n")
    assert snapshot().edition == read_snapshot(DATA).edition
    assert spoil == "pointer" or "left alone" in caplog.text


def test_an_edition_that_cannot_be_used_is_warned_of_once(
    storage: Store, caplog: pytest.LogCaptureFixture
) -> None:
    snapshot()
    made = another(storage)
    put_in_force(storage, made)
    (storage.folder / f"{made.edition}.json").write_text("{")
    assert [notice() for _ in range(3)] == [False] * 3
    assert caplog.text.count("left alone") == 1


def test_an_edition_of_an_older_program_waits_for_a_refresh(storage: Store) -> None:
    committed = in_store(storage, read_snapshot(DATA))
    made = assembled(storage, committed, [], leave=["shapes"])
    put_in_force(storage, made)
    assert snapshot().edition == committed.edition


def test_an_edition_with_older_figures_than_the_committed_one_is_left_alone(storage: Store) -> None:
    committed = in_store(storage, read_snapshot(DATA))
    people = committed.table("population_municipality")
    source = committed.source("population_municipality")
    older = Draft("population_municipality", people.drop_columns(["y2026"]), "", "", source)
    put_in_force(storage, assembled(storage, committed, [older]))
    assert snapshot().edition == committed.edition


def test_tables_that_are_the_same_are_kept_once(storage: Store) -> None:
    put_in_force(storage, another(storage))
    tables = list((storage.folder / "tables").iterdir())
    assert len(tables) == len(read_snapshot(DATA).catalogue.entries) + 1
    assert len(storage.editions()) == 2


def test_only_one_refresh_writes_at_a_time(storage: Store) -> None:
    with storage.locked(), pytest.raises(BusyError), storage.locked():
        pass
    with storage.locked():
        pass


def test_what_a_killed_refresh_left_is_swept_away(storage: Store) -> None:
    another(storage)
    half = storage.folder / "tables" / ".abc.parquet.123"
    half.write_bytes(b"half")
    with storage.locked():
        assert not half.exists()
    assert list((storage.folder / "tables").iterdir())


def test_an_edition_can_be_put_back(storage: Store) -> None:
    made = another(storage)
    put_in_force(storage, made)
    committed = read_snapshot(DATA).edition
    storage.use(committed)
    assert storage.current() == committed
    shutil.rmtree(storage.folder / "tables")
    with pytest.raises(UnknownEditionError):
        storage.use("0123456789")


def test_what_is_seldom_asked_holds_no_edition_that_nobody_looks_at(
    storage: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a question of a later edition would push one out; some are never asked again."""
    monkeypatch.setattr(keeping, "_EVERY", WeakSet())
    weighed: list[ReferenceType[Snapshot]] = []

    @kept()
    def figures_of_the_day() -> Snapshot:
        weighed.append(ref(found := Snapshot(storage.folder, snapshot().catalogue)))
        return found

    for value in (1.1, 1.2, 1.3):
        figures_of_the_day()
        put_in_force(storage, another(storage, value))
        take(lambda: None)
        assert snapshot().catalogue == another(storage, value).catalogue
    gc.collect()
    assert [one() is None for one in weighed] == [True, True, False]
