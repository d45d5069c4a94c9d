"""A refresh that kills itself, for tests of what a crash leaves behind."""

import os
import signal
import sys
from datetime import date
from pathlib import Path

from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.fetching import Fetcher
from framtid.statistics.ssb.pieces import Pieces
from framtid.statistics.ssb.recipes import read_recipes
from framtid.statistics.ssb.refresh import Refresh, put_in_force
from framtid.statistics.store import Store

WATCHED = frozenset(("open", "os.rename", "os.mkdir", "os.remove", "socket.connect"))
"""What is counted: everything that touches the disk or the net."""
TABLES = ("moves", "free_income", "life_table")


def refresh(folder: Path, api: str, klass: str) -> None:
    """Refresh a few tables of the store in ``folder`` and put them in force."""
    store = Store(folder)
    client = Client(api, klass)
    with store.locked():
        before = store.snapshot(store.current() or "")
        fetcher = Fetcher(client, Pieces(folder / "answers"))
        made, _ = Refresh(read_recipes(), fetcher, store, before, date(2026, 11, 24)).run(TABLES)
        put_in_force(store, made)
    client.close()


def counted(folder: Path, api: str, klass: str, count: Path) -> None:
    """Refresh, and write down how many times the disk or the net was touched."""
    seen = [0]

    def note(event: str, _args: object) -> None:
        seen[0] += event in WATCHED

    sys.addaudithook(note)
    refresh(folder, api, klass)
    count.write_text(str(seen[0]))


def killed(folder: Path, api: str, klass: str, at: int) -> None:
    """Refresh until the disk or the net has been touched ``at`` times, and then no more."""
    left = [at]

    def count_down(event: str, _args: object) -> None:
        if event in WATCHED:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count_down)
    refresh(folder, api, klass)
