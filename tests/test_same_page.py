"""The same page in another language, without a script: what its address asks for comes along."""

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from framtid.language.texts import OF_PAGES
from tests.test_accessible_browser import PATHS

HOST = "http://testserver"
IN_ANOTHER = re.compile(r'<a href="([^"]+)" hreflang="(\w+)" lang="\w+" data-language')
"""A link to the same page in another language, as every page has at its foot."""

FOOTLESS = ("/lysbilder", "/utskrift", "/mote?sted=5610&lengde")
"""A wall and a paper: they have no foot, and no link to another language."""


def asks(address: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the path of an address and what it asks for but the language, in its order."""
    parts = urlsplit(address)
    return parts.path, [pair for pair in parse_qsl(parts.query) if pair[0] != "lang"]


def spoken_in(path: str, language: str) -> str:
    return path if language == "nb" else f"{path}{'&' if '?' in path else '?'}lang={language}"


@pytest.mark.parametrize("language", OF_PAGES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_in_another_language_is_the_same_page(
    client: TestClient, path: str, language: str
) -> None:
    here = HOST + spoken_in(path, language)
    links = IN_ANOTHER.findall(client.get(here).text)
    other = set() if path.startswith(FOOTLESS) else set(OF_PAGES) - {language}
    assert {code for _, code in links} == other
    for link, code in links:
        there = urljoin(here, link.replace("&amp;", "&"))
        answer = client.get(there, headers={"referer": here})
        there = urljoin(there, answer.headers.get("location", ""))
        assert asks(there) == asks(here)
        assert dict(parse_qsl(urlsplit(there).query))["lang"] == code


COMES = f"{HOST}/om?sted=5610&vei=lys-vei"


@pytest.mark.parametrize(
    ("address", "comes"),
    [
        ("/om?lang=en", ""),
        ("/om?lang=en", "http://[testserver/om?sted=5610"),
        ("/om?lang=en", f"{HOST}/om"),
        ("/om?lang=en", f"{HOST}/data?sted=5610"),
        ("/om?lang=en", "https://example.no/om?sted=5610"),
        ("/om?lang=en", f"{COMES}&lang=en"),
        ("/om?lang=nb", COMES),
        ("/om?lang=tull", COMES),
        ("/om?lang=en&sted=5610&vei=lys-vei", COMES),
        ("/om?lang=en&sted=3201", COMES),
        ("/om", f"{COMES}&lang=en"),
    ],
)
def test_every_other_way_to_a_page_is_answered_as_it_asks(
    client: TestClient, address: str, comes: str
) -> None:
    assert client.get(address, headers={"referer": comes}).status_code == 200


def test_who_is_led_on_is_told_by_no_cache(client: TestClient) -> None:
    answer = client.get("/om?lang=en&sted=5610", headers={"referer": f"{COMES}&lang=nn"})
    assert answer.status_code == 302
    assert answer.headers["location"] == "?sted=5610&vei=lys-vei&lang=en"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["vary"] == "Referer"
