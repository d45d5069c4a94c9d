"""``statistics refresh``, ``status``, ``use`` and ``keep`` from the command line."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from framtid.__main__ import app
from framtid.errors import BusyError, UnknownEditionError, UnwritableError
from framtid.statistics import snapshot as figures
from framtid.statistics.snapshot import DATA, read_snapshot, snapshot
from framtid.statistics.store import Store
from tests.ssb.country import Country
from tests.ssb.server import StandIn, serving
from tests.ssb.small import small_edition


@pytest.fixture
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the store the commands use, with a small edition in force; nothing is derived."""
    monkeypatch.setenv("FRAMTID_DATA", str(tmp_path / "editions"))
    monkeypatch.setattr(figures, "_in_force", [])
    monkeypatch.setattr("framtid.commands.refresh.derived", tuple)
    small_edition(tmp_path / "editions")
    return Store(tmp_path / "editions")


@pytest.fixture
def ssb(storage: Store) -> Iterator[StandIn]:  # noqa: ARG001 - the store comes first
    with serving(Country(snapshot()).stand_in()) as running:
        yield running


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["statistics", *words])


def refresh(ssb: StandIn, *words: str) -> Result:
    return run("refresh", "--api", ssb.api, "--klass", ssb.klass, *words)


def test_a_refresh_reports_and_puts_in_force(storage: Store, ssb: StandIn) -> None:
    before = storage.current()
    told = refresh(ssb, "--only", "09588", "--only", "free_income")
    assert told.exit_code == 0, told.output
    assert "moves" in told.output
    assert "new  updated 2026-02-24" in told.output
    assert f"Edition {storage.current()} is in force; {before} is kept." in told.output
    assert not (storage.folder / "answers" / "09588").exists(), "answers are let go of"


def test_a_dry_run_tells_and_changes_nothing(storage: Store, ssb: StandIn) -> None:
    before, editions = storage.current(), storage.editions()
    told = refresh(ssb, "--only", "moves", "--dry-run")
    assert told.exit_code == 0
    assert f"Edition {before} stands; this would have become" in told.output
    assert (storage.current(), storage.editions()) == (before, editions)


def test_a_table_that_is_kept_out_shows_in_the_exit_status(storage: Store, ssb: StandIn) -> None:
    del ssb.tables["12134"]
    told = refresh(ssb, "--only", "free_income", "--only", "moves")
    assert told.exit_code == 1
    assert "why: SSB has no table 12134 any more" in told.output
    assert "1 kept out: free_income" in told.output
    assert storage.snapshot(storage.current() or "").has("moves")


def test_an_unknown_table_is_told(ssb: StandIn) -> None:
    told = refresh(ssb, "--only", "nothing")
    assert told.exit_code == 2
    assert "there is no table nothing" in told.output


def test_again_asks_though_nothing_is_updated(ssb: StandIn) -> None:
    def anew(*words: str) -> int:
        figures._in_force.clear()  # every run is a program of its own
        assert refresh(ssb, "--only", "moves", *words).exit_code == 0
        return ssb.times("09588/data")

    assert [anew(), anew(), anew("--again", "moves"), anew("--again", "all")] == [1, 1, 2, 3]
    assert refresh(ssb, "--again", "nothing").exit_code == 2


def test_two_refreshes_do_not_mix(storage: Store, ssb: StandIn) -> None:
    with storage.locked():
        assert isinstance(refresh(ssb).exception, BusyError)


def test_a_full_disk_is_told_and_changes_nothing(
    storage: Store, ssb: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = storage.current()

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    told = refresh(ssb, "--only", "moves")
    assert isinstance(told.exception, UnwritableError)
    assert "No space left on device. The edition in force stands" in str(told.exception)
    assert storage.current() == before


def test_two_refreshes_at_once_leave_one_edition(storage: Store, ssb: StandIn) -> None:
    """The second one is told so while the first is still asking, and the first gets through."""
    before = storage.current()
    ssb.latch.clear()
    first: list[Result] = []
    running = threading.Thread(target=lambda: first.append(refresh(ssb, "--only", "moves")))
    running.start()
    while not ssb.times("/data"):
        running.join(0.01)
    second = refresh(ssb, "--only", "free_income")
    ssb.latch.set()
    running.join()
    assert isinstance(second.exception, BusyError)
    assert first[0].exit_code == 0
    assert storage.current() != before
    assert storage.snapshot(storage.current() or "").has("moves")


def test_status_tells_age_and_what_comes(storage: Store) -> None:
    told = run("status")
    assert told.exit_code == 0
    assert f"Edition {storage.current()}" in told.output
    assert "population_municipality" in told.output
    assert "A refresh would add: projection_age (14746)" in told.output


def test_an_earlier_edition_can_be_used_again(storage: Store) -> None:
    committed = read_snapshot(DATA).edition
    assert run("use", committed).exit_code == 0
    assert storage.current() == committed
    assert isinstance(run("use", "0123456789").exception, UnknownEditionError)


def test_the_committed_edition_is_kept_for_frozen_embeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAMTID_DATA", str(tmp_path / "empty"))
    assert run("keep").exit_code == 0
    assert Store(tmp_path / "empty").editions() == {read_snapshot(DATA).edition}
    assert Store(tmp_path / "empty").current() is None
