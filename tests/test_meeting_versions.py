# ruff: noqa: F811 - what a fixture is called stands in the import, and in each argument
"""A program started on tables of another version: it upgrades them, once, or says what is wrong."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Engine, create_engine, text
from starlette.testclient import TestClient

from framtid.addresses import ROOMS
from framtid.language import language_of
from framtid.meeting import database, migrating
from framtid.meeting.errors import RoomsUnwritableError, RoomsVersionError
from framtid.meeting.rooms import Rooms
from framtid.meeting.tables import Base
from framtid.web import live_rooms
from tests.meeting_rooms import AGENDA, of_its_own, server  # noqa: F401

OLD = ("0001", "0003")
WISH = {"place": "5610", "length": 20, "dilemmas": ["tillit"]}


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """Name a database of each kind without tables."""
    if request.param == "sqlite":
        yield URL.create("sqlite", database=str(tmp_path / "rooms.sqlite"))
        return
    with of_its_own(request.getfixturevalue("server")) as own:
        yield own


@pytest.fixture
def named(url: URL, monkeypatch: pytest.MonkeyPatch) -> Iterator[URL]:
    """Let the site keep its rooms there, and know of none from before."""
    fresh = lru_cache(live_rooms._rooms.__wrapped__)
    monkeypatch.setattr(live_rooms, "_rooms", fresh)
    monkeypatch.setenv(database.SETTING, url.render_as_string(hide_password=False))
    yield url
    live_rooms.rooms().engine.dispose()


def upgraded_to(url: URL, version: str) -> None:
    """Make the tables as they were in a version of old."""
    engine, config = create_engine(url), migrating._config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()


def said_to_be(url: URL, version: str) -> None:
    """Say that the tables are of a version."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    engine.dispose()


def is_whole(engine: Engine) -> bool:
    """Whether the tables are those of this program."""
    with engine.connect() as connection:
        return not compare_metadata(MigrationContext.configure(connection), Base.metadata)


@pytest.mark.parametrize("version", OLD)
def test_processes_that_start_at_once_upgrade_tables_of_old_once(url: URL, version: str) -> None:
    upgraded_to(url, version)
    with ThreadPoolExecutor(6) as starting:
        engines = list(starting.map(database.connect, [url] * 6))
    assert is_whole(engines[0])
    opened = Rooms(engines[1]).open("5610", 60, AGENDA)
    assert Rooms(engines[5]).room(opened.code).place == "5610"
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_tables_of_a_newer_program_are_left_alone_and_told_of(
    client: TestClient, named: URL, spoken: str
) -> None:
    database.connect(named).dispose()
    said_to_be(named, "9999")
    answer = client.post(f"{ROOMS}?lang={spoken}", json=WISH)
    assert answer.status_code == 503
    assert answer.json()["message"] == language_of(spoken).say("errors.rooms_version").strip()
    ready = client.get("/ready")
    assert ready.status_code == 503
    assert "9999" in ready.json()["problem"]
    said_to_be(named, "0006")
    assert client.get("/ready").status_code == 200, "mended without a new start"
    assert client.post(ROOMS, json=WISH).status_code == 201


def test_who_may_not_change_tables_says_so_until_another_has(server: str) -> None:
    with of_its_own(server) as own, psycopg.connect(server, autocommit=True) as admin:
        upgraded_to(own, "0003")
        admin.execute(b"CREATE ROLE modest LOGIN")
        try:
            modest = own.set(username="modest", password=None)
            mine = create_engine(own)
            with mine.begin() as connection:
                connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO modest"))
            with pytest.raises(RoomsVersionError, match="rooms upgrade"):
                database.connect(modest)
            assert not is_whole(mine)
            database.connect(own).dispose()
            with mine.begin() as connection:
                connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO modest"))
            opened = database.connect(modest)
            assert is_whole(opened)
            for one in (opened, mine):
                one.dispose()
        finally:
            for each in (own.database, "postgres"):
                with psycopg.connect(server, dbname=each, autocommit=True) as connection:
                    connection.execute(b"DROP OWNED BY modest")
            admin.execute(b"DROP ROLE modest")


def test_tables_that_go_while_the_program_runs_are_told_of(server: str) -> None:
    with of_its_own(server) as own:
        kept = Rooms(database.connect(own))
        with kept.engine.begin() as connection:
            connection.execute(text("DROP TABLE ballot, comment, room"))
        with pytest.raises(RoomsVersionError):
            kept.room("BBBBBBBB")
        kept.engine.dispose()


def test_a_database_that_is_away_keeps_no_site_from_being_ready(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(database.SETTING, "postgresql://nobody@127.0.0.1:9/none")
    with pytest.raises(RoomsUnwritableError):
        live_rooms.rooms()
    assert client.get("/ready").status_code == 200
