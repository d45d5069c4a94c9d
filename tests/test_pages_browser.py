"""The pages in a real browser, at both widths: whole, quiet, usable by keyboard, in Norwegian."""

import math
import re
from contextlib import suppress

import pytest
from playwright.sync_api import FloatRect, Route, expect
from playwright.sync_api import TimeoutError as TooLate

from framtid.places import places
from framtid.site.pages.front import VIEW
from framtid.sitemap import pages
from tests.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/om", "/vei?sted=5610&vei=lys-vei"])
def test_the_whole_menu_fits_on_a_phone_and_tab_follows_the_eye(phone: Visit, path: str) -> None:
    page = phone.open(path)
    links = page.locator(":is(.st-key-ft-menu, .ft-nav) :is(a, button):visible")
    name, more = (link.bounding_box() for link in links.all())
    assert name
    assert more
    assert abs(name["y"] + name["height"] / 2 - more["y"] - more["height"] / 2) < 3, "one line"
    assert name["x"] < 30
    assert more["x"] > 280
    button = page.get_by_role("button", name="Meny")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    boxes = {link.inner_text(): link.bounding_box() for link in links.all()}
    assert len(boxes) == sum(each.menu for each in pages().values()) + 1
    spots = {name: (round(box["y"] / 12), box["x"]) for name, box in boxes.items() if box}
    assert all(box and box["x"] + box["width"] <= 375 for box in boxes.values())
    assert all(box and box["height"] >= 44 for name, box in boxes.items())
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.innerText") == "Meny"
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    reached: list[str] = []
    while len(reached) < len(boxes):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.innerText")
        if name in boxes:
            reached.append(name)
    assert reached == sorted(spots, key=spots.__getitem__)


def test_a_place_is_found_by_typing_and_arrow_keys(visit: Visit) -> None:
    page = visit.open("/")
    box = page.locator("form.ft-finder input")
    box.press_sequentially("karasj")
    page.wait_for_selector("form.ft-finder [role=option]")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", re.compile(".+"))
    box.press("Enter")
    page.wait_for_url("**/historie?sted=*")
    assert "5610" in page.url or "ba-" in page.url


def test_who_types_faster_than_the_answer_still_gets_there(desktop: Visit) -> None:
    page = desktop.open("/kommune")
    box = page.locator("form.ft-finder input")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/places.json*", hold)
    with page.expect_request("**/places.json?q=utsira"):
        box.press_sequentially("utsira")
    box.press("ArrowDown")
    box.press("Enter")
    for route in held:
        route.continue_()
    page.wait_for_url("**/kommune?sted=1151")


def test_escape_closes_the_list(desktop: Visit) -> None:
    page = desktop.open("/kommune")
    box = page.locator("form.ft-finder input")
    box.press_sequentially("oslo")
    page.wait_for_selector("form.ft-finder [role=option]")
    box.press("Escape")
    assert page.locator("form.ft-finder [role=listbox]").is_hidden()


def on_the_map(box: FloatRect, lon: float, lat: float) -> tuple[float, float]:
    """Return where a point of the earth is in the window, by the map's own projection."""

    def northing(degrees: float) -> float:
        return math.log(math.tan(math.pi / 4 + math.radians(degrees) / 2))

    scale = 512 * 2 ** VIEW["zoom"] / (2 * math.pi)
    east = scale * math.radians(lon - VIEW["longitude"])
    north = scale * (northing(lat) - northing(VIEW["latitude"]))
    return box["x"] + box["width"] / 2 + east, box["y"] + box["height"] / 2 - north


def test_a_click_on_the_map_opens_the_story(desktop: Visit) -> None:
    page = desktop.open("/")
    box = page.locator("[data-testid=stDeckGlJsonChart]").bounding_box()
    assert box
    lon, lat = places().get("5612").point or (0, 0)
    x, y = on_the_map(box, lon, lat)
    # The shapes may arrive after the pointer, and drawing in software can be too slow to tell a
    # click from a drag: a person moves and clicks again, and so does this.
    tooltip = page.locator(".deck-tooltip:has-text('Kautokeino')")
    for turn in range(60):
        page.mouse.move(x + turn % 3, y)
        with suppress(TooLate):
            tooltip.wait_for(timeout=500)
            break
    for _ in range(12):
        page.mouse.click(x, y)
        with suppress(TooLate):
            page.wait_for_url("**/historie?sted=5612", timeout=3000)
            break
    assert page.url.endswith("/historie?sted=5612")
    page.get_by_role("link", name="2040 begynner nå", exact=True).first.click()
    page.wait_for_selector("[data-testid=stDeckGlJsonChart] canvas")
    assert "historie" not in page.url, "the old choice sends the reader away again"


def test_the_menu_keeps_the_place(desktop: Visit) -> None:
    page = desktop.open("/kommune?sted=5610")
    page.get_by_role("link", name="Fortellingen", exact=True).click()
    page.wait_for_url("**/historie?sted=5610")
    page.wait_for_selector(".reader h2:visible")
    assert desktop.problems == []


def test_the_figures_of_a_place_can_be_jumped_to_by_keyboard(visit: Visit) -> None:
    page = visit.open("/kommune?sted=1580")
    listed = page.locator("nav.contents")
    summary = listed.locator("summary")
    if listed.locator("details").get_attribute("open") is None:
        summary.press("Enter")
    listed.get_by_role("link", name="Skolebarn", exact=True).press("Enter")
    page.wait_for_url("**#pupils")
    heading = page.locator("section#pupils .step__heading")
    expect(heading).to_be_in_viewport()
    expect(page.locator("section#pupils")).to_be_focused()
    assert visit.problems == []


def test_a_section_of_om_tallene_has_an_address(visit: Visit) -> None:
    page = visit.open("/om#fakta")
    expect(page.locator("section#fakta h2")).to_be_in_viewport()


COME = """async () => {
  const made = document.createElement("div");
  made.innerHTML = `<button aria-label="Zoom In" title="Close">Fullscreen</button>
    <p aria-live="polite"></p>`;
  document.querySelector(".stApp").append(made);
  const [button, live] = made.children;
  await null;
  live.textContent = "532 options available.";
  button.setAttribute("aria-label", "Zoom Out");
  await null;
  const said = [button.ariaLabel, button.title, button.textContent, live.textContent];
  made.remove();
  return said;
}"""
"""Adds and changes what Streamlit would, and says what stands before the page is drawn again."""


def test_english_is_replaced_before_it_is_painted(desktop: Visit) -> None:
    page = desktop.open("/om")
    assert page.evaluate(COME) == ["Zoom ut", "Lukk", "Fullskjerm", "532 valg."]


def test_the_way_past_the_menu_leads_past_it(desktop: Visit) -> None:
    page = desktop.open("/om")
    page.keyboard.press("Tab")
    page.get_by_role("link", name="Hopp til innholdet").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.st-key-ft-menu')")
    assert page.evaluate("document.activeElement.closest('.stApp') !== null")


def test_a_press_that_is_taken_back_chooses_nothing(desktop: Visit) -> None:
    page = desktop.open("/kommune")
    page.locator("form.ft-finder input").press_sequentially("utsira")
    page.locator("form.ft-finder [role=option]", has_text="Utsira").first.hover()
    page.mouse.down()
    page.mouse.move(5, 500)
    page.mouse.up()
    assert page.url.endswith("/kommune")
