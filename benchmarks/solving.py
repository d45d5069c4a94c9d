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
    far: float
    """The part of what is lacking that the best answer makes up for, of the condition that is worst
    off: 1 where the goal is reached."""
    warned: bool
    """Whether any way that was answered carries a warning of clash or effort."""


def far(goal: Goal, outlook: Outlook, answer: Outlook) -> float:
    """Return the part of what is lacking that an answer makes up for, of the worst condition."""
    lacking = [(each, -each.margin(outlook)) for each in goal.conditions]
    shares = [1 + each.margin(answer) / lack for each, lack in lacking if lack > 0]
    return min(1.0, *shares, 1.0)


def run(outlook: Outlook, goal: Goal, code: str) -> Run:
    """Seek one goal from one outlook."""
    _ = outlook.consequences  # What is there before anybody asks.
    start = process_time()
    ways = solve(outlook, goal)
    seconds = process_time() - start
    warned = any(warning.kind != "weak" for way in ways for warning in warnings(way.outlook))
    made_up = far(goal, outlook, ways[0].outlook)
    return Run(code, seconds, bool(ways[0].reached), made_up, warned)


def main() -> None:
    """Print one line for each goal: solved, how far, CPU seconds and warnings."""
    outlooks = {place.code: outlook_of(place.code) for place in places().municipalities[::EVERY]}
    for goal in goals().values():
        runs = [run(outlook, goal, code) for code, outlook in outlooks.items()]
        slowest = max(runs, key=lambda each: each.seconds)
        mean = sum(each.seconds for each in runs) / len(runs)
        made_up = [each.far for each in runs if not each.reached]
        rest = f"rest {100 * sum(made_up) / len(made_up):3.0f} %" if made_up else "rest    –  "
        sys.stdout.write(
            f"{goal.id:12} solved {sum(each.reached for each in runs):3} of {len(runs)}"
            f"  {rest}  mean {mean:.2f} s  max {slowest.seconds:.2f} s ({slowest.code})"
            f"  warned {sum(each.warned for each in runs)}\n"
        )
