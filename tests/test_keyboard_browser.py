"""The pages by keyboard: the focus is seen, never covered, never lost, and what changes is said."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from framtid.sitemap import pages
from tests.conftest import DRAWN, Visit

pytestmark = pytest.mark.browser
HERE = """() => {
  const held = document.activeElement;
  const shown = (held.matches("input[type=radio]") && held.closest("label")) || held;
  const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const drawn = [held.closest("label"), held.nextElementSibling, held.closest(".choice__path")];
  const rings = [held, ...drawn];
  const ring = rings.some((one) => one && getComputedStyle(one).outlineStyle !== "none");
  const field = held.matches("input") && held.closest("[data-baseweb]");
  return {
    tag: held.tagName,
    name: (held.getAttribute("aria-label") || held.innerText || held.id).slice(0, 60),
    covered: !top || !(shown.contains(top) || top.contains(shown)),
    ring: ring || Boolean(field) || held.tagName === "IFRAME",
  };
}"""
"""Where the focus is, whether something lies over it, and whether it is seen."""
SAID = "body > .ft-quiet[role=status]"
"""What is told to those who listen, wherever on the page it came from."""


def stops(page: Page, key: str, most: int) -> Iterator[dict[str, Any]]:
    """Yield what Tab comes to, until it leaves the page."""
    for _ in range(most):
        page.keyboard.press(key)
        page.evaluate(DRAWN)
        here = page.evaluate(HERE)
        if here["tag"] == "BODY":
            return
        yield here


@pytest.mark.parametrize("path", ["/", "/bygg-inn?sted=5610"])
def test_the_focus_is_seen_wherever_it_is(desktop: Visit, path: str) -> None:
    page = desktop.open(path)
    reached = list(stops(page, "Tab", 26))
    assert len(reached) > 15
    assert [stop for stop in reached if not stop["ring"]] == []


def test_the_storys_own_controls_come_first_and_nothing_covers_the_focus(phone: Visit) -> None:
    page = phone.open("/historie?sted=5610")
    reached = list(stops(page, "Tab", 24))
    assert [stop for stop in reached if stop["covered"] or not stop["ring"]] == []
    names = [stop["name"] for stop in reached]
    forward = next(at for at, name in enumerate(names) if name.startswith("Neste"))
    assert forward < names.index("Tabell og kilder")
    assert forward < 14
    page.locator(".opening").get_by_role("link", name="Artikkel").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".readings a[aria-current]").first).to_be_focused()
    expect(page.locator(SAID)).to_have_text("Nå står alt som én artikkel.")
    page.set_viewport_size({"width": 375, "height": 480})
    expect(page.locator("section.step:focus")).to_have_count(1)


def test_nothing_covers_the_focus_on_the_way_back_through_the_levers(phone: Visit) -> None:
    page = phone.open("/veivalg?sted=5610")
    page.locator(".ft-footer a").first.focus()
    reached = list(stops(page, "Shift+Tab", 70))
    assert len(reached) > 40
    assert [stop for stop in reached if stop["covered"] or not stop["ring"]] == []


def test_the_focus_is_not_lost_with_the_control_that_had_it(desktop: Visit) -> None:
    page = desktop.open("/veivalg?sted=5610&vei=lys-vei")
    back = page.locator(".changes__list button")
    before = back.count()
    back.first.focus()
    page.keyboard.press("Enter")
    expect(back).to_have_count(before - 1)
    expect(page.locator("#endringer-tittel")).to_be_focused()
    page.locator(".toolbar__count").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#endringer")).to_be_focused()


def test_another_page_is_said_and_tab_goes_on_from_its_beginning(desktop: Visit) -> None:
    page = desktop.open("/veivalg?sted=5610")
    page.get_by_role("link", name="Tallene", exact=True).focus()
    page.keyboard.press("Enter")
    said = page.locator(SAID)
    expect(said).to_have_text("Tallene for Karasjok – 2040 begynner nå")
    expect(page.locator("#innhold")).to_be_focused()
    table = page.get_by_role("combobox", name="Tabell")
    table.click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**tabell=*")
    page.wait_for_function("""() => document.querySelector("body > .ft-quiet").textContent
      === document.querySelector("h2[data-aloud]").textContent""")


def test_the_menu_is_a_list_apart_from_the_content(desktop: Visit) -> None:
    page = desktop.open("/om")
    menu = page.get_by_role("navigation", name="Sidene")
    expect(menu.get_by_role("listitem")).to_have_count(sum(each.menu for each in pages().values()))
    content = page.get_by_role("main")
    expect(content).to_have_count(1)
    expect(content.get_by_role("navigation")).to_have_count(0)
    expect(content.get_by_role("contentinfo")).to_have_count(0)
    expect(page.get_by_role("contentinfo")).to_have_count(1)


def test_escape_puts_away_what_lies_over_a_figure(desktop: Visit) -> None:
    page = desktop.open("/historie?sted=5610#pengene")
    page.wait_for_function("document.querySelector('.panel .figure .nsewdrag')")
    box = page.locator(".panel .figure").bounding_box()
    assert box
    label = page.locator(".hoverlayer .hovertext").first
    for share in range(10, 95, 5):
        for height in (0.3, 0.5, 0.7):
            page.mouse.move(
                box["x"] + box["width"] * share / 100, box["y"] + box["height"] * height
            )
            page.evaluate(DRAWN)
            if label.count():
                break
        if label.count():
            break
    expect(label).to_be_visible()
    page.keyboard.press("Escape")
    expect(label).to_be_hidden()
