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


def test_a_place_that_has_chosen_nynorsk_is_offered_it(client: TestClient) -> None:
    offer = 'data-language="nn" target="_self">Les om {} på nynorsk'
    for code, name in (("4645", "Askvoll"), ("4036", "Vinje"), ("15", "Møre og Romsdal")):
        assert offer.format(name) in client.get(f"/kommune?sted={code}").text
    for address in ("/kommune?sted=4645&lang=nn", "/kommune?sted=4645&lang=en"):
        assert "Les om Askvoll på nynorsk" not in client.get(address).text
    for neither in ("0301", "4601", "1508"):
        assert "på nynorsk" not in client.get(f"/kommune?sted={neither}").text


def test_as_many_have_chosen_nynorsk_as_the_language_council_counts() -> None:
    # Språkrådet, Språkvedtak: the rows of counties, and a total that has Rogaland's 9 as 8.
    counted = {"1": 0, "33": 3, "34": 7, "40": 8, "42": 6, "11": 8, "46": 41, "15": 15}
    offered = [place for place in places().by_code.values() if written_form(place) == "nn"]
    towns = [place for place in offered if place.level is Level.MUNICIPALITY]
    assert len(towns) == 88
    assert {place.code for place in offered if place.level is Level.COUNTY} == {"15", "46"}
    for county, number in counted.items():
        assert sum(place.county == county for place in towns) == number
    regions = [place for place in offered if place.level is Level.REGION]
    assert regions
    assert all(written_form(places().get(code)) for place in regions for code in place.members)
