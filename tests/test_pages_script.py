"""The Streamlit script, page by page, without a browser."""

import json

import pytest

from framtid.language import language_of
from framtid.language.sources import cite
from framtid.views.map import SCALE
from tests.script_pages import html, opened


def test_the_front_page_has_search_map_and_doors() -> None:
    app = opened()
    assert "2040 begynner nå" in html(app)
    assert 'action="/sok"' in html(app)
    assert len(app.get("deck_gl_json_chart")) == 1
    assert "Velg din vei inn" in html(app)
    assert html(app).count("--shade:") == len(SCALE)


@pytest.mark.parametrize("code", ["0", "ba-5", "0301", "5610"])
def test_min_kommune_has_headline_figures_and_the_reader(code: str) -> None:
    app = opened("kommune.py", sted=code)
    assert html(app).count("<dt>") == 4
    assert f"/api/v1/gallery/{code}.json" in app.get("bidi_component")[0].proto.json


def test_min_kommune_asks_for_a_place() -> None:
    assert "Hvilken kommune vil du se?" in html(opened("kommune.py"))


@pytest.mark.parametrize(("query", "code"), [({}, "0"), ({"sted": "5610"}, "5610")])
def test_the_story_is_told_for_the_place_in_the_address(query: dict[str, str], code: str) -> None:
    app = opened("historie.py", **query)
    assert f"/api/v1/stories/2040/{code}.json" in app.get("bidi_component")[0].proto.json


@pytest.mark.parametrize("code", ["0", "ba-5", "4026"])
def test_veivalg_is_told_where_the_answers_of_its_place_are(code: str) -> None:
    data = json.loads(opened("veivalg.py", sted=code).get("bidi_component")[0].proto.json)
    assert data["place"] == code
    assert "{code}.json" in data["choices"]
    assert "path={path}" in data["choice"]
    assert "goal={goal}" in data["ways"]


def test_veivalg_asks_for_a_place_and_leads_back_to_itself() -> None:
    asked = html(opened("veivalg.py"))
    assert "Hvor vil du velge vei?" in asked
    assert 'data-to="/veivalg?sted={code}"' in asked


@pytest.mark.parametrize("page", ["historie.py", "kommune.py", "veivalg.py"])
def test_an_unknown_place_gets_a_friendly_page_with_search(page: str) -> None:
    app = opened(page, sted="<b>9999")
    assert "Vi fant ikke stedet" in html(app)
    assert "<b>9999" not in html(app)
    assert 'action="/sok"' in html(app)


def test_om_tallene_lists_every_source() -> None:
    from framtid.statistics.snapshot import snapshot  # noqa: PLC0415 - only here

    written = html(opened("om.py"))
    for entry in snapshot().catalogue.entries.values():
        assert f'href="{cite(entry.source, language_of()).link}"' in written
        assert f">{entry.source.id}<" not in written


def test_om_tallene_says_where_every_fact_of_the_story_is_known_from() -> None:
    from framtid.consequences.evidence import evidence  # noqa: PLC0415 - only here

    written = html(opened("om.py"))
    for fact in evidence().values():
        assert all(f'href="{source.link}"' in written for source in fact.sources)
