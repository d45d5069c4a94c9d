"""How the projection has done: the backtest's scores, kept in the snapshot to be quick."""

from dataclasses import dataclass, fields

from framtid.projection.evaluation.backtest import CHOSEN_UNTIL
from framtid.projection.evaluation.scores import Score, average
from framtid.projection.uncertainty.bands import INPUTS
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

TABLE = "backtest"
SEEN = (*INPUTS, "projection_municipality")
"""Tables that the backtest looks at."""
MEASURES = tuple(measure.name for measure in fields(Score))
EVERYWHERE = 0
"""In place of a class of centrality: municipalities of all classes."""


@dataclass(frozen=True)
class Record:
    """One method's score for one base, years ahead, age group and class of centrality."""

    method: str
    base: int
    horizon: int
    group: str
    centrality: int
    score: Score

    @property
    def held_out(self) -> bool:
        """Whether nothing that came after the base was in sight when weights were chosen."""
        return self.base >= CHOSEN_UNTIL


@kept(maxsize=1)
def records() -> tuple[Record, ...]:
    """Return the stored scores; editions of old have none by centrality."""
    return tuple(
        Record(
            row["method"],
            row["base"],
            row["horizon"],
            row["group"],
            row.get("centrality", EVERYWHERE),
            Score(**{measure: row[measure] for measure in MEASURES}),
        )
        for row in snapshot().table(TABLE).to_pylist()
    )


@kept(maxsize=2)
def averages(held_out: bool = False) -> dict[tuple[str, str, int], Score]:
    """Return the mean score over bases, by method, age group and years ahead.

    Every method is scored on the same bases: all of them, or those ``held_out``.
    """
    found: dict[tuple[str, str, int], list[Score]] = {}
    for record in records():
        if record.centrality == EVERYWHERE and (record.held_out or not held_out):
            key = (record.method, record.group, record.horizon)
            found.setdefault(key, []).append(record.score)
    return {key: average(scores) for key, scores in found.items()}


@kept(maxsize=1)
def by_centrality() -> dict[tuple[str, int, int], Score]:
    """Return the mean score over all bases, by method, class of centrality and years ahead."""
    found: dict[tuple[str, int, int], list[Score]] = {}
    for record in records():
        if record.centrality != EVERYWHERE:
            key = (record.method, record.centrality, record.horizon)
            found.setdefault(key, []).append(record.score)
    return {key: average(scores) for key, scores in found.items()}


@kept(maxsize=1)
def by_base() -> dict[tuple[str, int, int], Score]:
    """Return the score of everybody by method, base and years ahead."""
    return {
        (record.method, record.base, record.horizon): record.score
        for record in records()
        if (record.group, record.centrality) == ("all", EVERYWHERE)
    }
