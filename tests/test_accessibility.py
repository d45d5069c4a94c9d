"""The page about accessibility says what the docs say, in every language, and whom to tell."""

import re
from collections import Counter
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from framtid.documents.accessibility import SETTING, contact, counts
from framtid.language import language_of
from framtid.language.texts import LANGUAGES, OF_PAGES

DOCS = Path(__file__).parents[1] / "docs" / "accessibility.md"
ROW = re.compile(r"^\| (\d\.\d\.\d+) [^|]+\| (met|partly|irrelevant) \| [^|]{3,} \|$", re.MULTILINE)


def test_the_counts_are_those_of_the_docs() -> None:
    rows = ROW.findall(DOCS.read_text("utf-8"))
    assert len({number for number, _ in rows}) == len(rows) == counts()["criteria"] == 48
    counted = Counter(result for _, result in rows)
    assert all(counted[name] == counts()[name] for name in ("met", "partly", "irrelevant"))


@pytest.mark.parametrize("code", OF_PAGES)
def test_the_page_tells_the_counts_and_links_to_itself_from_every_foot(
    client: TestClient, code: str
) -> None:
    told = client.get(f"/tilgjengelighet?lang={code}").text
    for name in filter(counts().get, ("criteria", "met", "partly", "irrelevant")):
        assert re.search(rf"\b{counts()[name]}\b", told)
    for path in ("/tilgjengelighet", "/om", "/spaker", "/finnes-ikke"):
        assert re.search(r'<footer.*href="/tilgjengelighet', client.get(path).text, re.DOTALL)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_parts_and_points(code: str) -> None:
    ours, nb = (language_of(one).entry("accessibility.sections") for one in (code, "nb"))
    assert list(ours) == list(nb)
    for name, section in ours.items():
        assert len(section.get("points", [])) == len(nb[name].get("points", []))


def test_there_is_somewhere_to_write_only_where_it_is_set(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert "ikke oppgitt noe sted å skrive til" in client.get("/tilgjengelighet").text
    monkeypatch.setenv(SETTING, "tilgang@eksempel.no")
    told = client.get("/tilgjengelighet").text
    assert 'href="mailto:tilgang@eksempel.no"' in told
    assert "ikke oppgitt" not in told


@pytest.mark.parametrize("told", ["", "javascript:alert(1)", "http://a.no", "a@b", 'a"@b.no x'])
def test_what_is_no_address_is_not_linked_to(told: str) -> None:
    assert contact(told) is None
