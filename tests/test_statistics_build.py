"""Building the snapshot: the same bytes each time, all or nothing, a sentence when odd."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.errors import SnapshotError
from framtid.places import Level
from framtid.places.registry import read_places
from framtid.statistics.builder import build
from framtid.statistics.snapshot import read_snapshot

FOLDERS = (
    "population",
    "projections",
    "components",
    "classifications",
    "boundaries",
    "costs",
    "services",
)
CODES = ("0301", "1515", "5610", "5622")
NATIONAL = "projections/ssb_national_projections_10agegroups_2005_2026_vintages.csv"
MASTER = "classifications/kommuner_2024_master.csv"
SECTORS = ("grunnskole", "pleie", "barnehage", "barnevern", "sosial", "kommunehelse")
ALL_SECTORS = (*SECTORS, "administrasjon", "samlet")
PEOPLE = {"sex": ("male", "female"), "age": range(106), "year": (2005, 2006, 2007)}
TABLES: dict[str, dict[str, tuple[Any, ...] | range]] = {
    NATIONAL: {
        "framskriving": (2026,),
        "statistikkvariabel": ("Middels nasjonal vekst (Alternativ MMMM)",),
        "år": (2026, 2027),
        "alder": ("0 år", "1-5 år", "90 år eller eldre"),
        "value": (7,),
    },
    "projections/ssb_14288_2024_municipality_total_MMMM_2024_2050.csv": {
        "kommunenummer": CODES,
        "year": (2024, 2025),
        "population": (1000,),
    },
    "projections/ssb_14288_2024_county_total_3alt_2024_2050.csv": {
        "fylkesnummer": ("03", "56"),
        "alternativ": ("MMMM", "LLML"),
        "year": (2024,),
        "population": (1000,),
    },
    "components/lifetable_norway_ssb07902_2000_2024.csv": {
        "sex": ("female", "male"),
        "age": range(107),
        "year": (2024,),
        "qx": (0.01,),
    },
    "components/wpp2024_percentASFR5dt_norway.csv": {
        "year": (2003, 2053),
        "age": tuple(f"{first}-{first + 4}" for first in range(15, 50, 5)),
        "pasfr": (100 / 7,),
    },
    "components/wpp2024_tfr1dt_norway.csv": {"year": (2022, 2023), "tfr": (1.4,)},
    "costs/kmd_kostnadsnokkel_2026_relativ_vekt_per_innbygger.csv": {
        "alder_fra": (0,),
        "alder_til": (105,),
        **dict.fromkeys((f"rel_{sector}" for sector in ALL_SECTORS), (1.0,)),
    },
    "costs/kmd_kostnadsnokkel_2026.csv": {
        "sektor": SECTORS,
        "kriterium": ("innb_6_12",),
        "vekt_i_sektor": (1.0,),
        "sektorvekt_2026": (0.1,),
        "vekt_samlet": (0.1,),
    },
    "services/kmd_utgiftsbehov_dki_2026.csv": {
        "kommunenummer": CODES,
        **dict.fromkeys((*ALL_SECTORS, "utgiftsbehov_A_k"), ("",)),
    },
    "services/kostra_noekkeltall_landet_og_8_regioner_2020_2025.csv": {
        "tema": ("Økonomi",),
        "indikator": ("Netto driftsresultat",),
        "aar": (2025,),
        "region": ("Landet",),
        "verdi": (2.7,),
    },
}
NAMES = (
    "kommunenummer,kommunenavn_klass_2026,kommunenavn,navn_norsk,navn_nordsamisk,navn_lulesamisk,"
    "navn_sorsamisk,navn_kvensk,fylkesnummer,kommunenummer_2020_2023,sentralitetsklasse,ba_nr,"
    "ba_navn,lon,lat\n"
    "0301,Oslo - Oslove,Oslo,Oslo,,,,,03,0301,1,5,Oslo/Bærum,10.8,59.9\n"
    "1515,Herøy (Møre og Romsdal),Herøy,Herøy,,,,,15,1515,5,61,Herøy,5.6,62.3\n"
    "5610,Kárášjohka - Karasjok,Kárášjohka - Karasjok,Karasjok,Kárášjohka,,,,56,5437,6,154,"
    "Kárášjohka - Karasjok,25.5,69.5\n"
    "5622,Porsanger - Porsángu - Porsanki,Porsanger - Porsáŋgu - Porsanki,Porsanger,Porsáŋgu,,,"
    "Porsanki,56,5436,6,153,Porsanger - Porsáŋgu - Porsanki,25.0,70.0\n"
)
CHANGES = (
    "kommunenummer_original,kommunenummer_2024,weighting,fra_aar,til_aar\n"
    "2020,5622,1.0,1965,2019\n5610,5610,1.0,2024,2026\n1534,1508,0.5,1965,2019\n"
    "1534,1580,0.5,1965,2019\n0231,0301,0.5,1965,2019\n0231,1515,0.5,1965,2019\n"
)
COUNTIES = (
    "fylkesnummer,fylkesnavn_ssb\n03,Oslo\n15,Møre og Romsdal\n56,Finnmark - Finnmárku - Finmarkku"
)


def rows(columns: dict[str, Any]) -> pd.DataFrame:
    """Return every combination of the columns' values."""
    return pd.DataFrame(list(product(*columns.values())), columns=list(columns))


def square(place: int) -> list[tuple[float, float]]:
    west, south, side = 8.0 + place, 60.0 + 2 * place, 0.5
    return [
        (west, south),
        (west, south + side),
        (west + side, south + side),
        (west + side, south),
        (west, south),
    ]


@pytest.fixture
def official(tmp_path: Path) -> Path:
    """Return a folder of made official tables: four municipalities, few years."""
    folder = tmp_path / "official"
    for part in FOLDERS:
        (folder / part).mkdir(parents=True)
    for name, columns in TABLES.items():
        rows(columns).to_csv(folder / name, index=False)
    (folder / MASTER).write_text(NAMES, encoding="utf-8")
    (folder / "classifications/kodeendringer_til_2024.csv").write_text(CHANGES, encoding="utf-8")
    (folder / "classifications/fylker_2024.csv").write_text(COUNTIES, encoding="utf-8")
    people = rows({"kommunenummer": CODES, **PEOPLE}).assign(population=3, quality="ssb_exact")
    people.loc[(people["kommunenummer"] == "1515") & (people["year"] == 2006), "quality"] = "est"
    people.to_parquet(
        folder / "population/population_municipality_sex_age1_2005_2026_b2024.parquet"
    )
    rows(PEOPLE).assign(population=12).to_parquet(
        folder / "population/population_norway_sex_age1_1986_2026.parquet"
    )
    features = [
        {
            "type": "Feature",
            "properties": {"kommunenummer": code},
            "geometry": {"type": "Polygon", "coordinates": [square(place)]},
        }
        for place, code in enumerate(CODES)
    ]
    (folder / "boundaries/kommuner_2024_small.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
    )
    return folder


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()


def test_building_twice_gives_the_same_bytes(official: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert len(list(build(official, first))) == 18
    list(build(official, second))
    list(build(official, second))
    assert dict(files(first)) == dict(files(second))
    read_snapshot(first).verify()


def test_2005_is_left_out_and_estimates_are_listed(official: Path, tmp_path: Path) -> None:
    list(build(official, tmp_path / "out"))
    found = read_snapshot(tmp_path / "out")
    population = found.table("population_municipality")
    assert population.column_names[-2:] == ["y2006", "y2007"]
    assert population.num_rows == len(CODES) * 2 * 106
    estimated = found.table("population_estimated").to_pylist()
    assert {"municipality": "1515", "year": 2006, "reason": "est"} in estimated
    assert "12.5 per cent" in found.catalogue.entries["population_municipality"].estimated


def test_codes_of_old_lead_on_and_the_weights_are_left_out(official: Path, tmp_path: Path) -> None:
    list(build(official, tmp_path / "out"))
    rows = read_snapshot(tmp_path / "out").table("former_municipalities").to_pylist()
    assert [(row["code"], row["name"], row["municipality"]) for row in rows] == [
        ("0231", "Skedsmo", "0301"),
        ("0231", "Skedsmo", "1515"),
        ("1534", "", "1580"),
        ("2020", "", "5622"),
    ]
    assert rows[0].keys() == {"code", "name", "municipality", "last_year"}


def test_names_are_the_official_ones(official: Path, tmp_path: Path) -> None:
    list(build(official, tmp_path / "out"))
    made = read_places(read_snapshot(tmp_path / "out"))
    assert [place.name for place in made.municipalities] == [
        "Oslo – Oslove",
        "Herøy",
        "Kárášjohka – Karasjok",
        "Porsanger – Porsáŋgu – Porsanki",
    ]
    assert [place.short for place in made.at(Level.REGION)] == [
        "Oslo–Bærum",
        "Herøy",
        "Porsanger",
        "Karasjok",
    ]
    assert made.get("56").label == "Finnmark"


@pytest.mark.parametrize(
    ("name", "spoil", "told"),
    [
        (NATIONAL, lambda text: text.replace("alder", "age"), r"projections.*'alder'"),
        (NATIONAL, lambda text: text.replace(",7\n", ",many\n"), r"projections.*many"),
        (MASTER, lambda text: text.replace("ba_navn", "ba"), r"classification.*'ba_navn'"),
    ],
)
def test_a_malformed_file_is_told_and_nothing_changes(
    official: Path, tmp_path: Path, name: str, spoil: Any, told: str
) -> None:
    out = tmp_path / "out"
    list(build(official, out))
    before = dict(files(out))
    path = official / name
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(SnapshotError, match=told):
        list(build(official, out))
    assert dict(files(out)) == before


def test_a_cell_given_twice_is_not_averaged(official: Path, tmp_path: Path) -> None:
    path = official / "population/population_norway_sex_age1_1986_2026.parquet"
    frame = pd.read_parquet(path)
    pd.concat([frame, frame[:1].assign(population=99)]).to_parquet(path)
    with pytest.raises(SnapshotError, match=r"population.*duplicate"):
        list(build(official, tmp_path / "out"))


def test_the_command_builds_and_tells_what_it_did(official: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ["statistics", "build", "--from", str(official), "--out", str(out)]
    told = CliRunner().invoke(app, command)
    assert told.exit_code == 0, told.output
    assert "shapes" in told.output
    (official / MASTER).unlink()
    failed = CliRunner().invoke(app, command)
    assert isinstance(failed.exception, SnapshotError)
    assert f"{MASTER}: the file is missing" in str(failed.exception)
