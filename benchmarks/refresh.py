"""How long a full refresh takes against the stand-in for SSB, from the first question to in force.

``python -m benchmarks.refresh [FOLDER]``: FOLDER holds official tables to build the stand-in from;
without it the stand-in says what the committed edition says. The server runs in a process of its
own, and answers at once: against SSB itself the net and the pace come on top.
"""

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from framtid.commands.derived import derived
from framtid.statistics.builder import build
from framtid.statistics.snapshot import DATA, read_snapshot
from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.fetching import Fetcher
from framtid.statistics.ssb.pieces import Pieces
from framtid.statistics.ssb.recipes import read_recipes
from framtid.statistics.ssb.refresh import Refresh, put_in_force
from framtid.statistics.store import Store
from tests.ssb.server import API, KLASS

PORT = 8698


def _served(folder: Path) -> subprocess.Popen[str]:
    """Start the stand-in on the figures in ``folder``; return once it says where it is."""
    command = [sys.executable, "-u", "-m", "tests.ssb", str(PORT), str(folder)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    if server.stdout:
        server.stdout.readline()
    return server


def _refresh(store: Store) -> tuple[float, int, str]:
    """Refresh everything; return seconds, how many tables came in, and the verdict."""
    here = f"http://127.0.0.1:{PORT}"
    client = Client(here + API, here + KLASS)
    fetcher = Fetcher(client, Pieces(store.folder / "answers"))
    before = read_snapshot(DATA)
    if name := store.current():
        before = store.snapshot(name)
    today = date(2026, 11, 24)
    run = Refresh(read_recipes(), fetcher, store, before, today, derive=derived)
    began = time.perf_counter()
    with store.locked():
        made, report = run.run()
        put_in_force(store, made)
    seconds = time.perf_counter() - began
    client.close()
    *_, last = report.lines()
    return seconds, len(run.coming), last


def main(source: str = "") -> None:
    """Time a first refresh, and one when nothing is new."""
    with tempfile.TemporaryDirectory() as folder:
        figures = DATA
        if source:
            figures = Path(folder) / "built"
            list(build(Path(source), figures))
        server = _served(figures)
        try:
            store = Store(Path(folder) / "editions")
            for what in ("all tables", "nothing new"):
                seconds, tables, verdict = _refresh(store)
                print(f"{what:12} {seconds:6.1f} s, {tables} tables in. {verdict}")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(*sys.argv[1:2])
