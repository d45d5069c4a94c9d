"""A new edition while somebody reads: no restart, and never two editions in one page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from framtid.statistics.snapshot import DATA, read_snapshot
from framtid.statistics.ssb.refresh import put_in_force
from framtid.statistics.store import Store
from tests.conftest import DESKTOP, Visit, running, visiting
from tests.test_editions import another

pytestmark = pytest.mark.browser
VEIVALG = "/veivalg?sted=4026"
NAMED = re.compile(r"[?&]v=([0-9a-f]{10})")
IN_FORCE = """async edition => {
  for (let tries = 0; tries < 900; tries++) {
    if ((await (await fetch("/health")).json()).edition === edition) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}"""
"""Whether the program takes an edition into use before long."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "editions")
    committed = read_snapshot(DATA)
    made.adopt(committed)
    made.use(committed.edition)
    return made


@pytest.fixture
def visit(browser: Browser, store: Store, tmp_path: Path) -> Iterator[Visit]:
    with (
        running(tmp_path, FRAMTID_DATA=str(store.folder)) as address,
        visiting(browser, address, *DESKTOP) as opened,
    ):
        yield opened


def _asked(page: Page) -> list[str]:
    """Return a list that grows with the edition of every answer that names one."""
    editions: list[str] = []

    def note(request: object) -> None:
        editions.extend(NAMED.findall(request.url))  # type: ignore[attr-defined]

    page.on("request", note)
    return editions


def test_an_open_page_keeps_its_edition_and_the_next_one_has_the_new(
    visit: Visit, store: Store
) -> None:
    old, asked = store.current(), _asked(visit.page)
    page = visit.open(VEIVALG)
    page.wait_for_selector(".picture .scatterlayer path")
    footer = page.locator(".ft-footer")
    expect(footer).to_contain_text(str(old))
    assert set(asked) == {old}

    made = another(store)
    put_in_force(store, made)
    assert page.evaluate(IN_FORCE, made.edition)
    asked.clear()
    sentence = page.locator(".meter__sentence").inner_text()
    page.locator("#spak-heltid .stop[data-level='3']").click()
    # The server may have let go of the old edition's answers meanwhile, and counts anew.
    expect(page.locator(".meter__sentence")).not_to_have_text(sentence)
    assert set(asked) == {old}, "what was opened before goes on with what it was told"
    expect(footer).to_contain_text(str(old))

    asked.clear()
    page = visit.open(VEIVALG)
    page.wait_for_selector(".picture .scatterlayer path")
    expect(page.locator(".ft-footer")).to_contain_text(made.edition)
    assert set(asked) == {made.edition}, "a page that is opened anew has one edition: the new"
    page = visit.open("/tallene?tabell=fertility_rate")
    expect(page.locator("#tabell td", has_text="1,5").first).to_be_visible()
    assert visit.problems == []
