"""Sámi and Kven names beside the Norwegian: each marked with its language."""

import pytest
from starlette.testclient import TestClient

from framtid.places import Level, places
from framtid.places.tongues import marked, tongues, written_form

NAMED = [
    place
    for place in places().by_code.values()
    if place.level in {Level.MUNICIPALITY, Level.COUNTY} and " – " in place.name
]


def test_every_part_of_an_official_name_is_norwegian_or_has_its_language() -> None:
    parts = {part for place in NAMED for part in place.name.split(" – ")}
    norwegian = {place.short for place in NAMED}
    assert len(NAMED) > 30
    assert parts - norwegian == set(tongues())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kárášjohka – Karasjok", '<span lang="se">Kárášjohka</span> – Karasjok'),
        ("<b>Oslo – Oslove</b>", '&lt;b&gt;Oslo – <span lang="sma">Oslove</span>&lt;/b&gt;'),
        ("Rossefjord", "Rossefjord"),
    ],
)
def test_a_name_is_marked_and_the_rest_escaped(text: str, html: str) -> None:
    assert marked(text) == html


def test_the_page_of_a_place_marks_its_names(client: TestClient) -> None:
    page = client.get("/kommune?sted=5540").text
    assert '<span lang="se">Gáivuotna</span> – Kåfjord – <span lang="fkv">Kaivuono</span>' in page


def test_a_place_in_a_county_that_uses_nynorsk_is_offered_it(client: TestClient) -> None:
    offer = 'data-language="nn" target="_self">Les om Askvoll på nynorsk'
    assert offer in client.get("/kommune?sted=4645").text
    for address in ("/kommune?sted=4645&lang=nn", "/kommune?sted=4645&lang=en"):
        assert "Les om Askvoll på nynorsk" not in client.get(address).text
    assert "på nynorsk" not in client.get("/kommune?sted=0301").text
    offered = {place.code for place in places().by_code.values() if written_form(place)}
    assert {"15", "46", "4601", "1577"} <= offered
    assert not {"0", "0301", "1151", "11"} & offered
