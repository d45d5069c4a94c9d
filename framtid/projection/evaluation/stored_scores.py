"""How the projection has done: the backtest's scores, kept in the snapshot to be quick."""

from dataclasses import dataclass, fields

from framtid.projection.evaluation.scores import Score, average
from framtid.projection.uncertainty.bands import INPUTS
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

TABLE = "backtest"
SEEN = (*INPUTS, "projection_municipality")
"""Tables that the backtest looks at."""
MEASURES = tuple(measure.name for measure in fields(Score))


@dataclass(frozen=True)
class Record:
    """One method's score for one base, years ahead and age group."""

    method: str
    base: int
    horizon: int
    group: str
    score: Score


@kept(maxsize=1)
def records() -> tuple[Record, ...]:
    """Return the stored scores."""
    return tuple(
        Record(
            row["method"],
            row["base"],
            row["horizon"],
            row["group"],
            Score(**{measure: row[measure] for measure in MEASURES}),
        )
        for row in snapshot().table(TABLE).to_pylist()
    )


@kept(maxsize=1)
def averages() -> dict[tuple[str, str, int], Score]:
    """Return the mean score over all bases, by method, age group and years ahead."""
    kept: dict[tuple[str, str, int], list[Score]] = {}
    for record in records():
        kept.setdefault((record.method, record.group, record.horizon), []).append(record.score)
    return {key: average(scores) for key, scores in kept.items()}
