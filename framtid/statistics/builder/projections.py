"""SSB's own projections: thirteen national editions, and counties and municipalities of 2024."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.inputs import Draft, arrow, read_csv, ssb

OLDEST = 105


def _ages(label: str) -> tuple[int, int]:
    """Return first and last age of a label such as "6-12 år", "0 år" or "90 år eller eldre"."""
    numbers = [int(number) for number in re.findall(r"\d+", label)]
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    return numbers[0], numbers[0] if numbers[0] == 0 else OLDEST


def _national(folder: Path) -> pd.DataFrame:
    frame = read_csv(
        folder, "projections/ssb_national_projections_10agegroups_2005_2026_vintages.csv"
    )
    ages = frame["alder"].map(_ages)
    tidy = pd.DataFrame(
        {
            "edition": frame["framskriving"].astype(int),
            "alternative": frame["statistikkvariabel"].str.extract(r"(MMMM|LLML|HHMH)")[0],
            "first_age": ages.str[0],
            "last_age": ages.str[1],
            "year": frame["år"].astype(int),
            "population": frame["value"].astype(float).astype(int),
        }
    )
    return tidy.sort_values(["edition", "alternative", "year", "first_age"])


def projections(folder: Path) -> Iterator[Draft]:
    """Yield SSB's projections of the nation, the counties and the municipalities."""
    year, people = pa.int16(), pa.int32()
    yield Draft(
        "projection_nation",
        arrow(
            _national(folder),
            edition=year,
            alternative=pa.string(),
            first_age=year,
            last_age=year,
            year=year,
            population=people,
        ),
        "2005–2050",
        "persons on 1 January in ten age groups, thirteen editions",
        ssb("14746", "Nasjonale befolkningsframskrivinger, utgavene 2005–2026", "2026-06-01"),
    )
    source = ssb("14288", "Regionale befolkningsframskrivinger 2024", "2024-06-05")
    municipal = read_csv(
        folder, "projections/ssb_14288_2024_municipality_total_MMMM_2024_2050.csv"
    ).rename(columns={"kommunenummer": "municipality"})
    municipal = municipal.astype({"year": int, "population": float})
    yield Draft(
        "projection_municipality",
        arrow(
            municipal.sort_values(["municipality", "year"]),
            municipality=pa.string(),
            year=year,
            population=people,
        ),
        "2024–2050",
        "persons on 1 January, main alternative",
        source,
    )
    county = read_csv(folder, "projections/ssb_14288_2024_county_total_3alt_2024_2050.csv")
    county = county.rename(columns={"fylkesnummer": "county", "alternativ": "alternative"})
    county = county.astype({"year": int, "population": float})
    yield Draft(
        "projection_county",
        arrow(
            county.sort_values(["county", "alternative", "year"]),
            county=pa.string(),
            alternative=pa.string(),
            year=year,
            population=people,
        ),
        "2024–2050",
        "persons on 1 January, three alternatives",
        source,
    )
