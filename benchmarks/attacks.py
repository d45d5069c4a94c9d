"""Anonymous requests that are dear to answer: how long cheap ones wait, and what the server weighs.

Each attack meets a fresh server that takes memory as the unit for systemd lets it. Meanwhile
``/health`` and a frame are asked for in turn. The peak counts the start of the server as well.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from benchmarks.serve import memory, site
from framtid import addresses
from framtid.pathways.codec import encode
from framtid.pathways.goals import goals
from framtid.pathways.levers import levers
from framtid.pathways.pathway import AS_IT_IS
from framtid.places import places
from framtid.statistics.snapshot import snapshot

PATIENCE = 150
CHEAP = ("/health", "/embed/carers/3201")
Attack = Callable[[], Sequence[str]]


def far_off(count: int) -> list[str]:
    """Return questions to the solver, each from a path with every lever at another level."""
    names, goal = list(levers()), next(iter(goals()))
    asked = []
    for number in range(count):
        levels = {name: -((at + number) % 2) for at, name in enumerate(names)}
        code = encode(AS_IT_IS.moved(levels))
        place = places().municipalities[number * 7].code
        asked.append(f"/api/v1/ways/{place}.json?goal={goal}&path={code}")
    return asked


def readers(count: int) -> list[str]:
    """Return the usual question of different places."""
    goal = next(iter(goals()))
    here = places().municipalities[:count]
    return [f"/api/v1/ways/{place.code}.json?goal={goal}" for place in here]


def press(count: int) -> list[str]:
    """Return press packs of different places."""
    return [f"/api/v1/press/{place.code}.zip" for place in places().municipalities[:count]]


def pages(address: str, count: int) -> list[str]:
    """Return a page of different places."""
    return [addresses.page(address, place.code) for place in places().municipalities[:count]]


def crawl() -> list[str]:
    """Return the page of every place, and the largest tables after them."""
    pages = [addresses.page(addresses.STORY, place.code) for place in places().by_code.values()]
    sizes = {name: entry.rows for name, entry in snapshot().catalogue.entries.items()}
    largest = sorted(sizes, key=lambda name: -sizes[name])[:3]
    return [*pages, *(addresses.table_file(name, "csv") for name in largest)]


ATTACKS: dict[str, tuple[Attack, int]] = {
    "4 far-off paths": (lambda: far_off(4), 4),
    "20 far-off paths": (lambda: far_off(20), 20),
    "20 readers' goals": (lambda: readers(20), 20),
    "20 press packs": (lambda: press(20), 20),
    "60 press packs": (lambda: press(60), 60),
    "60 cold pages": (lambda: pages(addresses.MUNICIPALITY, 60), 60),
    "60 times slides": (lambda: pages(addresses.SLIDES, 60), 60),
    "a crawl and tables": (crawl, 1),
}
"""What is asked for, and how much of it at a time."""


def asked(address: str) -> tuple[str, float]:
    """Return an answer's status, and the seconds it took."""
    start = time.perf_counter()
    try:
        with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own address
            answer.read()
            status = str(answer.status)
    except HTTPError as error:
        status = str(error.code)
    except (URLError, OSError):
        status = "none"
    return status, time.perf_counter() - start


def cheap(address: str, ended: Callable[[], bool]) -> list[float]:
    """Ask for what is cheap until the attack has ended; the seconds that each took."""
    taken = list[float]()
    while not ended() or not taken:
        taken += [asked(address + path)[1] for path in CHEAP]
        time.sleep(0.1)
    return sorted(taken)


def attack(name: str, paths: Sequence[str], at_once: int) -> None:
    """Print what one attack does to a fresh server."""
    with site() as (address, pid), ThreadPoolExecutor(at_once) as crowd:
        before = memory(pid)
        dear = [crowd.submit(asked, address + path) for path in paths]
        waits = cheap(address, lambda: all(each.done() for each in dear))
        statuses = Counter(each.result()[0] for each in dear)
        longest = max(each.result()[1] for each in dear)
        told = " ".join(f"{count}x{status}" for status, count in sorted(statuses.items()))
        p95 = waits[len(waits) * 95 // 100]
        sys.stdout.write(
            f"  {name:18} {told:16} longest {longest:5.1f} s  cheap p95 {p95 * 1000:4.0f} ms,"
            f" longest {waits[-1] * 1000:4.0f} ms"
            f"  {before:4.0f} -> {memory(pid):4.0f} MB, peak {memory(pid, 'VmHWM'):4.0f} MB\n"
        )
        sys.stdout.flush()


def main() -> None:
    """Run every attack."""
    for name, (paths, at_once) in ATTACKS.items():
        attack(name, paths(), at_once)
