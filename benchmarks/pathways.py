"""How long a pathway of one place takes: computed, answered as JSON, and solved for a goal."""

import sys
from collections.abc import Callable, Iterator
from itertools import product
from time import perf_counter

import numpy as np

from framtid.answers import encode
from framtid.pathways.answer import answer
from framtid.pathways.codec import Decoded
from framtid.pathways.goals import goals
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.pathways.solve import solve
from framtid.pathways.switches import AS_USUAL

MOVES = 200
PLACES = ("3201", "5610", "0301", "ba-5", "0")


def moves() -> Iterator[Pathway]:
    """Yield pathways that were never asked for before, one lever's move after the other."""
    names = list(levers())
    for count, levels in enumerate(product(LEVELS, repeat=len(names))):
        if count % 997 == 1:
            yield Pathway.of(dict(zip(reversed(names), levels, strict=True)))


def clock(run: Callable[[Pathway], object], fresh: Iterator[Pathway]) -> list[float]:
    """Return the milliseconds of each of many runs, each on a pathway of its own."""
    taken = []
    for _ in range(MOVES):
        pathway = next(fresh)
        start = perf_counter()
        run(pathway)
        taken.append((perf_counter() - start) * 1000)
    return taken


def tell(what: str, taken: list[float]) -> None:
    """Print the median, the 95th percentile and the slowest."""
    middle, late = np.percentile(taken, [50, 95])
    sys.stdout.write(f"  {what:44}{middle:7.1f} {late:7.1f} {max(taken):7.1f} ms\n")


def solving(code: str) -> list[float]:
    """Return the milliseconds of solving each goal for a place."""
    taken = []
    for wanted in goals().values():
        start = perf_counter()
        solve(outlook_of(code), wanted)
        taken.append((perf_counter() - start) * 1000)
    return taken


def place(code: str) -> None:
    """Print the times of one place."""
    answer(code, AS_USUAL, Decoded(Pathway()))
    fresh = moves()

    def compute(pathway: Pathway) -> object:
        return outlook_of(code, "MMMM", pathway).consequences

    def whole(pathway: Pathway) -> object:
        return encode(answer(code, AS_USUAL, Decoded(pathway)))

    tell(f"{code}: compute", clock(compute, fresh))
    tell(f"{code}: the whole answer as JSON", clock(whole, fresh))
    tell(f"{code}: solve", solving(code))


def main() -> None:
    """Print the times of 200 moves, and of every goal, for a few places."""
    sys.stdout.write(f"  {MOVES} moves, then the four goals           median     95 %    most\n")
    for code in PLACES:
        place(code)
