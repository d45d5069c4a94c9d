"""The database of the rooms: a file of SQLite, or PostgreSQL where ``DATABASE_URL`` says so."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from framtid.errors import UnwritableError
from framtid.statistics.snapshot import store

SETTING, FOLDER = "DATABASE_URL", "FRAMTID_ROOMS"
"""Settings: a database's address, and the folder of the file where there is none."""
PATIENCE = 10.0
"""Seconds that one who writes waits for another, and all for a database that says nothing."""


def address() -> URL:
    """Return where the rooms are kept.

    Raises:
        sqlalchemy.exc.ArgumentError: the setting is no address of a database.

    """
    if told := os.environ.get(SETTING):
        return read(told)
    folder = Path(os.environ.get(FOLDER) or store().folder / "rooms")
    return URL.create("sqlite", database=str(folder / "rooms.sqlite"))


def read(told: str) -> URL:
    """Return a database's address as it is told; PostgreSQL is spoken to with psycopg."""
    url = make_url(told)
    plain = url.drivername in {"postgres", "postgresql"}
    return url.set(drivername="postgresql+psycopg") if plain else url


def connect(url: URL) -> Engine:
    """Return the way to a database, brought up to date.

    Raises:
        UnwritableError: the folder of the file cannot be made.
        RoomsVersionError: the tables are of another version, and cannot be brought up to date.
        DBAPIError: the database is away.

    """
    from framtid.meeting.migrating import bring_up_to_date  # noqa: PLC0415 - heavy, once a process

    engine = _engine(url)
    try:
        bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        patience = {"connect_timeout": int(PATIENCE)}
        return create_engine(
            url, pool_size=10, max_overflow=30, pool_pre_ping=True, connect_args=patience
        )
    _make_folder(url)
    engine = create_engine(url, connect_args={"timeout": PATIENCE}, pool_size=10, max_overflow=30)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(url: URL) -> None:
    folder = Path(url.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableError(str(folder), error.strerror or str(error)) from error


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - SQLite's own
    """Let readers and one writer work side by side, and let nothing that was answered be lost."""
    connection.isolation_level = None  # transactions begin where we say, below
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin; one who will write says so at once, as two who read first would stop each other."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
