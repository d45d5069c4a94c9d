"""What search engines are told: one address a page, a list of all, and what each page is."""

import json
import re

import pytest
from starlette.testclient import TestClient

from framtid.language.texts import OF_PAGES
from framtid.places import places

OURS = "https://2040.example.no"


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRAMTID_ADDRESS", OURS)


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/", "/"),
        ("/historie?sted=5610&vei=lys-vei&x=1", "/historie?sted=5610"),
        ("/tallene?sted=5610&tabell=fertility_rate", "/tallene?sted=5610"),
    ],
)
def test_a_page_has_one_address_and_says_what_it_is(
    client: TestClient, asked: str, canonical: str
) -> None:
    html = client.get(asked).text
    assert f'<link rel="canonical" href="{OURS}{canonical}">' in html
    told = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert told
    data = json.loads(told[1])
    assert data["url"] == OURS + canonical
    assert data["@type"] == ("Dataset" if "tallene" in asked else "Article")
    assert (len(re.findall('rel="alternate" hreflang', html)) or 1) == len(OF_PAGES)


def test_the_list_holds_every_story_and_every_address_answers(client: TestClient) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", client.get("/sitemap.xml").text)
    stories = [one for one in listed if "/historie?sted=" in one]
    assert len(stories) == len(places().by_code)
    assert len(set(listed)) == len(listed)
    for address in listed[:: len(listed) // 8]:
        assert client.get(address.removeprefix(OURS)).status_code == 200
    assert f"Sitemap: {OURS}/sitemap.xml" in client.get("/robots.txt").text


def test_nothing_in_the_data_ends_its_element(client: TestClient) -> None:
    html = client.get("/historie?sted=5610&fortelling=</script><script>alert(1)").text
    assert "<script>alert" not in html
