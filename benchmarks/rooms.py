"""``python -m benchmarks rooms``: live rooms full of phones, on SQLite and on PostgreSQL."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Thread, local

import psutil

from benchmarks.serve import free_port, serving
from framtid.addresses import ROOMS
from framtid.answers import encode
from framtid.meeting import database, migrating
from tests.meeting_rooms import postgres

ROOMS_AT_ONCE, PHONES = 20, 200
AT_ONCE = 40
"""Phones that wait for an answer at the same time."""
WISH = {"place": "5610", "length": 20, "dilemmas": ["tillit"]}
own = local()


class Site:
    """A server on this machine, asked over connections that are kept."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(
        self, method: str, path: str, body: object = None, secret: str = ""
    ) -> tuple[int, bytes]:
        """Ask, and return the status and what was answered."""
        if getattr(own, "port", None) != self._port:
            own.port, own.line = self._port, HTTPConnection("127.0.0.1", self._port, timeout=60)
        headers = {"content-type": "application/json", "authorization": f"Bearer {secret}"}
        # Limits are counted by address: each phone of a benchmark comes from one of its own.
        headers["x-forwarded-for"] = getattr(own, "address", "192.0.2.1")
        own.line.request(method, path, encode(body) if body else None, headers)
        answer = own.line.getresponse()
        return answer.status, answer.read()


def _voted(site: Site, code: str, number: int) -> float:
    """Answer as a phone does, one in ten with a double tap; return the seconds of the first."""
    own.address = f"198.51.{number % 200}.{number // 200 % 200}"
    ballot = {"voter": f"phone-{number:020}", "answer": ("yes", "no")[number % 2], "turn": 1}
    begun = time.perf_counter()
    status, _ = site.ask("PUT", f"{ROOMS}/{code}/ballots/tillit", ballot)
    taken = time.perf_counter() - begun
    if number % 10 == 0:
        site.ask("PUT", f"{ROOMS}/{code}/ballots/tillit", ballot)
    if status != 200:
        sys.stdout.write(f"  an answer was refused: {status}\n")
    return taken


def _watched(port: int, code: str, wanted: Callable[[dict[str, object]], bool]) -> list[float]:
    """Follow a room's stream until its state is as wanted; return when, alone in a list."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", f"{ROOMS}/{code}/events")
    stream, came = line.getresponse(), list[float]()
    while not came:
        told = stream.readline()
        if told.startswith(b"data: ") and wanted(json.loads(told[6:])):
            came.append(time.perf_counter())
    line.close()
    return came


def _measure(site: Site, port: int, pid: int, rooms: int) -> None:
    own.address = f"203.0.113.{rooms}"
    opened = [json.loads(site.ask("POST", ROOMS, WISH)[1]) for _ in range(rooms)]
    ask = opened_at(site, opened[0])
    for room in opened[1:]:
        site.ask("PUT", f"{ROOMS}/{room['code']}/session", {"at": ask, "turn": 99}, room["secret"])
    seen: list[float] = []
    full = Thread(
        target=lambda: seen.extend(
            _watched(port, opened[0]["code"], lambda state: state["answered"] == PHONES)
        )
    )
    full.start()
    phones = [(room["code"], number) for number in range(PHONES) for room in opened]
    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        taken = list(pool.map(lambda phone: _voted(site, *phone), phones))
    ended = time.perf_counter()
    full.join(60)
    own.port = None  # the line has been silent for so long that it is closed
    wrong = sum(_counted(site, room, ask) != [PHONES // 2, PHONES // 2] for room in opened)
    cuts = quantiles(taken, n=20)
    sys.stdout.write(
        f"  {rooms:2} rooms of {PHONES} phones, one answer in ten sent twice: {len(taken)} in "
        f"{ended - begun:.1f} s; an answer {1000 * cuts[9]:.0f} ms, p95 {1000 * cuts[18]:.0f} ms; "
        f"the screen shows all {max(0.0, seen[0] - ended):.2f} s after the last; rooms with an "
        f"answer lost or doubled: {wrong}; {psutil.Process(pid).memory_info().rss / 1e6:.0f} MB\n"
    )


def opened_at(site: Site, room: dict[str, str]) -> int:
    """Lead a room to its first question; return which screen that is."""
    return next(at for at in range(10) if _asks(site, room, at))


def _asks(site: Site, room: dict[str, str], at: int) -> bool:
    where = {"at": at, "turn": at + 1}
    state = json.loads(site.ask("PUT", f"{ROOMS}/{room['code']}/session", where, room["secret"])[1])
    return bool(state["asked"] == "tillit")


def _counted(site: Site, room: dict[str, str], ask: int) -> list[int]:
    where = {"at": ask + 1, "turn": 1000}
    _, told = site.ask("PUT", f"{ROOMS}/{room['code']}/session", where, room["secret"])
    tally = json.loads(told)["tallies"]["tillit"]
    return [tally["yes"], tally["no"]]


@contextmanager
def settings(**told: str) -> Iterator[None]:
    """Set what the server is told, until the block ends."""
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def serve(port: int) -> AbstractContextManager[tuple[str, int]]:
    """Run the site, which believes what the phones say of where they are; address and process."""
    trusting = ["--proxy-headers", "--forwarded-allow-ips", "127.0.0.1", "--no-access-log"]
    command = ["uvicorn", "app:app", "--port", str(port), "--log-level", "error", *trusting]
    return serving(command, port, "/ready")


def _served(name: str) -> None:
    sys.stdout.write(f" {name}\n")
    port = free_port()
    with serve(port) as (_, pid):
        for rooms in (1, ROOMS_AT_ONCE):
            _measure(Site(port), port, pid, rooms)


def main() -> None:
    """Fill rooms on each database."""
    with TemporaryDirectory() as folder, settings(FRAMTID_ROOMS=folder, DATABASE_URL=""):
        _served("SQLite")
    with TemporaryDirectory() as folder, postgres(Path(folder)) as address:
        migrating.upgrade(database.connect(database.read(address)))
        with settings(DATABASE_URL=address):
            _served("PostgreSQL")
