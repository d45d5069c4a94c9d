"""Every page as it is found on a phone: quiet, whole, in its language, and there for everyone."""

import re
from collections.abc import Iterator
from html import unescape

import httpx2
import pytest
from playwright.sync_api import Browser, expect

from tests.axe import needs_axe, violations
from tests.conftest import DRAWN, PHONE, Visit, visiting
from tests.test_accessible_browser import LONG, MISSING, OPEN, PATHS, TOO_WIDE

pytestmark = pytest.mark.browser
SAID = """(names) => {
  const said = new Set();
  const walk = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) names.forEach((name) => said.add(node[name]));
    else if (!node.parentElement.closest("script, style, noscript")) said.add(node.data.trim());
  }
  return [...said].filter((words) => typeof words === "string" && words);
}"""
"""Everything a page says to eyes and ears, also what is hidden for now."""
NAMES = ["ariaLabel", "ariaDescription", "ariaRoleDescription", "title", "alt", "placeholder"]
ENGLISH = re.compile(
    r"(skip to|main menu|(close )?fullscreen|exit|toggle|zoom (in|out)|reset|find my|map"
    r"|map\w+ logo|link to|connect\w*|running|loading|stop|rerun|settings|print|record|deploy|view"
    r"|show|hide|open|search|download|copy|clear|report|made with|about|page not found"
    r"|please wait|select|choose|close|press|use (ctrl|two)|error|dismiss|expand|collapse"
    r"|scroll to)\b",
    re.IGNORECASE,
)
"""How what Streamlit, deck.gl and MapLibre say of themselves begins."""


TITLES = {
    "/om": "Om tallene – 2040 begynner nå",
    "/tallene?sted=5610": "Karasjok",
    "/kommune?sted=5610": "Karasjok",
    "/staasted?sted=1151": "Utsira",
    "/veivalg?sted=4026&vei=1-lenger3-frivillig3-heltid3-naervaer3&maal=balanse": "Tinn",
}
"""What the title of a page says, of those that tell of something."""


@pytest.fixture(scope="module", params=PATHS)
def opened(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """Open a page once for the tests that look at it; the last of them unfolds it."""
    with visiting(browser, site, *PHONE) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        visit.open(request.param)
        yield visit


def _path(opened: Visit) -> str:
    return opened.page.url.removeprefix(opened.site)


def _wrong(opened: Visit) -> list[str]:
    """Return what has gone wrong on a page until now; one that is not there says so."""
    return [each for each in opened.problems if _path(opened) != MISSING or "404" not in each]


def test_a_page_is_quiet_and_fits(opened: Visit) -> None:
    page = opened.page
    assert not page.evaluate(TOO_WIDE)
    assert page.locator("html").get_attribute("lang") == "nb"
    assert page.locator("h1:visible").count() == 1
    assert not _wrong(opened)


def test_no_english_is_left(opened: Visit) -> None:
    page = opened.page
    if _path(opened) == "/":
        page.get_by_role("button", name="Zoom inn").wait_for()
    page.evaluate(DRAWN)
    assert [said for said in page.evaluate(SAID, NAMES) if ENGLISH.match(said)] == []


def test_a_page_keeps_the_title_it_was_served_with(opened: Visit) -> None:
    served = re.search("<title>(.*?)</title>", httpx2.get(opened.page.url).text)
    assert served
    expect(opened.page).to_have_title(unescape(served[1]))
    assert TITLES.get(_path(opened), "") in opened.page.title()


@needs_axe
def test_a_page_is_there_for_everyone_with_all_of_it_unfolded(opened: Visit) -> None:
    page = opened.page
    page.evaluate(OPEN)
    for button in page.locator(".ft-menu-button:visible").all():
        button.click()
    assert _path(opened).startswith(LONG) or not violations(page)
    assert not _wrong(opened)


def test_every_title_is_looked_at() -> None:
    assert TITLES.keys() <= set(PATHS)
