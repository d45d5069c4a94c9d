"""How often the truth fell within the bands, kept in the snapshot to be quick."""

from dataclasses import dataclass

from framtid.projection.evaluation.backtest import CHOSEN_UNTIL
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

TABLE = "coverage"
LEVELS = (50, 80, 95)


@dataclass(frozen=True)
class Coverage:
    """Share of the municipalities whose true figure fell within a band, by the band's level."""

    base: int
    horizon: int
    group: str
    places: int
    within: dict[int, float]
    """Level in per cent → share in per cent."""

    @property
    def held_out(self) -> bool:
        """Whether the spreads were chosen without this base in sight."""
        return self.base >= CHOSEN_UNTIL


@kept(maxsize=1)
def covered() -> tuple[Coverage, ...]:
    """Return the stored coverage; none in an edition of old."""
    if not snapshot().has(TABLE):
        return ()
    return tuple(
        Coverage(
            row["base"],
            row["horizon"],
            row["group"],
            row["places"],
            {level: row[f"within_{level}"] for level in LEVELS},
        )
        for row in snapshot().table(TABLE).to_pylist()
    )


@kept(maxsize=1)
def totals() -> dict[tuple[int, int], Coverage]:
    """Return the coverage of everybody by base and years ahead."""
    return {(each.base, each.horizon): each for each in covered() if each.group == "all"}


@kept(maxsize=1)
def groups() -> dict[tuple[int, int], float]:
    """Return the mean coverage over age groups of the 80 per cent band, likewise."""
    found: dict[tuple[int, int], list[float]] = {}
    for each in covered():
        if each.group != "all":
            found.setdefault((each.base, each.horizon), []).append(each.within[80])
    return {key: sum(shares) / len(shares) for key, shares in found.items()}
