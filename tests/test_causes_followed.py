"""A point of the causal map followed to its roots and its ends, with rings told as rings."""

import json
from html import escape
from itertools import pairwise
from math import prod

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from framtid.documents.causes_said import Say, chains, followed_said
from framtid.language import language_of, on_one_line
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_followed import FAR, every_chain, followed
from framtid.pathways.causes_rows import rows
from framtid.pathways.causes_told import causes_answer, title
from framtid.views.causes_drawing import drawing
from tests.conftest import Visit

LIT = """() => Object.fromEntries([
  ...[...document.querySelectorAll("[data-node]")].map((each) => [each.dataset.node, each]),
  ...[...document.querySelectorAll("[data-start]")].map((each) => [
    `${each.dataset.start} ${each.dataset.end}`, each]),
].map(([name, each]) => [name, [
  /ft-is-(\\w+)/.exec(each.getAttribute("class"))?.[1] ?? "",
  each.classList.contains("ft-gives-less"),
  document.querySelector(`[data-step="${each.dataset.node}"]`)?.textContent.trim() ?? ""]]))"""
"""The state and the mark of every point and thread on the page."""
SPOKEN = ("nb", "nn", "en")


def _sign(way: tuple[str, ...]) -> str:
    """Return the product of the signs of a way's links, each minus where it gives less."""
    links = causal_map().links
    product = prod(-1 if links[a][b].sign == "less" else 1 for a, b in pairwise(way))
    return "more" if product > 0 else "less"


@pytest.mark.parametrize("name", causal_map().nodes)
def test_the_sign_of_a_chain_is_the_product_of_its_links(name: str) -> None:
    chart, chain = causal_map(), every_chain()[name]
    for side, at, far in ((chain.behind, -1, 0), (chain.onward, 0, -1)):
        for each, reached in side.items():
            assert (reached.way[at], reached.way[far]) == (name, each)
            assert len(set(reached.way)) == len(reached.way) == reached.steps + 1
            assert reached.sign == _sign(reached.way)
            turns = any(chart.links[a][b].sign == "less" for a, b in pairwise(reached.way))
            assert not turns or reached.steps <= FAR
    for each in (*chart.causes(name), *chart.effects(name)):
        assert chain.state(each) != "aside"
    # What gives less does so beyond the first step too.
    for near, link in chart.effects(name).items():
        for end, further in chart.effects(near).items():
            if end not in {name, *chart.effects(name)}:
                same = link.sign == further.sign
                assert chain.onward[end].sign == ("more" if same else "less")


@pytest.mark.parametrize("name", causal_map().nodes)
def test_every_way_to_a_point_has_the_same_sign(name: str) -> None:
    """Else one way would have to be weighed against another, which nobody has done."""
    chart, found = causal_map(), {name: "more"}
    waiting: list[tuple[str, ...]] = [(name,)]
    while waiting:
        way = waiting.pop()
        for end in chart.effects(way[-1]):
            sign = _sign((*way, end))
            if end in found:
                assert found[end] == sign, (*way, end)
            else:
                found[end] = sign
                waiting.append((*way, end))


@pytest.mark.parametrize("name", causal_map().nodes)
def test_a_chain_is_lit_from_its_roots_to_its_ends(name: str) -> None:
    chart = causal_map()
    chain = followed(name, chart)
    more = {pair for pair, link in chart.pairs if link.sign == "more"}
    for root in chain.roots:
        assert not any(end == root for _, end in more)
    for end in chain.ends:
        assert not any(start == end for start, _ in more)
    for side, states in ((chain.behind, {"behind", "ring"}), (chain.onward, {"onward", "ring"})):
        for each in side.values():
            assert all(chain.thread(*pair) in states | {"behind"} for pair in pairwise(each.way))
    for ring in chart.loops():
        if name in ring:
            assert set(ring) - {name} <= set(chain.ring)
            assert set(zip(ring, (*ring[1:], ring[0]), strict=True)) <= chain.around
    assert {chain.state(each) for each in chain.ring} <= {"ring"}


@pytest.mark.parametrize("spoken", SPOKEN)
def test_the_page_of_a_point_says_its_chain_without_a_script(
    client: TestClient, spoken: str
) -> None:
    page = client.get(f"/sammenheng?sted=5610&punkt=hender&lang={spoken}").text
    titles = {each.id: each.title for each in causes_answer("5610", spoken).nodes}
    said = page.partition('ft-map-said"')[2].partition("</p>")[0]
    chain = followed("hender", causal_map())
    assert all(titles[each] in said for each in (*chain.roots, *chain.ends, "parorende"))
    assert str(sum(each.sign == "more" for each in chain.behind.values())) in said
    # Every way that turns stands in words, under what it comes to, with what is contrary on it.
    told = page.partition('class="ft-turning"')[2].partition('class="ft-turning"')[0]
    for each in chain.behind.values():
        if each.steps > 1 and {causal_map().links[a][b].sign for a, b in pairwise(each.way)} == {
            "less"
        }:
            assert all(f">{escape(titles[name])}</a>" in told for name in each.way)


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_chain_names_what_the_figures_of_the_place_go_against(spoken: str) -> None:
    language, chart = language_of(spoken), causal_map()
    met = 0
    for code in ("0", "0301", "3201", "5601", "5610", "1151"):
        answer = causes_answer(code, spoken)
        contrary = {each.id for each in answer.nodes if each.figure and each.figure.contrary}
        for name, chain in every_chain().items():
            told = followed_said(chain, answer, chart, _say(spoken)).rpartition(". ")[2]
            part = {name, *chain.behind, *chain.onward}
            for each in chart.nodes:
                quoted = _say(spoken)("quoted", title=title(each, language))
                if each in contrary & part:
                    assert quoted in told, (code, name, each)
                    met += 1
            assert not contrary & part or answer.place.inside in told
        table = rows(answer, "chains", language)
        for row in table:
            on_way = every_chain()[str(row[0])].onward[str(row[1])].way
            named = [title(each, language) for each in on_way if each in contrary]
            assert row[-1] == "; ".join(named)
            assert row[5] == language.say(f"causes.page.node.{_sign(on_way)}")
    assert met > 100


@pytest.mark.browser
def test_a_chain_is_followed_by_pointer_and_by_keyboard(desktop: Visit) -> None:
    page, chart, answer = desktop.open("/sammenheng?sted=5610"), causal_map(), causes_answer("5610")
    said = {name: each["said"] for name, each in _chains().items()}
    status = page.locator(".ft-map-said")
    for name in chart.nodes:
        page.locator(f"[data-node='{name}']").focus()
        expect(status).to_have_text(said[name])
        drawn = drawing(answer.nodes, answer.links, chart, name)
        wanted = {
            each.node.id: [
                each.state,
                each.gives_less,
                f"{each.step} mindre" if each.gives_less else each.step,
            ]
            for each in drawn.nodes
        } | {
            f"{each.link.start} {each.link.end}": [each.state, False, ""] for each in drawn.threads
        }
        assert page.evaluate(LIT) == wanted
    _walk(page)
    page.keyboard.press("Escape")
    expect(status).to_have_text("Hele kartet vises.")
    assert page.locator(".ft-map [class*='ft-is-']").count() == 0
    page.locator("[data-node='omsorg']").hover()
    expect(status).to_have_text(said["omsorg"])
    assert desktop.problems == []


def _say(spoken: str) -> Say:
    def say(key: str, /, **values: object) -> str:
        return on_one_line(language_of(spoken).say(f"causes.page.{key}", **values))

    return say


def _chains() -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, dict[str, str]]] = json.loads(
        chains(causes_answer("5610"), causal_map(), _say("nb"))
    )
    return told["chains"]


def _walk(page: Page) -> None:
    """Go on with the right arrow, back with the left, and down to the next point."""
    page.locator("[data-node='omsorg']").focus()
    for key, leads in (("ArrowRight", True), ("ArrowLeft", False), ("ArrowLeft", False)):
        before = page.evaluate("document.activeElement.dataset.node")
        page.keyboard.press(key)
        after = page.evaluate("document.activeElement.dataset.node")
        assert after in (causal_map().effects(before) if leads else causal_map().causes(before))
    page.locator("[data-node='omsorg']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.dataset.node") == "omsorg"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.node") == "parorende"
