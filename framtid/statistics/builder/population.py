"""Population by municipality and nation, wide by year, with the estimated cells marked."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.inputs import Draft, arrow, read_parquet, ssb

FIRST_YEAR = 2006
"""2005 lacks Vindafjord and Aure."""
UNRECTIFIED = {
    ("1535", 2020): "Vågstranda moved from Rauma to Vestnes on 1 January 2021",
    ("1539", 2020): "Vågstranda moved from Rauma to Vestnes on 1 January 2021",
    ("4649", 2019): "Bryggja moved from Vågsøy to Stad on 1 January 2020",
    ("4602", 2019): "Bryggja moved from Vågsøy to Stad on 1 January 2020",
}
"""Transitions (from 1 January of that year) that are a moved border, not people moving."""


def _wide(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    frame = frame.assign(sex=(frame["sex"] == "female").astype("int8"))
    wide = frame.pivot_table(
        index=[*keys, "sex", "age"], columns="year", values="population", observed=True
    )
    wide.columns = [f"y{year}" for year in wide.columns]
    return wide.reset_index().sort_values([*keys, "sex", "age"])


def _years(frame: pd.DataFrame) -> dict[str, pa.DataType]:
    return {
        name: pa.int32() for name in frame.columns if name.startswith("y2") or name.startswith("y1")
    }


def _estimated(frame: pd.DataFrame) -> pd.DataFrame:
    """List municipality and year of every estimate and of every transition over a moved border."""
    cells = frame[frame["quality"] != "ssb_exact"][["kommunenummer", "year", "quality"]]
    cells = cells.drop_duplicates().astype({"kommunenummer": str, "quality": str})
    cells.columns = ["municipality", "year", "reason"]
    moved = [(code, year, reason) for (code, year), reason in UNRECTIFIED.items()]
    extra = pd.DataFrame(moved, columns=["municipality", "year", "reason"])
    return pd.concat([cells, extra]).sort_values(["municipality", "year"])


def population(folder: Path) -> Iterator[Draft]:
    """Yield the population tables and the list of what is estimated in them."""
    frame = read_parquet(
        folder, "population/population_municipality_sex_age1_2005_2026_b2024.parquet"
    )
    frame = frame[frame["year"] >= FIRST_YEAR]
    wide = _wide(frame.rename(columns={"kommunenummer": "municipality"}), ["municipality"])
    wide["municipality"] = wide["municipality"].astype(str)
    source = ssb("07459", "Befolkning etter region, kjønn, alder og år", "2026-01-01")
    share = (frame["quality"] != "ssb_exact").mean()
    yield Draft(
        "population_municipality",
        arrow(wide, municipality=pa.string(), sex=pa.int8(), age=pa.int16(), **_years(wide)),
        f"{FIRST_YEAR}–2026",
        "personer 1. januar, 105 = 105 år og eldre",
        source,
        f"{share:.1%} av cellene: kommuner som ble delt i 2020 og 2024",
    )
    yield Draft(
        "population_estimated",
        arrow(_estimated(frame), municipality=pa.string(), year=pa.int16(), reason=pa.string()),
        f"{FIRST_YEAR}–2023",
        "kommune og år med anslått tall eller flyttet grense",
        source,
    )
    nation = _wide(
        read_parquet(folder, "population/population_norway_sex_age1_1986_2026.parquet"), []
    )
    yield Draft(
        "population_nation",
        arrow(nation, sex=pa.int8(), age=pa.int16(), **_years(nation)),
        "1986–2026",
        "personer 1. januar, 105 = 105 år og eldre",
        source,
    )
