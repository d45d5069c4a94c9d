"""How long we live and how many children we have, for the nation, year by year."""

from dataclasses import dataclass

from framtid.projection.history import wide, year_columns
from framtid.projection.mortality import expectancy
from framtid.statistics.arranging import arranged, column, rows
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
    told = figures.table(BIRTHS).to_pylist() if figures.has(BIRTHS) else []
    return {row["year"]: float(row["births"]) for row in told if row["births"] is not None}


@kept(maxsize=1)
def vitals() -> Vitals:
    """Return the committed snapshot's vital series."""
    figures = snapshot()
    life = rows(figures.table("life_table"), "q", "year", "sex", "age")
    (years, _, _), q = arranged(*life)
    rate = figures.table("fertility_rate")
    nation = figures.table("population_nation")
    newborn = wide(nation)[:, column(nation, "age") == 0].sum(1)
    aged_0 = {year - 1: float(n) for year, n in zip(year_columns(nation), newborn, strict=True)}
    return Vitals(
        {
            int(year): (expectancy(his), expectancy(hers))
            for year, (his, hers) in zip(years, q, strict=True)
        },
        dict(zip(rate["year"].to_pylist(), rate["tfr"].to_pylist(), strict=True)),
        aged_0 | _births(figures),
    )
