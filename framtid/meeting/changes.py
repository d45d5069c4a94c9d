"""Hearing that a room has changed, whichever process changed it: a thread for each process.

PostgreSQL tells (``LISTEN``). SQLite is asked whether anybody has written, which reads four bytes
of the file, several times a second.
"""

import logging
from collections.abc import Callable
from threading import Event

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from framtid.meeting.rooms import CHANNEL

EVERY = 0.3
"""Seconds between looks at SQLite, and at whether to stop."""
AGAIN = 2.0
"""Seconds until a database that went away is tried again."""
log = logging.getLogger(__name__)


def listen(engine: Engine, heard: Callable[[], None], stop: Event) -> None:
    """Call ``heard`` after every change, until ``stop`` is set; a lost database is tried again."""
    ask = _notified if engine.dialect.name == "postgresql" else _looked_at
    while not stop.is_set():
        try:
            ask(engine, heard, stop)
        except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
            log.warning("the rooms' database is away: %s", error)
            stop.wait(AGAIN)


def _looked_at(engine: Engine, heard: Callable[[], None], stop: Event) -> None:
    before = None
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        while not stop.wait(EVERY):
            (now,) = cursor.execute("PRAGMA data_version").fetchone()
            if now != before:
                heard()  # also the first time: something may have come before we looked
            before = now
    finally:
        raw.invalidate()


def _notified(engine: Engine, heard: Callable[[], None], stop: Event) -> None:
    import psycopg  # noqa: PLC0415 - only where the database is PostgreSQL

    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"LISTEN {CHANNEL}")
        heard()  # whatever was missed meanwhile
        while not stop.is_set():
            for _ in connection.notifies(timeout=EVERY, stop_after=1):
                heard()
