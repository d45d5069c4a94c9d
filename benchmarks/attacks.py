"""Anonymous requests that are dear to answer: how long cheap ones wait, and what the server weighs.

Each attack meets a fresh server. While it goes on, ``/health`` and a frame are asked for in turn.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from benchmarks.serve import memory, site
from framtid.pathways.codec import encode
from framtid.pathways.goals import goals
from framtid.pathways.levers import levers
from framtid.pathways.pathway import AS_IT_IS
from framtid.places import places

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


ATTACKS: dict[str, Attack] = {
    "4 far-off paths": lambda: far_off(4),
    "20 far-off paths": lambda: far_off(20),
    "20 readers' goals": lambda: readers(20),
    "20 press packs": lambda: press(20),
    "60 press packs": lambda: press(60),
}


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


def attack(name: str, paths: Sequence[str]) -> None:
    """Print what one attack does to a fresh server."""
    with site() as (address, pid):
        before, slowest = memory(pid), 0.0
        asked(address + CHEAP[1])
        with ThreadPoolExecutor(len(paths)) as crowd:
            dear = [crowd.submit(asked, address + path) for path in paths]
            while wait(dear, timeout=0.2).not_done:
                slowest = max(slowest, *(asked(address + path)[1] for path in CHEAP))
        statuses = Counter(each.result()[0] for each in dear)
        longest = max(each.result()[1] for each in dear)
        told = " ".join(f"{count}x{status}" for status, count in sorted(statuses.items()))
        sys.stdout.write(
            f"  {name:18} {told:16} longest {longest:5.1f} s  cheap {slowest:5.2f} s"
            f"  {before:4.0f} -> {memory(pid):5.0f} MB\n"
        )
        sys.stdout.flush()


def main() -> None:
    """Run every attack."""
    for name, paths in ATTACKS.items():
        attack(name, paths())
