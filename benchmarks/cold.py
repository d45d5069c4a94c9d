"""The first answers of a fresh process, and eight who ask for the same at once.

Each is asked of a server that has answered nothing yet. What eight cost is told in seconds of
processor beside what one costs: who asks meanwhile waits for the same.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psutil

from benchmarks.attacks import asked
from benchmarks.serve import site
from framtid import addresses

PLACE, AT_ONCE = "5610", 8
FIRST = {
    "frame": f"/embed/carers/{PLACE}",
    "story": addresses.story_document(PLACE),
    "page": addresses.page(addresses.STORY, PLACE),
    "card": f"/api/v1/views/carers/{PLACE}.png",
    "press pack": f"/api/v1/press/{PLACE}.zip",
}


def processor(pid: int) -> float:
    """Return the processor seconds that a process has used."""
    used = psutil.Process(pid).cpu_times()
    return float(used.user + used.system)


def first(path: str, count: int) -> tuple[float, float, float]:
    """Return seconds to start, to the last of some answers asked at once, and of processor."""
    begun = time.perf_counter()
    with site() as (address, pid), ThreadPoolExecutor(count) as crowd:
        up, before = time.perf_counter() - begun, processor(pid)
        answers = list(crowd.map(asked, [address + path] * count))
        if {status for status, _ in answers} != {"200"}:
            raise RuntimeError(answers)
        return up, max(taken for _, taken in answers), processor(pid) - before


def main() -> None:
    """Print how long each takes."""
    for name, path in FIRST.items():
        up, alone, used = first(path, 1)
        _, longest, together = first(path, AT_ONCE)
        sys.stdout.write(
            f"  {name:10} up in {up:4.1f} s  first answer {alone:5.2f} s ({used:5.2f} s CPU)"
            f"  {AT_ONCE} at once {longest:5.2f} s ({together:5.2f} s CPU)\n"
        )
        sys.stdout.flush()
