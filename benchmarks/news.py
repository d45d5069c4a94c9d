"""The evening news: readers of different places come cold, behind nginx as the guide sets it up.

Each asks for the page of a place that nobody has asked for, for its story, and for a frame.
"""

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from benchmarks.attacks import asked
from benchmarks.embeds import nginx
from benchmarks.serve import memory, site
from framtid import addresses
from framtid.places import places

READERS, OVER = 200, 30.0
"""Readers, and the seconds in which they come."""
PROCESSES = 2


def reader(front: str, number: int) -> list[tuple[str, float]]:
    """Come at one's time, and read."""
    code = places().municipalities[number].code
    time.sleep(OVER * number / READERS)
    story = addresses.story_document(code)
    paths = (addresses.page(addresses.STORY, code), story, f"/embed/hands/{code}")
    return [asked(front + path) for path in paths]


def main() -> None:
    """Print how long pages, stories and frames took, and what the processes weigh."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)
        apps = [stack.enter_context(site()) for _ in range(PROCESSES)]
        front = stack.enter_context(nginx(folder, folder, *(address for address, _ in apps)))
        time.sleep(1)
        with ThreadPoolExecutor(READERS) as crowd:
            came = list(crowd.map(lambda number: reader(front, number), range(READERS)))
        for at, what in enumerate(("page", "story", "frame")):
            taken = sorted(each[at][1] for each in came)
            p50, p95 = taken[READERS // 2], taken[READERS * 95 // 100]
            bad = sum(each[at][0] != "200" for each in came)
            sys.stdout.write(
                f"  {what:6} p50 {p50:5.2f} s  p95 {p95:5.2f} s  longest {taken[-1]:5.2f} s"
                f"  refused {bad}\n"
            )
        weights = ", ".join(f"{memory(pid):.0f}" for _, pid in apps)
        sys.stdout.write(f"  {PROCESSES} processes weigh {weights} MB\n")


if __name__ == "__main__":
    main()
