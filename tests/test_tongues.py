"""Sámi and Kven names beside the Norwegian: each marked with its language."""

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from framtid.consequences.evidence import evidence
from framtid.consequences.parameters import references
from framtid.embed.pictures.card import card
from framtid.embed.request import Asked
from framtid.language import language_of
from framtid.places import Level, places
from framtid.places.tongues import marked, tongues, tongues_in, written_form
from framtid.site.shell import heading
from framtid.sitemap import pages
from framtid.stories.document_view import view_data
from framtid.views.registry import build_view

SPOKEN = ("title", "alt", "aria-label", "content", "placeholder")
"""Attributes whose text a reader meets, and that no part of can be marked."""
EMPTY = {"meta", "link", "br", "hr", "img", "input", "source", "wbr", "col"}

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


class Reading(HTMLParser):
    """Finds the names in a page that are not marked, be they text, titles or descriptions."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[tuple[str, str | None]] = []
        self.unmarked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at what it is called, and remember its language."""
        said = dict(attrs)
        for name in SPOKEN:
            self.unmarked += tongues_in([said.get(name) or ""])
        if tag not in EMPTY:
            self.inside.append((tag, said.get("lang")))

    def handle_endtag(self, tag: str) -> None:
        """Leave it, and what was never closed in it."""
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Look at a text in the language it stands in."""
        if not {"script", "style", "code"} & {tag for tag, _ in self.inside}:
            language = next((one for _, one in reversed(self.inside) if one), None)
            names = tongues_in([data]).items()
            self.unmarked += [name for name, own in names if own != language]


def unmarked(html: str) -> list[str]:
    """Return the names of a page that are not marked with their language."""
    reading = Reading()
    reading.feed(html)
    return reading.unmarked


CITED = {one.title for fact in evidence().values() for one in fact.sources}
TITLES = (CITED | {one.title for one in references().values() if one.tongue == "no"}) - {"Tørn"}
"""Titles of sources in Norwegian, which an English page marks; one is also a project's own name."""


def norwegian_titles(html: str) -> list[str]:
    """Return those links of an English page that are a Norwegian title and do not say so."""
    linked = re.findall(r"<a [^>]*>([^<]+)</a>", html)
    return [text for text in map(unescape, linked) if text.strip() in TITLES]


def test_a_title_in_another_language_than_the_page_is_marked(client: TestClient) -> None:
    for address in ("/spak/heltid", "/standpunkt", "/sammenheng?punkt=hender", "/om"):
        joined = "&" if "?" in address else "?"
        english = client.get(f"{address}{joined}sted=5610&lang=en").text
        assert norwegian_titles(english) == []
        assert '<span lang="no">' in english
        assert '<span lang="no">' not in client.get(f"{address}{joined}sted=5610").text


def test_a_picture_has_the_norwegian_name_alone() -> None:
    for view in ("map", "strip", "neighbours", "similar"):
        made = build_view(view, "5540")
        assert tongues_in(json.dumps(frame.figure) for frame in made.frames) == {}
        assert tongues_in(str(row[0]) for row in made.table.rows)
    asked = Asked(view="carers", code="5540")
    assert tongues_in([card(asked)]) == {}
    assert "Kåfjord" in card(asked)


def test_a_name_that_is_not_marked_is_found() -> None:
    assert unmarked("<p>Deatnu – Tana</p>") == ["Deatnu"]
    assert unmarked('<p title="Deatnu"><span lang="sma">Deatnu</span>') == ["Deatnu", "Deatnu"]
    assert unmarked('<p lang="nb"><br><span lang="se">Deatnu</span> – Tana</p>') == []


@pytest.mark.parametrize("address", [*(page.address for page in pages().values()), "/sok?q=tana"])
def test_no_page_has_a_name_that_is_not_marked(client: TestClient, address: str) -> None:
    # The figures of the story and of Min kommune list every municipality of the country.
    asked = f"{address}{'&' if '?' in address else '?'}sted=5540&lang=nn"
    answer = client.get(asked)
    assert answer.status_code == 200
    assert unmarked(answer.text) == []
    county = client.get(f"{address.partition('?')[0]}?sted=50&lang=en")
    assert unmarked(county.text) == []
    assert norwegian_titles(county.text) == []


def test_titles_are_in_norwegian_alone() -> None:
    language = language_of("nb")
    for place in NAMED:
        titles = [" ".join(heading(page, place)) for page in pages().values() if page.script]
        assert len(titles) > 5
        assert tongues_in([language.plain(place), *titles]) == {}
        assert place.short in language.plain(place)


def test_answers_say_the_languages_of_names(client: TestClient) -> None:
    (tana,) = client.get("/api/v1/places.json?q=5628").json()["places"]
    assert tana["tongues"] == {"Deatnu": "se"}
    (plain,) = client.get("/api/v1/places.json?q=3201").json()["places"]
    assert "tongues" not in plain
    table = view_data(build_view("map", "0"), "Norge", language_of("nb")).table
    assert isinstance(table.tongues, dict)
    assert table.tongues == {name: tongues()[name] for name in table.tongues}
    listed = {part for row in table.rows for part in str(row[0]).split(" – ")}
    assert set(table.tongues) == listed & set(tongues())


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
