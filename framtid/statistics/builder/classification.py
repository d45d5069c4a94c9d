"""Municipalities, counties and labour-market regions of the 2024 structure."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa

from framtid.statistics.builder.inputs import SSB, Draft, arrow, read_csv
from framtid.statistics.catalogue import Source

KLASS = Source(
    "klass-131",
    "Standard for kommuneinndeling 2024, sentralitet og fylker",
    *SSB,
    "https://www.ssb.no/klass/klassifikasjoner/131",
    "2026-01-01",
)
REGIONS = Source(
    "ba-2024",
    "Bo- og arbeidsmarkedsregioner 2024",
    "Kommunal- og distriktsdepartementet",
    "NLOD 2.0",
    "https://www.regjeringen.no/no/dokumenter/"
    "inndeling-av-kommuner-i-bo--og-arbeidsmarkedsregioner/id2662614/",
    "2024-01-01",
)


def _dashed(names: pd.Series) -> pd.Series:
    """Write multilingual names with an en dash between the forms."""
    return names.str.replace(" - ", " – ", regex=False)


def _official(master: pd.DataFrame) -> pd.Series:
    """Return the names of SSB's code list, which lacks the letter ŋ and marks namesakes."""
    listed = master["kommunenavn_klass_2026"].str.replace(r" \(.*\)$", "", regex=True)
    spelled = master["kommunenavn"]
    return _dashed(listed.where(spelled.str.replace("ŋ", "n") != listed, spelled))


def _spoken(name: str, norwegian: set[str]) -> str:
    """Return the form of a multilingual name that Norwegian text uses; spellings vary by source."""
    return next((form for form in name.split(" – ") if form in norwegian), name)


def region_short(name: str, norwegian: set[str]) -> str:
    """Return how text names a region: "Oslo–Bærum" for "Oslo/Bærum"."""
    return "–".join(_spoken(part, norwegian) for part in name.split("/"))


def classification(folder: Path) -> Iterator[Draft]:
    """Yield the classification tables."""
    master = read_csv(folder, "classifications/kommuner_2024_master.csv").sort_values(
        "kommunenummer"
    )
    sami = ["navn_nordsamisk", "navn_lulesamisk", "navn_sorsamisk", "navn_kvensk"]
    frame = pd.DataFrame(
        {
            "code": master["kommunenummer"],
            "name": _official(master),
            "short": master["navn_norsk"],
            "other_names": master[sami].apply(lambda row: "|".join(filter(None, row)), axis=1),
            "county": master["fylkesnummer"],
            "region": "ba-" + master["ba_nr"],
            "centrality": pd.to_numeric(master["sentralitetsklasse"]),
            "lon": pd.to_numeric(master["lon"]),
            "lat": pd.to_numeric(master["lat"]),
        }
    )
    texts = ("code", "name", "short", "other_names", "county", "region")
    text = dict.fromkeys(texts, pa.string())
    yield Draft(
        "municipalities",
        arrow(frame, **text, centrality=pa.int8(), lon=pa.float64(), lat=pa.float64()),
        "2024",
        "municipalities",
        KLASS,
    )
    county = read_csv(folder, "classifications/fylker_2024.csv")
    county = pd.DataFrame(
        {"code": county["fylkesnummer"], "name": _dashed(county["fylkesnavn_ssb"])}
    )
    county["short"] = county["name"].str.split(" – ").str[0]
    yield Draft(
        "counties",
        arrow(county, code=pa.string(), name=pa.string(), short=pa.string()),
        "2024",
        "counties",
        KLASS,
    )
    norwegian = set(frame["short"])
    region = pd.DataFrame({"code": frame["region"], "name": _dashed(master["ba_navn"])})
    region = region.drop_duplicates("code").sort_values(
        "code", key=lambda code: code.str[3:].astype(int)
    )
    region["short"] = [region_short(name, norwegian) for name in region["name"]]
    yield Draft(
        "regions",
        arrow(region, code=pa.string(), name=pa.string(), short=pa.string()),
        "2024",
        "labour-market regions",
        REGIONS,
    )
