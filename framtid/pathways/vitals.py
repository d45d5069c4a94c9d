"""How long we live and how many children we have, for the nation, year by year."""

from dataclasses import dataclass

from framtid.projection.history import wide, year_columns
from framtid.projection.mortality import expectancy
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import Snapshot, snapshot

BIRTHS = "changes_nation"
"""The table of the nation's births, which only a refresh from SSB brings."""


@dataclass(frozen=True)
class Vitals:
    """National series by year."""

    life_expectancy: dict[int, tuple[float, float]]
    """Years at birth for men and women."""
    fertility: dict[int, float]
    """Children per woman."""
    babies: dict[int, float]
    """Children born by year; those aged 0 on 1 January after where no births are at hand."""


def _births(figures: Snapshot) -> dict[int, float]:
    """Return the children born by year, for the years that a refresh has brought."""
    rows = figures.table(BIRTHS).to_pylist() if figures.has(BIRTHS) else []
    return {row["year"]: float(row["births"]) for row in rows if row["births"] is not None}


@kept(maxsize=1)
def vitals() -> Vitals:
    """Return the committed snapshot's vital series."""
    figures = snapshot()
    life = figures.table("life_table").to_pandas().sort_values(["year", "sex", "age"])
    spans = {
        year: tuple(expectancy(group["q"].to_numpy()) for _, group in rows.groupby("sex"))
        for year, rows in life.groupby("year")
    }
    rate = figures.table("fertility_rate")
    nation = figures.table("population_nation")
    newborn = wide(nation)[:, nation["age"].to_numpy() == 0].sum(1)
    aged_0 = {year - 1: float(n) for year, n in zip(year_columns(nation), newborn, strict=True)}
    return Vitals(
        {int(year): (span[0], span[1]) for year, span in spans.items()},
        dict(zip(rate["year"].to_pylist(), rate["tfr"].to_pylist(), strict=True)),
        aged_0 | _births(figures),
    )
