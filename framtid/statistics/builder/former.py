"""Municipalities of before: codes and names of old, and the municipality each leads to today."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.statistics.builder.classification import KLASS
from framtid.statistics.builder.inputs import Draft, arrow, read_csv

NAMES = PARAMETERS / "parameters" / "former_names.yml"
RESTORED = {"1504": "1508", "1523": "1508", "1529": "1508", "1534": "1580", "1546": "1508"}
"""Merged into Ålesund in 2020; in 2024 the whole of old Haram left again and nothing else.

The list of changes gives both to each. Source: the government's proposal of May 2022,
https://www.regjeringen.no/no/aktuelt/regjeringa-foreslar-a-attreise-haram-kommune/id2911164/
"""


def former(folder: Path) -> Iterator[Draft]:
    """Yield each old code with today's municipality: one row, or several where it was divided."""
    changes = read_csv(folder, "classifications/kodeendringer_til_2024.csv").rename(
        columns={"kommunenummer_original": "code", "kommunenummer_2024": "municipality"}
    )
    changes["municipality"] = changes["code"].map(RESTORED).fillna(changes["municipality"])
    changes = changes[changes["code"] != changes["municipality"]]
    names: dict[str, str] = read_yaml(NAMES)
    frame = pd.DataFrame(
        {
            "code": changes["code"],
            "name": changes["code"].map(names).fillna(""),
            "municipality": changes["municipality"],
            "last_year": changes["til_aar"].astype(int),
        }
    )
    frame = frame.drop_duplicates(["code", "municipality"]).sort_values(["code", "municipality"])
    texts = ("code", "name", "municipality")
    yield Draft(
        "former_municipalities",
        arrow(frame, **dict.fromkeys(texts, pa.string()), last_year=pa.int16()),
        f"{frame['last_year'].min()}–{frame['last_year'].max()}",
        "former codes and names of municipalities",
        KLASS,
    )
