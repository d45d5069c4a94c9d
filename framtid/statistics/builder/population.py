"""Population by municipality and nation, wide by year, with the estimated cells marked."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.inputs import Draft, arrow, read_parquet, ssb

FIRST_YEAR = 2006
"""2005 lacks Vindafjord and Aure."""
MOVED_BORDERS = (
    (2017, ("3905", "3907"), "Vear moved from Stokke, now Sandefjord, to Tønsberg"),
    (2020, ("3205", "3228"), "Rånåsfoss moved from Sørum, now Lillestrøm, to Nes"),
    (2020, ("4005", "4020"), "Hjuksebø moved from Sauherad, now Midt-Telemark, to Notodden"),
    (2020, ("4602", "4649"), "Bryggja moved from Vågsøy, now Kinn, to Stad"),
    (2020, ("1133",), "The rest of Ombo moved from Hjelmeland to Stavanger"),
    (2021, ("1535", "1539"), "Vågstranda moved from Rauma to Vestnes"),
)
"""Borders moved on 1 January that the figures before do not follow: a jump, not people moving.

Only municipalities whose projection the jump would move are named: Stavanger is not, for Ombo.
"""


def _wide(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    frame = frame.assign(sex=(frame["sex"] == "female").astype("int8"))
    wide = frame.astype(dict.fromkeys(keys, str)).pivot(
        index=[*keys, "sex", "age"], columns="year", values="population"
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
    moved = [(code, year - 1, reason) for year, codes, reason in MOVED_BORDERS for code in codes]
    extra = pd.DataFrame(moved, columns=["municipality", "year", "reason"])
    return pd.concat([cells, extra]).sort_values(["municipality", "year"])


def population(folder: Path) -> Iterator[Draft]:
    """Yield the population tables and the list of what is estimated in them."""
    frame = read_parquet(
        folder, "population/population_municipality_sex_age1_2005_2026_b2024.parquet"
    )
    frame = frame[frame["year"] >= FIRST_YEAR]
    wide = _wide(frame.rename(columns={"kommunenummer": "municipality"}), ["municipality"])
    source = ssb("07459", "Befolkning etter region, kjønn, alder og år", "2026-01-01")
    percent = f"{100 * (frame['quality'] != 'ssb_exact').mean():.1f}"
    yield Draft(
        "population_municipality",
        arrow(wide, municipality=pa.string(), sex=pa.int8(), age=pa.int16(), **_years(wide)),
        f"{FIRST_YEAR}–2026",
        "persons on 1 January, 105 = 105 years and over",
        source,
        f"{percent} per cent of cells: municipalities that were divided in 2020 and 2024",
    )
    yield Draft(
        "population_estimated",
        arrow(_estimated(frame), municipality=pa.string(), year=pa.int16(), reason=pa.string()),
        f"{FIRST_YEAR}–2023",
        "municipality and year with an estimate or a moved border",
        source,
    )
    nation = _wide(
        read_parquet(folder, "population/population_norway_sex_age1_1986_2026.parquet"), []
    )
    yield Draft(
        "population_nation",
        arrow(nation, sex=pa.int8(), age=pa.int16(), **_years(nation)),
        "1986–2026",
        "persons on 1 January, 105 = 105 years and over",
        source,
    )
