"""What a refresh brings is used: the projection, consequences, views and story change with it."""

import io
import zipfile
from collections.abc import Iterator

import numpy as np
import pytest
from pyjstat import pyjstat
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.answers import as_data
from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.language import language_of
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import path
from framtid.places import places
from framtid.projection import fitted, migration_level, projection
from framtid.projection.control import control
from framtid.projection.evaluation import ssb_editions
from framtid.projection.history import history
from framtid.projection.parameters import parameters
from framtid.projection.uncertainty.bands import basis
from framtid.statistics.snapshot import DATA, Snapshot, pinned, read_snapshot
from framtid.statistics.store import Store
from framtid.stories.tell import tell
from framtid.tables.files import table_csv, table_json_stat, table_xlsx
from framtid.tables.rows import rows
from framtid.views.registry import build_view
from tests.ssb.country import Country
from tests.ssb.runs import Run
from tests.ssb.server import serving

NB = language_of("nb")
CODE = "5610"


@pytest.fixture(scope="module")
def committed() -> Snapshot:
    return read_snapshot(DATA)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, committed: Snapshot) -> Iterator[Snapshot]:
    """Return the whole country after a refresh of what the committed edition lacks."""
    store = Store(tmp_path_factory.mktemp("fresh"))
    store.adopt(committed)
    store.use(committed.edition)
    with serving(Country().stand_in()) as ssb:
        run = Run(ssb, store, [])
        report = run.refresh("moves", "median_income", "projection_age", "projection_nation")
    assert not report.refused, list(report.lines())
    yield run.in_force


def test_the_level_of_those_who_leave_is_what_ssb_counts(
    fresh: Snapshot, committed: Snapshot
) -> None:
    before = fitted().out
    assert migration_level.level(history(), parameters()) == 1
    with pinned(fresh):
        now = fitted().out
        counted = 0.051 + 0.006
        people = history().population[-11:-1].sum((1, 2))
        assert float((people @ now).sum() / people.sum()) == pytest.approx(counted, rel=1e-3)
        assert now / before == pytest.approx(np.full_like(now, now[20] / before[20])), "its shape"
    assert basis(fresh) != basis(committed), "the bands are drawn anew"


def test_the_projection_still_meets_the_nation(fresh: Snapshot) -> None:
    before = projection().population
    with pinned(fresh):
        now = projection().population
        assert now.sum((1, 2, 3)) == pytest.approx(control().people.sum(1))
    assert not np.allclose(now[-1], before[-1])


def test_a_backtest_knows_only_the_moves_of_before(fresh: Snapshot) -> None:
    with pinned(fresh):
        table = fresh.table("moves").to_pandas()
        then = history().until(2016)
        seen = migration_level.level(then, parameters())
        years = table[table["year"].between(2006, 2015)]
        left = years["departures"].sum() + years["emigration"].sum()
        index = places().index
        said = sum(
            float(then.population[year - 2006, index[code]].sum(0) @ parameters().out_rate)
            for code, year in zip(years["municipality"], years["year"], strict=True)
        )
        assert seen == pytest.approx(left / said)


def test_ssbs_newest_edition_stands_beside_ours(fresh: Snapshot) -> None:
    place = places().get(CODE)
    assert ssb_editions.edition_of(place) == 2024
    before = build_view("uncertainty", CODE)
    with pinned(fresh):
        assert ssb_editions.edition_of(place) == 2026
        own = fresh.table("projection_age").to_pandas()
        total = own[own["municipality"] == CODE]["y2040"].sum()
        assert ssb_editions.local(place)[2040] == total
        now = build_view("uncertainty", CODE)
        assert as_data(tell("2040", CODE))["steps"]
        compared = CliRunner().invoke(app, ["compare", "--format", "csv"])
    assert "beside SSB's edition of 2026" in compared.stderr
    assert "SSB 2024" in str(before.table.columns)
    assert "SSB 2026" in str(now.table.columns)
    assert "SSBs framskriving fra 2026" in now.frames[-1].alt
    assert {"14746"} <= {source.id for source in now.sources}
    assert ssb_editions.local(places().nation) == ssb_editions.national()[2024]


def test_the_edition_of_2024_is_told_as_before(committed: Snapshot) -> None:
    table = committed.table("projection_municipality").to_pandas()
    of = table[(table["municipality"] == CODE) & (table["year"] == 2040)]
    assert ssb_editions.local(places().get(CODE))[2040] == float(of["population"].iloc[0])
    assert ssb_editions.municipal().table == "projection_municipality"


@pytest.mark.parametrize(
    ("name", "figures"), [("moves", 4), ("median_income", 1), ("projection_age", 25)]
)
def test_what_came_can_be_taken_along_and_read_back(
    fresh: Snapshot, name: str, figures: int
) -> None:
    with pinned(fresh):
        own = rows(name, places().get(CODE)).num_rows
        assert len(table_csv(name, CODE, NB).splitlines()) == own + 1
        book = zipfile.ZipFile(io.BytesIO(table_xlsx(name, CODE, NB)))
        assert book.read("xl/worksheets/sheet1.xml").count(b"<row") == own + 1
        read = pyjstat.Dataset.read(table_json_stat(name, CODE, NB).decode())
        frame = read.write("dataframe", naming="id")
        assert len(frame) == own * figures
        assert frame["value"].notna().all()
        assert read["updated"] == fresh.catalogue.entries[name].updated


def test_tax_of_one_more_at_work_follows_the_places_income(fresh: Snapshot) -> None:
    place, chosen = places().get(CODE), path("lys-vei")
    usual = outlook_of(CODE).along(chosen).consequences
    assert local(place).earnings.value == 1
    assert not local(place).earnings.own
    with pinned(fresh):
        here = local(place)
        rows = fresh.table("median_income").to_pandas()
        newest = rows[rows["year"] == rows["year"].max()].set_index("place")["value"]
        assert here.earnings.value == pytest.approx(newest[CODE] / newest["0"])
        assert here.earnings.own
        seen = outlook_of(CODE).along(chosen)
        gained = seen.consequences.at("income", 2040) - seen.official.consequences.at(
            "income", 2040
        )
        assert gained != 0
        assert "06944" in {source.id for source in INDICATORS["income"].sources}
        assert local(places().nation).earnings.value == 1
    assert usual.at("income", 2040) != seen.consequences.at("income", 2040)
    assert "06944" not in {source.id for source in INDICATORS["income"].sources}
