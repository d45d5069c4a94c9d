"""A publication has one title wherever it is named, and a sheet names all that it tells from."""

from pathlib import Path

import pytest
import yaml
from starlette.testclient import TestClient

from framtid import addresses
from framtid.consequences.parameters import references
from framtid.language import language_of
from framtid.pathways.levers import lever, levers

DATA = Path(__file__).parents[1] / "data"


def test_one_address_has_one_title() -> None:
    facts = yaml.safe_load((DATA / "parameters" / "facts.yml").read_text(encoding="utf-8"))
    listed = {each.link: each.title for each in references().values()}
    assert len(listed) == len(references()), "two sources have one address"
    named = [source for fact in facts.values() for source in fact["sources"]]
    other = [each for each in named if listed.get(each["link"], each["title"]) != each["title"]]
    assert other == []
    assert any(each["link"] in listed for each in named)


@pytest.mark.parametrize("name", levers())
def test_a_sheet_names_every_publication_it_tells_from(name: str, client: TestClient) -> None:
    found = lever(name)
    page = client.get(addresses.lever(name, "0")).text
    for each in found.told_from:
        assert each.link.replace("&", "&amp;") in page, each.id
        assert f"({each.publisher}, {each.year})" in page, each.id
    several = len(found.told_from) > 1
    for spoken, words in {"nb": ("Kilde", "Kilder"), "en": ("Source", "Sources")}.items():
        assert language_of(spoken).say("documents.lever.source", many=several) == words[several]
    assert len({each.id for each in found.told_from}) == len(found.told_from)
