"""The causal map as tables: the same nodes and links as on the map, in every language."""

import csv
import io
import json

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.language import language_of
from framtid.language.current import speaking
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_answer import DescribedLink, DescribedNode
from framtid.pathways.causes_rows import PARTS, Part, columns, rows
from framtid.pathways.causes_told import causes_answer

CODES = ("0", "ba-5", "46", "0301", "5610", "1151")
SPOKEN = ("nb", "nn", "en")


def table(client: TestClient, part: str, code: str, spoken: str) -> list[dict[str, str]]:
    answer = client.get(f"/api/v1/causes/{part}/{code}.csv?lang={spoken}")
    assert answer.status_code == 200
    assert f"causes-{part}-{code}" in answer.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


def certainty(each: DescribedNode | DescribedLink) -> list[str]:
    source = each.source
    return [
        each.certainty_label,
        *(source.title, source.publisher, str(source.year), source.link),
    ]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("spoken", SPOKEN)
def test_the_tables_hold_what_the_answer_holds(client: TestClient, code: str, spoken: str) -> None:
    with speaking(spoken):
        answer, language = causes_answer(code, spoken), language_of(spoken)
    nodes, links, chains = (table(client, part, code, spoken) for part in PARTS)
    heads = [list(nodes[0]), list(links[0]), list(chains[0])]
    assert heads == [columns(part, language) for part in PARTS]
    for row, node in zip(nodes, answer.nodes, strict=True):
        cells = list(row.values())
        assert cells[:4] == [node.id, node.kind_label, node.title, node.text]
        assert cells[10:15] == certainty(node)
        if node.figure:
            told = [float(each) for each in (*cells[5:7], cells[8])]
            held = [node.figure.place, node.figure.nation, node.figure.weight]
            assert told == pytest.approx(held, abs=1e-4)
        else:
            assert cells[4:10] == [""] * 6
    for row, link in zip(links, answer.links, strict=True):
        cells = list(row.values())
        assert (cells[0], cells[1], cells[5]) == (link.start, link.end, link.text)
        assert cells[8:] == certainty(link)


@pytest.mark.parametrize("part", PARTS)
def test_heads_are_as_many_in_every_language_and_each_its_own(part: Part) -> None:
    heads = [columns(part, language_of(spoken)) for spoken in SPOKEN]
    assert len({len(head) for head in heads}) == 1
    assert all(len(set(head)) == len(head) for head in heads)


def test_a_table_leads_from_an_old_code_and_knows_norwegian_excel(client: TestClient) -> None:
    old = client.get("/api/v1/causes/nodes/2021.csv", follow_redirects=False)
    assert old.headers["location"].startswith("/api/v1/causes/nodes/5610.csv")
    assert ";" in client.get("/api/v1/causes/links/5610.csv?form=no").text.splitlines()[0]
    assert client.get("/api/v1/causes/links/9999.csv").status_code == 404
    assert client.get("/api/v1/causes/tull/5610.csv").status_code == 404


@pytest.mark.parametrize("spoken", SPOKEN)
def test_the_page_leads_to_the_tables(client: TestClient, spoken: str) -> None:
    page = client.get(f"/sammenheng?sted=5610&lang={spoken}").text
    assert all(f"/api/v1/causes/{part}/5610.csv" in page for part in PARTS)


def test_the_command_prints_the_same(client: TestClient) -> None:
    asked: dict[Part, list[str]] = {"nodes": [], "links": ["--links"], "chains": ["--chains"]}
    for part, more in asked.items():
        told = CliRunner().invoke(app, ["causes", "5610", *more, "--lang", "en"])
        assert told.exit_code == 0, told.output
        assert list(csv.DictReader(io.StringIO(told.output))) == table(client, part, "5610", "en")
    listed = CliRunner().invoke(app, ["causes", "0", "--links", "--format", "json"])
    assert len(json.loads(listed.output)) == len(list(causal_map().pairs))
    assert CliRunner().invoke(app, ["causes", "5610", "--lang", "xx"]).exit_code != 0


def test_our_own_pages_are_told_with_our_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framtid.addresses.host", lambda: "https://example.no")
    told = rows(causes_answer("0"), "links", language_of("nb"))
    links = [str(each[-1]) for each in told]
    assert all(each.startswith("https://") for each in links)
    assert any(each.startswith("https://example.no/") for each in links)
