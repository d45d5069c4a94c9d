"""A new edition while the site is open: taken into use at once, and never mixed into a page."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from framtid.site.pages.embedding_choice import FROZEN, choice, file
from framtid.site.program import MIDDLEWARE
from framtid.site.warming import warm
from framtid.statistics.snapshot import notice, snapshot
from framtid.statistics.ssb.refresh import put_in_force
from framtid.statistics.store import Store
from tests.test_editions import another, storage

ROOT = Path(__file__).parents[1]
FREE = {
    "framtid/debate/need.py",
    "framtid/consequences/own_figures.py",
    "framtid/meeting/subjects.py",
    "framtid/pathways/causes.py",
    "framtid/pathways/causes_followed.py",
    "framtid/pathways/recounts.py",
    "framtid/views/drawing/elements.py",
    "framtid/views/drawing/marks.py",
    "framtid/views/drawing/people.py",
    "framtid/views/drawing/steps.py",
    "framtid/pathways/projects.py",
    "framtid/api/openapi.py",
    "framtid/tables/datasets.py",
    "framtid/statistics/ssb/client.py",
    "framtid/pathways/councils_code.py",
    "framtid/stories/examples.py",
    "framtid/stories/drawings.py",
    "framtid/meeting/agenda.py",
    "framtid/web/live_rooms.py",
    "framtid/api/rooms.py",
    "framtid/pathways/councils.py",
    "framtid/documents/accessibility.py",
    "framtid/language/readability.py",
    "framtid/projection/hundred_events.py",
    "framtid/projection/hundred_person.py",
    "framtid/places/tongues.py",
    "framtid/consequences/parameters.py",
    "framtid/language/texts.py",
    "framtid/consequences/criteria.py",
    "framtid/consequences/similar.py",
    "framtid/consequences/surroundings.py",
    "framtid/pathways/dilemmas.py",
    "framtid/pathways/goals.py",
    "framtid/pathways/levers.py",
    "framtid/pathways/pathway.py",
    "framtid/pathways/candidates.py",
    "framtid/pathways/conflicts.py",
    "framtid/pathways/solve.py",
    "framtid/consequences/reconciliation.py",
    "framtid/projection/parameters.py",
    "framtid/projection/uncertainty/spread.py",
    "framtid/views/drawing/fonts.py",
    "framtid/embed/frame/page.py",
    "framtid/embed/archive.py",
    "framtid/reader/component.py",
    "framtid/reader/simulator.py",
    "framtid/site/pages/about.py",
    "framtid/web/assets.py",
    "framtid/web/compression.py",
    "framtid/web/metrics.py",
    "framtid/site/pages/front_map.py",
    "framtid/site/preloads.py",
    "framtid/web/templates.py",
    "framtid/api/oembed.py",
    "framtid/site/shell.py",
    "framtid/sitemap.py",
    "framtid/statistics/snapshot.py",
    "framtid/stories/simulator.py",
    "framtid/consequences/evidence.py",
    "framtid/stories/prose.py",
    "framtid/stories/story.py",
    "framtid/views/registry.py",
}
"""Modules with caches of what does not come from the figures: texts, parameters, files."""

__all__ = ["storage"]
SAYS = [("nb", "utgave"), ("nn", "utgåve"), ("en", "edition")]


def test_an_open_page_keeps_its_edition_and_a_new_one_gets_the_new(
    client: TestClient,
    storage: Store,
) -> None:
    births = "/api/v1/views/births/0.csv"
    old = snapshot().edition
    page, before = client.get("/historie").text, client.get(births).text
    assert f"?v={old}" in page
    put_in_force(storage, another(storage))
    assert client.get("/health").json()["edition"] == old
    assert notice(warm)
    new = snapshot().edition
    assert client.get("/health").json()["edition"] == new != old
    assert client.get(births).text != before
    assert client.get(f"{births}?v={old}").text == before
    assert f"?v={new}" in client.get("/historie").text
    told = client.get(f"/api/v1/stories/2040/0.json?v={old}")
    assert told.json()["edition"] == old
    assert "immutable" in told.headers["cache-control"]
    assert all(f"?v={old}" in view["csv"] for view in told.json()["views"].values())
    assert client.get(f"/assets/kommuner.{old}.geojson").status_code == 200
    assert client.get(f"/assets/kommuner.{new}.geojson").status_code == 200


@pytest.mark.usefixtures("storage")
@pytest.mark.parametrize(("spoken", "says"), SAYS)
@pytest.mark.parametrize("wanted", ["0123456789", "deadbeef00", "i-dag"])
def test_an_edition_that_is_not_kept_is_never_told_as_todays(
    client: TestClient, spoken: str, says: str, wanted: str
) -> None:
    for name in ("views.json", "views/carers/5601.csv", "outlook/5601.json", "causes/5601.json"):
        answer = client.get(f"/api/v1/{name}?v={wanted}&lang={spoken}")
        assert answer.status_code == 404, name
        assert answer.json()["error"] == "unknown_edition"
        assert says in answer.json()["message"]
        assert wanted in answer.json()["message"]
        assert client.get(f"/api/v1/{name}?v={snapshot().edition}").status_code == 200


def test_the_middleware_holds_every_answer() -> None:
    assert "OneEdition" in {getattr(one.cls, "__name__", "") for one in MIDDLEWARE}


def test_what_is_kept_of_the_figures_is_kept_for_each_edition() -> None:
    """A cache without an edition would mix new figures with old ones."""
    found = set()
    for path in (ROOT / "framtid").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        if "lru_cache" in names:
            found.add(path.relative_to(ROOT).as_posix())
    assert found <= FREE, "use kept, or list the module where no figure is kept"


def test_a_page_that_stands_open_goes_on_where_its_edition_is_gone(client: TestClient) -> None:
    """An upgrade may bring other figures while somebody reads."""
    for name in ("stories/2040/5610", "gallery/5610", "choices/5610", "choice/5610", "places"):
        answer = client.get(f"/api/v1/{name}.json?v=0123456789")
        assert answer.status_code == 200, name
        assert "immutable" not in answer.headers["cache-control"]


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_what_is_frozen_is_frozen_in_every_file_and_says_how(
    client: TestClient, spoken: str
) -> None:
    name = snapshot().edition
    page = client.get(f"/data?sted=5601&lang={spoken}").text
    assert f"/api/v1/views/carers/5601@{name}.csv" in page
    chosen = choice({"sted": "5601", "figur": "carers", FROZEN: "1"})
    assert chosen.asked.edition == name
    for kind, form in (("png", "wide"), ("svg", ""), ("csv", "no"), ("csv", ""), ("xlsx", "")):
        address = file(chosen.asked, kind, form)
        assert f"/5601@{name}.{kind}" in address
        assert client.get(address).status_code == 200
    assert "@" not in file(replace(chosen.asked, edition=""), "csv")
