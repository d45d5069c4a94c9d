"""What has been observed: population arrays with named axes, deaths, births and moved borders."""

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from framtid.places import places
from framtid.projection.mortality import Floats, death
from framtid.projection.parameters import AGES
from framtid.statistics.arranging import column
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import Snapshot, snapshot

__all__ = ["Floats", "History", "history", "read_history", "wide", "year_columns"]


@dataclass(frozen=True)
class History:
    """Everything a fit may know.

    Attributes:
        years: 1 January of each observation, ascending, (year,).
        population: persons, (year, municipality, sex, age).
        usable: False where a transition from that year is a moved border or an estimate,
            (year - 1, municipality).
        centrality: class 1 to 6, (municipality,).
        county: number of the county, (municipality,).
        death: probability of dying before the next birthday, by calendar year of the
            transition, (year - 1, sex, age); the last age is 105 and above.
        fertility: share of total fertility by mother's single age, by year, {year: (age,)}.

    """

    years: NDArray[np.int64]
    population: Floats
    usable: NDArray[np.bool_]
    centrality: NDArray[np.int64]
    county: NDArray[np.int64]
    death: Floats
    fertility: dict[int, Floats]

    def until(self, base: int) -> "History":
        """Return what was known on 1 January of ``base``."""
        last = int(np.searchsorted(self.years, base)) + 1
        return replace(
            self,
            years=self.years[:last],
            population=self.population[:last],
            usable=self.usable[: last - 1],
            death=self.death[: last - 1],
        )


def year_columns(table: pa.Table) -> list[int]:
    """Return the years of a table that is wide by year."""
    return [int(name[1:]) for name in table.column_names if name[1:].isdigit()]


def wide(table: pa.Table) -> Floats:
    """Return the year columns of a wide table, (year, row)."""
    return np.array([column(table, f"y{year}") for year in year_columns(table)], dtype=float)


def _usable(
    figures: Snapshot, years: NDArray[np.int64], index: dict[str, int]
) -> NDArray[np.bool_]:
    usable = np.ones((len(years) - 1, len(index)), dtype=bool)
    for row in figures.table("population_estimated").to_pylist():
        moment, place = row["year"] - years[0], index[row["municipality"]]
        usable[max(moment - 1, 0) : moment + 1, place] = False
    return usable


def read_history(figures: Snapshot) -> History:
    """Arrange a snapshot's observed figures for fitting."""
    table = figures.table("population_municipality")
    years = np.array(year_columns(table))
    index = places().index
    population = wide(table).reshape(len(years), len(index), 2, AGES)
    pattern = figures.table("fertility_pattern")
    shares = np.zeros((len(year_columns(pattern)), AGES))
    shares[:, column(pattern, "age")] = wide(pattern)
    municipalities = places().municipalities
    return History(
        years,
        population,
        _usable(figures, years, index),
        np.array([place.centrality for place in municipalities]),
        np.array([int(place.county or 0) for place in municipalities]),
        death(figures, years[:-1]),
        dict(zip(year_columns(pattern), shares, strict=True)),
    )


@kept(maxsize=1)
def history() -> History:
    """Return the history of the committed snapshot."""
    return read_history(snapshot())
