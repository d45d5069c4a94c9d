"""``python -m benchmarks rooms_killed``: a server killed while a room answers, then begun again."""

import json
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from benchmarks.rooms import AT_ONCE, PHONES, WISH, Site, opened_at, own, serve, settings
from benchmarks.serve import free_port
from framtid.addresses import ROOMS
from framtid.meeting import database, migrating
from tests.meeting_rooms import postgres

KILLED_AFTER = 60
"""Answers that have come through when the server is killed."""


def _until_heard(site: Site, code: str, number: int, heard: list[int]) -> int:
    """Send an answer until it is heard of, as a phone does; return how many times that took."""
    ballot = {"voter": f"phone-{number:020}", "answer": ("yes", "no")[number % 2], "turn": 1}
    own.address, tries = f"198.51.100.{number}", 0
    while True:
        tries += 1
        try:
            status, _ = site.ask("PUT", f"{ROOMS}/{code}/ballots/tillit", ballot)
        except (OSError, HTTPException):
            status, own.port = 0, None
        if status == 200:
            heard.append(number)
            return tries
        time.sleep(0.2)


def _killed(name: str) -> None:
    port = free_port()
    site, heard, down, fill = Site(port), list[int](), Event(), ThreadPoolExecutor(AT_ONCE)
    with serve(port) as (_, pid):
        room = json.loads(site.ask("POST", ROOMS, WISH)[1])
        ask = opened_at(site, room)

        def kill() -> None:
            while len(heard) < KILLED_AFTER:
                time.sleep(0.001)
            os.kill(pid, signal.SIGKILL)
            down.set()

        Thread(target=kill).start()
        sent = [fill.submit(_until_heard, site, room["code"], n, heard) for n in range(PHONES)]
        down.wait(60)
    before = len(heard)
    with serve(port):
        tries = [each.result() for each in sent]
        own.port = None
        where = {"at": ask + 1, "turn": 1000}
        _, told = site.ask("PUT", f"{ROOMS}/{room['code']}/session", where, room["secret"])
        tally = json.loads(told)["tallies"]["tillit"]
    sys.stdout.write(
        f"  {name}: {PHONES} phones, killed when {before} had been heard of, started again; "
        f"{sum(each > 1 for each in tries)} sent more than once; "
        f"counted {tally['yes']} yes and {tally['no']} no of {PHONES // 2} and {PHONES // 2}\n"
    )


def main() -> None:
    """Kill it on each database."""
    with TemporaryDirectory() as folder, settings(FRAMTID_ROOMS=folder, DATABASE_URL=""):
        _killed("SQLite")
    with TemporaryDirectory() as folder, postgres(Path(folder)) as address:
        migrating.upgrade(database.connect(database.read(address)))
        with settings(DATABASE_URL=address):
            _killed("PostgreSQL")
