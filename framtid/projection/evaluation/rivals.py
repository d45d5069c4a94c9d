"""Who else was asked, and where they came nearer than we did."""

from collections.abc import Iterator
from dataclasses import dataclass

from framtid.projection.evaluation.backtest import OURS
from framtid.projection.evaluation.baselines import RAKED, SHARED
from framtid.projection.evaluation.stored_scores import averages

RIVALS = ("linear", RAKED, SHARED, "exponential", "hamilton-perry", "constant")
"""Methods with a score from every base, but Hamilton–Perry after two years."""
MEASURES = ("mean", "median", "weighted")


@dataclass(frozen=True)
class Nearer:
    """A rival that came nearer in one measure, in per cent, the mean over the same bases."""

    years: int
    held_out: bool
    group: str
    measure: str
    rival: str
    theirs: float
    ours: float


def nearer(held_out: bool = False) -> Iterator[Nearer]:
    """Yield every rival that came nearer by a hundredth of a per cent, by years ahead."""
    found = averages(held_out)
    for (rival, group, years), theirs in sorted(found.items(), key=lambda item: item[0][2]):
        for measure in MEASURES if rival in RIVALS else ():
            error, ours = getattr(theirs, measure), getattr(found[OURS, group, years], measure)
            if round(error, 2) < round(ours, 2):
                yield Nearer(years, held_out, group, measure, rival, error, ours)


def nearest(held_out: bool = False) -> list[Nearer]:
    """Return only the nearest rival of everything that some rival came nearer to."""
    best: dict[tuple[int, str, str], Nearer] = {}
    for one in nearer(held_out):
        key = (one.years, one.group, one.measure)
        if key not in best or one.theirs < best[key].theirs:
            best[key] = one
    return list(best.values())
