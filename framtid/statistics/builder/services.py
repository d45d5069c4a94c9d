"""What services cost and how they are used: the official cost key, need index and KOSTRA."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.inputs import KDD, SSB, Draft, arrow, read_csv
from framtid.statistics.catalogue import Source

SECTORS = {
    "grunnskole": "school",
    "pleie": "care",
    "barnehage": "kindergarten",
    "barnevern": "child_welfare",
    "sosial": "social",
    "kommunehelse": "health",
    "administrasjon": "administration",
    "samlet": "all",
}
GREEN_BOOK = Source(
    "gront-hefte-2026",
    "Inntektssystemet for kommuner 2026 (Grønt hefte)",
    *KDD,
    "https://www.regjeringen.no/no/tema/kommuner-og-regioner/kommuneokonomi/",
    "2025-10-15",
)


def _numbers(frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    return frame.assign(**{name: pd.to_numeric(frame[name]) for name in columns})


def services(folder: Path) -> Iterator[Draft]:
    """Yield the cost key, the need per person, the need index and the key figures."""
    weights = read_csv(
        folder, "costs/kmd_kostnadsnokkel_2026_relativ_vekt_per_innbygger.csv"
    ).rename(
        columns={"alder_fra": "first_age", "alder_til": "last_age"}
        | {f"rel_{norwegian}": english for norwegian, english in SECTORS.items()}
    )
    names = list(SECTORS.values())
    weights = _numbers(weights, ["first_age", "last_age", *names])
    yield Draft(
        "need_weights",
        arrow(
            weights, first_age=pa.int16(), last_age=pa.int16(), **dict.fromkeys(names, pa.float64())
        ),
        "2026",
        "need per person, the average inhabitant = 1",
        GREEN_BOOK,
        "computed from the cost key and the population",
    )
    key = _numbers(
        read_csv(folder, "costs/kmd_kostnadsnokkel_2026.csv").rename(
            columns={
                "sektor": "sector",
                "kriterium": "criterion",
                "vekt_i_sektor": "weight_in_sector",
                "sektorvekt_2026": "sector_weight",
                "vekt_samlet": "weight",
            }
        ),
        ["weight_in_sector", "sector_weight", "weight"],
    )
    parts = ("weight_in_sector", "sector_weight", "weight")
    yield Draft(
        "cost_key",
        arrow(key, sector=pa.string(), criterion=pa.string(), **dict.fromkeys(parts, pa.float64())),
        "2026",
        "share",
        GREEN_BOOK,
    )
    index = read_csv(folder, "services/kmd_utgiftsbehov_dki_2026.csv").rename(
        columns={"kommunenummer": "municipality", "utgiftsbehov_A_k": "total"} | SECTORS
    )
    needs = [*names, "total"]
    index = _numbers(index, needs).sort_values("municipality")
    yield Draft(
        "need_index",
        arrow(index, municipality=pa.string(), **dict.fromkeys(needs, pa.float64())),
        "2026",
        "expenditure need per inhabitant, the nation = 1",
        GREEN_BOOK,
        "a sector is empty where the ministry has published the total alone",
    )
    figures = read_csv(
        folder, "services/kostra_noekkeltall_landet_og_8_regioner_2020_2025.csv"
    ).rename(
        columns={
            "tema": "theme",
            "indikator": "indicator",
            "aar": "year",
            "region": "region",
            "verdi": "value",
        }
    )
    figures = _numbers(figures, ["year", "value"])
    yield Draft(
        "key_figures",
        arrow(
            figures,
            theme=pa.string(),
            indicator=pa.string(),
            year=pa.int16(),
            region=pa.string(),
            value=pa.float64(),
        ),
        "2020–2025",
        "see the indicator",
        Source(
            "kostra",
            "KOSTRA nøkkeltall",
            *SSB,
            "https://www.ssb.no/offentlig-sektor/kostra",
            "2026-03-15",
        ),
        "the figures of 2025 are preliminary",
    )
