"""A point of the causal map followed to its roots and its ends, with rings told as rings."""

import json

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from framtid.documents.causes_said import chains
from framtid.language import language_of, on_one_line
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_followed import followed
from framtid.pathways.causes_told import causes_answer
from framtid.views.causes_drawing import drawing
from tests.conftest import Visit

LIT = """() => Object.fromEntries([
  ...[...document.querySelectorAll("[data-node]")].map((each) => [each.dataset.node, each]),
  ...[...document.querySelectorAll("[data-start]")].map((each) => [
    `${each.dataset.start} ${each.dataset.end}`, each]),
].map(([name, each]) => [name, [
  /ft-is-(\\w+)/.exec(each.getAttribute("class"))?.[1] ?? "",
  document.querySelector(`[data-step="${each.dataset.node}"]`)?.textContent ?? ""]]))"""
"""The state and the mark of every point and thread on the page."""


@pytest.mark.parametrize("name", causal_map().nodes)
def test_a_chain_is_lit_from_its_roots_to_its_ends(name: str) -> None:
    chart = causal_map()
    chain = followed(name, chart)
    more = {pair for pair, link in chart.pairs if link.sign == "more"}
    for root in chain.roots:
        assert not any(end == root for _, end in more)
    for end in chain.ends:
        assert not any(start == end for start, _ in more)
    # Every point that gives more of it leads there by lit threads, one step nearer each time.
    for each, steps in chain.behind.items():
        lit = [
            end
            for end, link in chart.effects(each).items()
            if chain.thread(each, end, link) in {"behind", "ring"}
        ]
        assert any((0 if end == name else chain.behind.get(end)) == steps - 1 for end in lit)
    for ring in chart.loops():
        if name in ring:
            assert set(ring) - {name} <= set(chain.ring)
            assert set(zip(ring, (*ring[1:], ring[0]), strict=True)) <= chain.around
    assert {chain.state(each) for each in chain.ring} <= {"ring"}


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_page_of_a_point_says_its_chain_without_a_script(
    client: TestClient, spoken: str
) -> None:
    page = client.get(f"/sammenheng?sted=5610&punkt=hender&lang={spoken}").text
    titles = {each.id: each.title for each in causes_answer("5610", spoken).nodes}
    said = page.partition('ft-map-said"')[2].partition("</p>")[0]
    chain = followed("hender", causal_map())
    assert all(titles[each] in said for each in (*chain.roots, *chain.ends, "parorende"))
    assert str(len(chain.gives_it)) in said


@pytest.mark.browser
def test_a_chain_is_followed_by_pointer_and_by_keyboard(desktop: Visit) -> None:
    page, chart, answer = desktop.open("/sammenheng?sted=5610"), causal_map(), causes_answer("5610")
    said = {name: json.loads(each)["said"] for name, each in _chains().items()}
    status = page.locator(".ft-map-said")
    for name in chart.nodes:
        page.locator(f"[data-node='{name}']").focus()
        expect(status).to_have_text(said[name])
        drawn = drawing(answer.nodes, answer.links, chart, name)
        wanted = {each.node.id: [each.state, each.step] for each in drawn.nodes} | {
            f"{each.link.start} {each.link.end}": [each.state, ""] for each in drawn.threads
        }
        assert page.evaluate(LIT) == wanted
    _walk(page)
    page.keyboard.press("Escape")
    expect(status).to_have_text("Hele kartet vises.")
    assert page.locator(".ft-map [class*='ft-is-']").count() == 0
    page.locator("[data-node='omsorg']").hover()
    expect(status).to_have_text(said["omsorg"])
    assert desktop.problems == []


def _chains() -> dict[str, str]:
    def say(key: str, /, **values: object) -> str:
        return on_one_line(language_of("nb").say(f"causes.page.{key}", **values))

    return chains(causes_answer("5610"), causal_map(), say)


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
