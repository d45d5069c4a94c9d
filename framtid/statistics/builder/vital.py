"""How long people live and how many children they have: life tables and fertility."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from framtid.statistics.builder.inputs import Draft, arrow, read_csv, ssb
from framtid.statistics.catalogue import Source

FIRST_MOTHER, LAST_MOTHER = 15, 49
YEARS = range(2006, 2051)


def monotone(
    x: NDArray[np.float64], y: NDArray[np.float64], at: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Interpolate a rising curve without overshoot (Fritsch–Carlson with harmonic slopes)."""
    width, slope = np.diff(x), np.diff(y) / np.diff(x)
    tangent = np.empty_like(y)
    tangent[0], tangent[-1] = slope[0], slope[-1]
    both = slope[:-1] * slope[1:] > 0
    mean = 2 * slope[:-1] * slope[1:] / np.where(both, slope[:-1] + slope[1:], 1)
    tangent[1:-1] = np.where(both, mean, 0)
    i = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(width) - 1)
    t = (at - x[i]) / width[i]
    rise = y[i] * (1 + 2 * t) * (1 - t) ** 2 + y[i + 1] * t**2 * (3 - 2 * t)
    return rise + width[i] * (tangent[i] * t * (1 - t) ** 2 - tangent[i + 1] * t**2 * (1 - t))


def _single_ages(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Spread shares of seven five-year groups over the ages 15–49; they sum to one."""
    edges = np.arange(FIRST_MOTHER, LAST_MOTHER + 2, 5, dtype=float)
    cumulative = np.concatenate([[0.0], np.cumsum(shares / shares.sum())])
    ages = np.arange(FIRST_MOTHER, LAST_MOTHER + 2, dtype=float)
    return np.diff(monotone(edges, cumulative, ages))


def _pattern(folder: Path) -> pd.DataFrame:
    frame = read_csv(folder, "components/wpp2024_percentASFR5dt_norway.csv")
    groups = frame.assign(first=frame["age"].str[:2].astype(int))
    groups = groups[groups["first"].between(FIRST_MOTHER, LAST_MOTHER)]
    wide = groups.assign(year=groups["year"].astype(float), pasfr=groups["pasfr"].astype(float))
    wide = wide.pivot_table(index="year", columns="first", values="pasfr")
    by_year = {
        year: _single_ages(np.array([np.interp(year, wide.index, wide[first]) for first in wide]))
        for year in YEARS
    }
    table = pd.DataFrame({f"y{year}": share.round(6) for year, share in by_year.items()})
    return table.assign(age=range(FIRST_MOTHER, LAST_MOTHER + 1))


def _un(name: str, title: str) -> Source:
    return Source(
        name,
        title,
        "FN, World Population Prospects 2024",
        "CC BY 3.0 IGO",
        "https://population.un.org/wpp/",
        "2024-07-11",
    )


def vital(folder: Path) -> Iterator[Draft]:
    """Yield life tables, the age pattern of fertility and the total fertility rate."""
    life = read_csv(folder, "components/lifetable_norway_ssb07902_2000_2024.csv")
    life = life.rename(columns={"qx": "q"}).assign(sex=(life["sex"] == "female").astype(int))
    life = life.astype({"age": int, "year": int, "q": float})
    life = life.sort_values(["sex", "year", "age"])
    yield Draft(
        "life_table",
        arrow(life, sex=pa.int8(), age=pa.int16(), year=pa.int16(), q=pa.float64()),
        "2000–2024",
        "probability of dying before the next birthday",
        ssb("07902", "Dødelighetstabeller", "2025-03-01"),
    )
    pattern = _pattern(folder)
    years = {f"y{year}": pa.float64() for year in YEARS}
    yield Draft(
        "fertility_pattern",
        arrow(pattern, age=pa.int16(), **years),
        f"{YEARS[0]}–{YEARS[-1]}",
        "share of total fertility by mother's age",
        _un("wpp2024-asfr", "Age pattern of fertility, Norway"),
        "split from five-year groups and periods to single years",
    )
    rate = read_csv(folder, "components/wpp2024_tfr1dt_norway.csv").astype(
        {"year": int, "tfr": float}
    )
    yield Draft(
        "fertility_rate",
        arrow(rate, year=pa.int16(), tfr=pa.float64()),
        f"{rate['year'].min()}–{rate['year'].max()}",
        "children per woman",
        _un("wpp2024-tfr", "Total fertility, Norway"),
    )
