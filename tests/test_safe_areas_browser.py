"""Phones with a notch and a bar at the foot: nothing is read or pressed under either."""

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import visiting

pytestmark = pytest.mark.browser
STANDING, LYING = (390, 844), (844, 390)
INSETS = {
    STANDING: {"top": 47, "right": 0, "bottom": 34, "left": 0},
    LYING: {"top": 0, "right": 47, "bottom": 21, "left": 47},
}
"""What a phone with a notch keeps to itself, in CSS pixels, as it stands and as it lies."""
UNDER = """({ left, right, bottom }) => {
  const hidden = ".unseen, .ft-quiet, .ft-skip, [data-testid=stSkipToContent]";
  const own = "svg, .table, .ft-table, .ft-scroll, .tabs";
  const stays = (node) => {
    for (let at = node; at && !at.matches(".stand-in"); at = at.parentElement) {
      const { position, bottom } = getComputedStyle(at);
      if (position === "fixed" || (position === "sticky" && bottom !== "auto")) return true;
    }
    return false;
  };
  const faults = [];
  for (const one of document.querySelectorAll("a, button, p, h1, h2, h3, li, label, summary")) {
    if (!one.checkVisibility({ opacityProperty: true })) continue;
    if (one.closest(`${hidden}, ${own}`)) continue;
    const box = one.getBoundingClientRect();
    if (!box.width || box.bottom <= 0 || box.top >= innerHeight) continue;
    const beside = box.left < left - .5 || box.right > innerWidth - right + .5;
    const below = one.matches("a, button") && stays(one) && box.bottom > innerHeight - bottom + .5;
    const at = [box.left, box.right, box.bottom].map(Math.round).join(" ");
    if (beside || below) faults.push(`${one.tagName} ${one.className} ${at} ${one.textContent}`);
  }
  return faults;
}"""
"""Says what is beside, and which buttons that stay are below, what a phone leaves to a page."""

KEPT = """(wanted) => {
  const probe = document.createElement("i");
  probe.style.cssText = "position:fixed;width:env(safe-area-inset-bottom)";
  document.body.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width === wanted;
}"""
"""Whether the page has been given the safe areas."""


def inset(page: Page, size: tuple[int, int]) -> None:
    """Give the page the safe areas of a phone of a size."""
    wire = page.context.new_cdp_session(page)
    wire.send("Emulation.setSafeAreaInsetsOverride", {"insets": INSETS[size]})


@pytest.mark.parametrize(
    "path",
    [
        "/historie?sted=5610",
        "/veivalg?sted=5610",
        "/lysbilder?sted=5610",
        "/spill?sted=3201&spill=1-418",
        "/standpunkt?sted=3201",
        "/mote?sted=5610&lengde=20",
        "/rom",
    ],
)
def test_nothing_lies_under_a_notch_or_the_bar_at_the_foot(
    browser: Browser, site: str, path: str
) -> None:
    with visiting(browser, site, *STANDING) as visit:
        page = visit.open(path)
        for size in (STANDING, LYING):
            width, height = size
            page.set_viewport_size({"width": width, "height": height})
            inset(page, size)
            page.wait_for_function(KEPT, arg=INSETS[size]["bottom"])
            assert page.evaluate(UNDER, INSETS[size]) == [], size
