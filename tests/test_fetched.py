"""Tables that only a refresh brings: used where they are, and done without where they are not."""

from collections.abc import Iterator

import pyarrow as pa
import pytest

from framtid.consequences.indicators import Indicator
from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.pathways.outlook import outlook_of
from framtid.pathways.vitals import vitals
from framtid.places import places
from framtid.statistics.builder.inputs import Draft, ssb
from framtid.statistics.snapshot import DATA, Snapshot, pinned, read_snapshot, snapshot
from framtid.statistics.ssb.assembling import assembled, in_store
from framtid.statistics.ssb.recipes import read_recipes
from framtid.statistics.store import Store
from framtid.views.registry import build_view

OWN = {
    "care_man_years": {"0": 140_000.0, "5610": 100.0, "0301": 12_000.0},
    "free_income": {"0": 75_000.0, "5610": 90_000.0, "0301": 82_500.0},
    "youth_outside": {"0": 10.0, "5610": 12.0},
}


def _draft(name: str, figures: dict[str, float]) -> Draft:
    rows = [{"place": code, "year": 2025, "value": value} for code, value in figures.items()]
    schema = pa.schema([("place", pa.string()), ("year", pa.int16()), ("value", pa.float64())])
    return Draft(
        name, pa.Table.from_pylist(rows, schema), "2025", "x", ssb(name, name, "2026-03-16")
    )


@pytest.fixture(scope="module")
def richer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """Return the committed edition with a few places' own figures."""
    store = Store(tmp_path_factory.mktemp("richer"))
    committed = in_store(store, read_snapshot(DATA))
    born = pa.table(
        {"year": pa.array([2024, 2025], pa.int16()), "births": pa.array([35_700, None], pa.int32())}
    )
    births = Draft("changes_nation", born, "2024–2025", "x", ssb("06913", "x", "2026-02-24"))
    own = [_draft(name, figures) for name, figures in OWN.items()]
    yield assembled(store, committed, [*own, births])


def test_a_place_with_its_own_figures_uses_them(richer: Snapshot) -> None:
    karasjok = places().get("5610")
    before, man_years = local(karasjok), outlook_of("5610").consequences.at("care_man_years", 2026)
    with pinned(richer):
        place = local(karasjok)
        outlook = outlook_of("5610")
        assert place.need["all"].value == pytest.approx(1.2)
        assert place.outside.value == pytest.approx(1.2)
        assert place.outside.own
        nation = 5_627_400 / 140_000
        assert place.need["care"].value == pytest.approx(100 / 2524 * nation)
        assert outlook.consequences.at("care_man_years", 2026) != pytest.approx(man_years)
        assert outlook.consequences.at("outside", 2026) == pytest.approx(
            1.2 * before_outside(), rel=1e-9
        )
    assert not before.outside.own
    assert local(karasjok).need["all"].value != pytest.approx(1.2)


def before_outside() -> float:
    """Return how many are outside at the nation's share, in the committed edition."""
    with pinned(read_snapshot(DATA)):
        return outlook_of("5610").consequences.at("outside", 2026)


def test_a_place_without_has_the_nations_or_the_ministrys(richer: Snapshot) -> None:
    """Its level by the index, moved as all others' so that municipalities still make the nation."""
    bergen, trondheim = places().get("4601"), places().get("5001")
    usual, other = local(bergen), local(trondheim)
    with pinned(richer):
        found = local(bergen)
        for sector, figure in usual.need.items():
            assert found.need[sector].basis == figure.basis == "index"
            moved = found.need[sector].value / figure.value
            same = local(trondheim).need[sector].value / other.need[sector].value
            assert moved == pytest.approx(same)
        assert found.need["school"] == usual.need["school"]
        everyone = [local(place) for place in places().municipalities]
        total = sum(each.people * each.need["care"].value for each in everyone)
        assert total == pytest.approx(sum(each.people for each in everyone))
        assert not found.outside.own
        assert not local(places().get("0301")).outside.own
        assert local(places().nation).need["care"].value == 1.0


def test_a_region_has_what_its_municipalities_have_together(richer: Snapshot) -> None:
    region = places().get("ba-5")
    assert len(region.members) > 1
    with pinned(richer):
        members = [local(places().get(code)) for code in region.members]
        assert {each.need["care"].basis for each in members} == {"own", "index", "total"}
        found = local(region)
        total = sum(each.people * each.need["care"].value for each in members)
        assert found.need["care"].value * found.people == pytest.approx(total)
        assert found.need["care"].basis == "total", "the weakest of theirs"


def test_what_is_used_is_among_the_sources(richer: Snapshot) -> None:
    care = INDICATORS["care_man_years"]
    assert "care_man_years" not in {source.id for source in care.sources}
    with pinned(richer):
        assert "care_man_years" in {source.id for source in care.sources}


def test_births_are_counted_where_the_year_is_known(richer: Snapshot) -> None:
    proxy = vitals().babies
    with pinned(richer):
        assert vitals().babies[2024] == 35_700
        assert vitals().babies[2025] == proxy[2025]
        assert "06913" in {source.id for source in build_view("births", "0").sources}
    assert "06913" not in {source.id for source in build_view("births", "0").sources}


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.id)
def test_indicators_rest_on_tables_that_exist_or_can_be_fetched(indicator: Indicator) -> None:
    tables = {name for name in indicator.rests_on if "." not in name}
    assert tables <= set(snapshot().catalogue.entries) | set(read_recipes().tables)
