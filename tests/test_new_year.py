"""The figures of a new year: the projection begins there, and so does every story and view."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from framtid.answers import as_data
from framtid.language import language_of
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.projection import base_year, projection
from framtid.projection.control import control
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import DATA, Snapshot, pinned, read_snapshot
from framtid.statistics.ssb.assembling import assembled, in_store
from framtid.statistics.store import Store
from framtid.stories import tell
from framtid.views.registry import build_view, views


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """Return an edition whose newest population figures are our own projection of 2027."""
    store = Store(tmp_path_factory.mktemp("later"))
    committed = in_store(store, read_snapshot(DATA))
    with pinned(committed):
        people = np.round(projection().population[1]).astype(np.int32)
    drafts = []
    for name, figures in (
        ("population_municipality", people.reshape(-1)),
        ("population_nation", people.sum(0, dtype=np.int32).reshape(-1)),
    ):
        entry = committed.catalogue.entries[name]
        table = committed.table(name).append_column("y2027", pa.array(figures))
        drafts.append(Draft(name, table, entry.years, entry.unit, entry.source, entry.estimated))
    # A refresh draws the bands anew, which takes a while; here they only lose their first year.
    bands, entry = committed.table("bands"), committed.catalogue.entries["bands"]
    bands = bands.filter(pc.field("year") > 2027)
    drafts.append(Draft("bands", bands, entry.years, entry.unit, entry.source))
    made = assembled(store, committed, drafts)
    with pinned(made):
        yield made


def test_the_projection_begins_in_the_new_year(later: Snapshot) -> None:
    assert later.catalogue.updated == "2027-01-01"
    assert base_year() == 2027
    found = projection()
    assert list(found.years) == list(range(2027, 2051))
    assert found.population.shape[0] == 24
    assert found.population[1:].sum((1, 2, 3)) == pytest.approx(control().people[2:].sum(1))


@pytest.mark.parametrize("code", ["0", "5610"])
def test_an_outlook_is_observed_to_the_new_year(later: Snapshot, code: str) -> None:
    outlook = outlook_of(code)
    assert (outlook.base_year, outlook.last_year) == (2027, 2050)
    people = later.table("population_nation" if code == "0" else "population_municipality")
    if code == "0":
        assert outlook.people(2027) == sum(people["y2027"].to_pylist())
    assert outlook_of(code).carers(2040) > 1


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("code", ["0", "5610"])
def test_every_view_and_the_story_say_the_new_year(code: str) -> None:
    level = places().get(code).level
    for name, maker in views().items():
        if level in maker.levels and name not in {"uncertainty", "accuracy"}:
            view = build_view(name, code)
            told = " ".join([view.subtitle, *(f.title + f.alt for f in view.frames)])
            assert "2026" not in told, name
    document = as_data(tell("2040", code, language_of("nb").code))
    assert document["updated"] == "2027-01-01"
