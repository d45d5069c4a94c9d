"""How far the solver gets for each goal in every fourth municipality, and what it takes."""

import sys
from dataclasses import dataclass
from time import process_time

from framtid.pathways.conflicts import warnings
from framtid.pathways.goals import Goal, goals
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.solve import solve
from framtid.places import places

EVERY = 4


@dataclass(frozen=True)
class Run:
    """One goal sought in one municipality."""

    code: str
    seconds: float
    """Seconds of CPU."""
    reached: bool
    warned: bool
    """Whether any way that was answered carries a warning of clash or effort."""


def run(outlook: Outlook, goal: Goal, code: str) -> Run:
    """Seek one goal from one outlook."""
    start = process_time()
    ways = solve(outlook, goal)
    seconds = process_time() - start
    warned = any(warning.kind != "weak" for way in ways for warning in warnings(way.outlook))
    return Run(code, seconds, bool(ways[0].reached), warned)


def main() -> None:
    """Print one line for each goal: solved, CPU seconds and warnings."""
    outlooks = {place.code: outlook_of(place.code) for place in places().municipalities[::EVERY]}
    for goal in goals().values():
        runs = [run(outlook, goal, code) for code, outlook in outlooks.items()]
        slowest = max(runs, key=lambda each: each.seconds)
        mean = sum(each.seconds for each in runs) / len(runs)
        sys.stdout.write(
            f"{goal.id:12} solved {sum(each.reached for each in runs):3} of {len(runs)}"
            f"  mean {mean:.2f} s  max {slowest.seconds:.2f} s ({slowest.code})"
            f"  warned {sum(each.warned for each in runs)}\n"
        )
