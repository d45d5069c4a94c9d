"""The causal map: whole in every language, told by each place's own figures, followed both ways."""

import re
from html import unescape
from itertools import pairwise, product
from pathlib import Path
from textwrap import wrap
from xml.etree import ElementTree

import msgspec
import pytest
from starlette.testclient import TestClient

from framtid.embed.frame.net import read_net
from framtid.embed.pictures.net import EDGE, ROOM, net_picture
from framtid.language import language_of
from framtid.parameter_files import parse_as
from framtid.pathways.causes import FILE, KINDS, CausalMap, causal_map
from framtid.pathways.causes_chain import heaviest
from framtid.pathways.causes_measured import Measured, measured, weight
from framtid.pathways.causes_told import causes_answer, title
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.causes_drawing import BOX, LETTERS, WIDTH, WORDS, drawing
from framtid.views.drawing.fonts import BOLD, REGULAR, SANS, SERIF, Face, width
from framtid.views.registry import build_view

PLACES = ("0", "46", "ba-5", "0301", "3209", "3415", "5610", "1151", "4601", "1824")
"""The nation, a county, a region, and municipalities of every kind."""


def test_every_node_and_link_has_words_and_a_place_on_the_map() -> None:
    chart = causal_map()
    assert {node.kind for node in chart.nodes.values()} == set(KINDS)
    for code in ("nb", "nn", "en"):
        language = language_of(code)
        assert language.entry("causes.nodes").keys() == chart.nodes.keys()
        told = {(a, b) for a, each in language.entry("causes.links").items() for b in each}
        assert told == {pair for pair, _ in chart.pairs}
        counted = {name for name, node in chart.nodes.items() if node.measure}
        assert language.entry("causes.page.figures").keys() == counted
        assert all(len(each["title"]) <= 34 for each in language.entry("causes.nodes").values())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("omsorg: { certainty: solid, source: ssb-arbeidsinnsats }", "tull: {}"),
        ("source: frivillige-omsorg", "source: ingen"),
        ("indicator: carers", "indicator: tull"),
        ("levers: [frivillig, hjemme]", "levers: [tull]"),
        ("ages: [80, 105]", "ages: [80, 20]"),
        ("kind: area", "kind: tull"),
    ],
)
def test_a_map_that_does_not_hang_together_is_refused(before: str, after: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    with pytest.raises(msgspec.ValidationError):
        parse_as(text.replace(before, after, 1), CausalMap)


def test_chains_run_both_ways_and_loops_lead_back() -> None:
    chart = causal_map()
    for name in chart.nodes:
        for other, steps in chart.onward(name).items():
            assert chart.behind(other)[name] == steps
            way = chart.shortest(name, other)
            assert len(way) == steps + 1
            assert all(end in chart.effects(start) for start, end in pairwise(way))
    loops = chart.loops()
    assert ("barn", "skole", "naermiljo", "flytting") in loops
    assert len({frozenset(ring) for ring in loops}) == len(loops)
    for ring in loops:
        assert ring[0] in chart.effects(ring[-1])
    assert chart.reinforces(("flytting", "naermiljo"))
    # Every challenge is led to by a development, and something can be done about it.
    for name, node in chart.nodes.items():
        if node.kind == "challenge":
            behind = {chart.nodes[each].kind for each in chart.behind(name)}
            assert {"development", "area"} <= behind or name == "utenfor", name


def test_a_weight_is_how_many_steps_heavier_it_is_than_in_the_nation() -> None:
    nodes = causal_map().nodes
    care, carers = nodes["omsorg"].measure, nodes["baereevne"].measure
    assert care and carers
    assert [weight(care, 0.3 + apart * care.step, 0.3) for apart in (-9, -1, 0.4, 1, 2.2)] == [
        -2,
        -1,
        0,
        1,
        2,
    ]
    assert weight(carers, 1.5, 2.7) == 2
    assert {each.weight for each in measured(outlook_of("0")).values()} == {0}
    karasjok = measured(outlook_of("5610"))
    outlook = outlook_of("5610")
    change = outlook.people(2040, 80) / outlook.people(outlook.base_year, 80) - 1
    assert karasjok["eldre"].place == pytest.approx(change)
    assert karasjok["baereevne"].weight > 0
    assert measured(outlook_of("0301"))["baereevne"].weight < 0


def test_money_is_held_against_what_the_services_of_a_place_cost() -> None:
    """Kroner per inhabitant follow a place's need: more of both is not tighter."""
    nation = outlook_of("0").consequences.at
    whole = nation("balance", 2040) / nation("spending", 2040)
    for place in places().municipalities:
        outlook = outlook_of(place.code)
        money, at = measured(outlook)["penger"], outlook.consequences.at
        assert money.place == pytest.approx(at("balance", 2040) / at("spending", 2040))
        assert (abs(money.place - whole) >= 0.00125) == (money.weight != 0), place.code
    assert measured(outlook_of("5056"))["penger"].weight == 0


def test_what_is_told_alike_weighs_as_in_the_nation() -> None:
    for place in places().municipalities[::9]:
        for node in causes_answer(place.code).nodes:
            told = node.figure
            assert not told or told.place_said != told.nation_said or not told.weight, node.id


@pytest.mark.parametrize(
    ("code", "spoken"), [*((code, "nb") for code in PLACES), ("5610", "nn"), ("5610", "en")]
)
def test_a_chain_is_told_in_whole_sentences(code: str, spoken: str) -> None:
    answer = causes_answer(code, spoken)
    kinds = {each.id: each.kind for each in answer.nodes}
    assert [kinds[name] for name in answer.chain.nodes[:2]] == ["development", "challenge"]
    for said in (*answer.chain.leads, answer.chain.helps, answer.chain.hinders):
        assert re.fullmatch(r"[A-ZÆØÅ].*[.]", said), said
    linked = {(each.start, each.end) for each in answer.links}
    assert (answer.chain.nodes[0], answer.chain.nodes[1]) in linked


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_what_a_link_says_fits_a_town_as_well_as_a_valley(code: str) -> None:
    """The same sentence is told in every place."""
    told = language_of(code).entry("causes.links")
    texts = [text for each in told.values() for text in each.values()]
    assert not [each for each in texts if re.search(r"\bbygd(a|er)?\b|\bvillage", each)]


def test_the_chain_begins_where_it_weighs_most() -> None:
    figures = dict.fromkeys(measured(outlook_of("0")), Measured(0, 0, 0))
    figures |= {"barn": Measured(0, 0, 2), "skole": Measured(0, 0, 2)}
    chain = heaviest(figures, causal_map())
    assert chain.leads[:2] == ("barn", "skole")
    assert causal_map().nodes[chain.area].kind == "area"


def test_no_box_leaves_the_map_or_lies_on_another() -> None:
    answer, chart = causes_answer("5610"), causal_map()
    drawn = drawing(answer.nodes, answer.links, chart, "hender")
    assert all(each.x >= 0 and each.x + BOX <= WIDTH for each in drawn.nodes)
    for one in drawn.nodes:
        assert len(one.lines) <= 2, one.lines
        for other in drawn.nodes:
            if one is not other and one.x == other.x:
                assert abs(one.y - other.y) >= 50
    states = {each.node.id: each.state for each in drawn.nodes}
    assert (states["hender"], states["omsorg"], states["tid"]) == ("chosen", "behind", "ring")


def test_the_page_leads_from_node_to_node_and_keeps_the_place(client: TestClient) -> None:
    page = client.get("/sammenheng?sted=5610&punkt=hender").text
    answer = causes_answer("5610")
    assert all(each.text in page for each in answer.links if "hender" in {each.start, each.end})
    assert 'href="/sammenheng?sted=5610&amp;punkt=omsorg#kart"' in page
    assert 'href="/spak/heltid?sted=5610"' in page
    whole = client.get("/sammenheng?sted=5610&punkt=%3Cb%3E").text
    assert 'id="punkt"' not in whole
    assert all(each.title in whole and each.text in whole for each in answer.nodes)
    moved = client.get("/sammenheng?sok=utsira&punkt=hender").text
    assert 'href="/sammenheng?sted=1151&amp;punkt=hender"' in moved
    assert client.get("/sammenheng?sted=9999").status_code == 404


def test_the_answer_has_the_same_map(client: TestClient) -> None:
    answer = client.get("/api/v1/causes/5610.json?lang=en").json()
    assert answer["language"] == "en"
    assert len(answer["nodes"]) == len(causal_map().nodes)
    assert next(each for each in answer["nodes"] if each["id"] == "utenfor")["figure"] is None


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_chain_is_a_view_from_root_to_what_may_help(spoken: str) -> None:
    language = language_of(spoken)
    for code in ("5610", "0301", "3209", "46", "ba-5"):
        chain = heaviest(measured(outlook_of(code)), causal_map())
        made = build_view("causes", code, spoken)
        dots = [each for each in made.figure["data"] if each["mode"] == "markers"]
        assert [each["text"] for each in dots] == [
            [title(name, language)] for name in (*chain.leads, chain.area)
        ]
        heights = [each["y"][0] for each in dots]
        assert heights == sorted(heights, reverse=True)
        words = [each for each in made.figure["data"] if each["mode"] == "text"]
        assert all(len(line) <= 44 for each in words for line in each["text"]), "fits a phone"
        assert all(title(name, language) in made.title for name in chain.leads[:2])
        assert len(made.table.rows) == len(measured(outlook_of(code)))
        weighs = sum(measured(outlook_of(code))[name].weight for name in chain.leads[:2])
        begins = {"nb": ("Dette merkes", "Om lag som"), "nn": ("Dette merkar", "Om lag som")}
        heavy, same = begins.get(spoken, ("Felt most", "About as"))
        assert made.title.startswith(heavy) == (weighs > 0)
        assert made.title.startswith(same) == (weighs == 0)


def test_the_map_leads_to_the_frame_of_its_chain(client: TestClient) -> None:
    address = "/bygg-inn?sted=5610&amp;figur=causes"
    assert f'href="{address}"' in client.get("/sammenheng?sted=5610").text
    assert 'href="/bygg-inn?sted=0&amp;figur=causes"' in client.get("/sammenheng").text
    assert "Dette merkes i hele landet: Flere over 80 år" in client.get("/embed/causes/0").text
    frame = client.get("/embed/causes/5610").text
    first, second = (
        title(each, language_of("nb")) for each in causes_answer("5610").chain.nodes[:2]
    )
    assert f"{first} → {second}" in frame
    assert client.get("/api/v1/views/causes/5610.svg").status_code == 200


def test_the_whole_map_is_a_picture_whose_words_keep_to_it(client: TestClient) -> None:
    """In every language and on both grounds, drawn by us and by the program that paints it."""
    for code, spoken in product(PLACES, ("nb", "nn", "en")):
        asked = read_net(code, {"lang": spoken, "theme": "dark" if code < "1" else "light"})
        svg = ElementTree.fromstring(net_picture(asked))  # noqa: S314 - our own
        answer = causes_answer(code, spoken)
        label = svg.attrib["aria-label"]
        assert " ".join([*answer.chain.leads, answer.chain.helps]) in label
        said = [each for each in svg.iter() if each.tag.endswith("text")]
        shown = " ".join(each.text or "" for each in said)
        assert all(line in shown for each in answer.nodes for line in wrap(each.title, LETTERS))
        net = max(svg, key=len)
        plain = [each for each in said if each not in net.iter()]
        assert len(said) > len(plain) > len(answer.nodes) / 5
        for each in plain:
            weight = BOLD if "font-weight" in each.attrib else REGULAR
            face = Face(SERIF if "Serif" in each.get("font-family", "") else SANS, weight)
            ends = float(each.attrib["x"])
            if each.get("text-anchor") != "end":
                ends += width(each.text or "", face, int(each.attrib["font-size"]))
            assert ends <= ROOM - EDGE + 1, (code, spoken, each.text)
    drawn = client.get("/api/v1/causes/5610.png?theme=dark&lang=nn")
    assert drawn.content.startswith(b"\x89PNG")
    saved = client.get("/api/v1/causes/5610.svg").headers["content-disposition"]
    assert "framtid-net-karasjok-5610-nb.svg" in saved
    assert client.get("/api/v1/causes/9999.svg").status_code == 404
    assert client.get("/api/v1/causes/5610.svg?theme=tull").status_code == 400


def test_the_whole_map_stands_still_where_it_is_frozen(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FRAMTID_FRAMES", str(tmp_path))
    frozen = f"/embed/net/5610@{snapshot().edition}"
    first = client.get(frozen)
    assert "immutable" in first.headers["cache-control"]
    assert "Figuren er frosset." in first.text
    assert "<table>" in first.text
    assert len(list(tmp_path.rglob("*.gz"))) == 1
    monkeypatch.setattr("framtid.api.frames.net_frame", lambda _asked: "another program")
    assert client.get(frozen).content == first.content
    assert client.get(f"{frozen[:-1]}").status_code in {404, 503}
    page = unescape(client.get("/sammenheng?sted=5610").text)
    assert f'src="http://testserver{frozen}"' in page
    assert "views/causes/5610.png" in page, "the card of a link to it"
    told = client.get("/oembed", params={"url": f"http://testserver{frozen}"}).json()
    assert frozen in told["html"]
    assert client.get(told["thumbnail_url"]).status_code == 200


def test_the_whole_map_is_a_frame_with_its_chain_where_it_is_narrow(client: TestClient) -> None:
    for code, spoken in (("0", "nb"), ("5610", "nn"), ("ba-5", "en")):
        answer = causes_answer(code, spoken)
        asked = client.get(f"/embed/net/{code}?lang={spoken}&theme=dark")
        page = unescape(asked.text)
        assert asked.headers["content-security-policy"] in page
        assert "http-equiv" in page
        assert page.count('class="ft-node ') == len(causal_map().nodes)
        named = [re.escape(f'aria-label="{each.title}') + '[."]' for each in answer.nodes]
        assert all(re.search(each, page) for each in named)
        assert " ".join([*answer.chain.leads, answer.chain.helps]) in page
        assert 'role="img"' in page, "the chain, for a narrow page"
        # Words keep to their boxes in whatever font a reader has.
        held = [float(each) for each in re.findall(r'<tspan [^>]*textLength="(\d+)"', page)]
        assert len(held) >= len(answer.nodes)
        assert max(held) <= WORDS
    line = unescape(client.get("/sammenheng?sted=5610").text)
    assert '<iframe src="http://testserver/embed/net/5610"' in line
    assert client.get("/embed/net/9999").status_code == 404
    before = client.get("/embed/net/2021", follow_redirects=False)
    assert before.headers["location"] == "/embed/net/5610"
