"""The committed figures: equal to what was published, whole, and safe to read."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.errors import SnapshotError
from framtid.projection.history import history, wide
from framtid.statistics.builder import build
from framtid.statistics.builder.vital import monotone
from framtid.statistics.snapshot import DATA, read_snapshot, snapshot

PUBLISHED = {2024: 5_550_203, 2025: 5_594_340, 2026: 5_627_400}
PROJECTED = {
    ("MMMM", 2030): 5_749_760,
    ("MMMM", 2040): 6_020_359,
    ("MMMM", 2050): 6_195_859,
    ("LLML", 2050): 5_470_997,
    ("HHMH", 2050): 6_901_779,
}


def test_municipalities_sum_to_the_published_totals() -> None:
    known = history()
    for year, total in PUBLISHED.items():
        assert known.population[known.years == year].sum() == total


def test_population_has_every_municipality_sex_and_age_and_no_gap() -> None:
    known = history()
    assert known.population.shape == (21, 357, 2, 106)
    assert list(known.years) == list(range(2006, 2027))
    assert np.isfinite(known.population).all()
    assert (known.population >= 0).all()


def test_the_nation_is_the_sum_of_its_municipalities() -> None:
    nation = wide(snapshot().table("population_nation")).sum(1)[-3:]
    assert list(nation) == list(PUBLISHED.values())


@pytest.mark.parametrize(("alternative", "year"), list(PROJECTED))
def test_the_newest_national_projection_is_the_published_one(alternative: str, year: int) -> None:
    table = snapshot().table("projection_nation").to_pandas()
    rows = table[
        (table["edition"] == 2026) & (table["alternative"] == alternative) & (table["year"] == year)
    ]
    assert len(rows) == 10
    assert rows["population"].sum() == PROJECTED[alternative, year]


def test_the_snapshot_is_small_and_every_table_has_a_source() -> None:
    assert sum(file.stat().st_size for file in (DATA / "snapshot").iterdir()) <= 6_000_000
    for entry in snapshot().catalogue.entries.values():
        assert entry.rows
        assert entry.years
        assert entry.unit
        assert entry.source.link.startswith("https://")
        assert entry.source.licence
    snapshot().verify()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def test_a_table_that_editions_have_in_common_is_there_once(copied: Path) -> None:
    here, there = read_snapshot(DATA), read_snapshot(copied)
    assert here.table("life_table") is there.table("life_table")


def test_a_damaged_table_is_named(copied: Path) -> None:
    path = copied / "snapshot" / "life_table.parquet"
    path.write_bytes(path.read_bytes()[:-9] + b"123456789")
    with pytest.raises(SnapshotError, match=r"life_table.*checksum.*Fetch"):
        read_snapshot(copied).table("life_table")


def test_a_missing_table_is_named(copied: Path) -> None:
    (copied / "snapshot" / "shapes.parquet").unlink()
    with pytest.raises(SnapshotError, match=r"shapes.*cannot be opened"):
        read_snapshot(copied).verify()


def test_a_broken_or_missing_catalogue_is_told(copied: Path) -> None:
    (copied / "catalogue.json").write_text('{"edition": ', encoding="utf-8")
    with pytest.raises(SnapshotError, match="catalogue"):
        read_snapshot(copied)
    (copied / "catalogue.json").unlink()
    with pytest.raises(SnapshotError, match="missing"):
        read_snapshot(copied)


def test_a_table_of_another_shape_is_told(copied: Path) -> None:
    catalogue = copied / "catalogue.json"
    text = catalogue.read_text(encoding="utf-8").replace('"tfr": "double"', '"tfr": "int8"')
    catalogue.write_text(text, encoding="utf-8")
    with pytest.raises(SnapshotError, match=r"fertility_rate.*columns"):
        read_snapshot(copied).table("fertility_rate")


def test_building_from_an_empty_folder_says_which_file_and_leaves_the_old(copied: Path) -> None:
    before = (copied / "catalogue.json").read_bytes()
    with pytest.raises(SnapshotError, match=r"population.*missing"):
        list(build(copied / "nothing", copied))
    assert (copied / "catalogue.json").read_bytes() == before
    read_snapshot(copied).verify()
    assert not list(copied.glob(".building-*"))


def test_monotone_interpolation_keeps_the_points_and_never_falls() -> None:
    x, y = np.arange(0.0, 40, 5), np.array([0, 0.05, 0.2, 0.55, 0.85, 0.97, 1, 1.0])
    at = np.linspace(0, 35, 141)
    assert monotone(x, y, x) == pytest.approx(y)
    assert (np.diff(monotone(x, y, at)) >= -1e-12).all()


def test_the_command_line_checks_the_snapshot_and_has_help() -> None:
    runner = CliRunner()
    assert "all as catalogued" in runner.invoke(app, ["statistics", "check"]).output
    for verb in (
        ["--help"],
        ["project", "--help"],
        ["compare", "--help"],
        ["statistics", "--help"],
    ):
        assert runner.invoke(app, verb).exit_code == 0
