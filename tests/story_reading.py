"""Reading the story in a browser: opened at a step, scrolled on, and what it asks for meanwhile."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from playwright.sync_api import Page

from tests.conftest import Visit

LIT = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => done(document.querySelector(".rail__count").innerText))))"""
"""Which step is lit when what the wheel did has been drawn."""

STOPPED = """() => new Promise((done) => {
  const words = () => document.querySelector(".step")?.getBoundingClientRect().top;
  let before = NaN;
  const look = () => {
    const now = words();
    if (now !== undefined && now === before) done();
    else { before = now; setTimeout(look, 60); }
  };
  look();
})"""
"""When the text no longer moves."""


def open_story(visit: Visit, code: str, step: str = "") -> Page:
    page = visit.open(f"/historie?sted={code}" + (f"#{step}" if step else ""))
    page.wait_for_selector(".panel :is(.main-svg, .hundred)")
    return page


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()


def traffic(page: Page) -> Callable[[], list[str]]:
    """Record requests and socket messages from now on; call for what there was."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("websocket", lambda socket: seen.append(socket.url))
    # Chromium asks its own cache for the tab's icon whenever the address changes.
    ours = ("data:", "blob:")
    return lambda: [url for url in seen if not url.startswith(ours) and "/assets/mark." not in url]


def go_on(page: Page) -> None:
    """Press Next until the next step is lit: a long step is first read to its end."""
    lit, before = page.locator(".rail__count"), page.locator(".rail__count").inner_text()
    for _ in range(6):
        page.get_by_role("button", name="Neste").click()
        page.evaluate(STOPPED)
        if lit.inner_text() != before:
            return
    pytest.fail(f"Next never left {before}")


def scroll_to_step(page: Page, position: int, step: dict[str, str]) -> None:
    """Roll the wheel as a reader does until the step is the one that is lit."""
    for _ in range(60):
        if page.evaluate(LIT).startswith(f"{position} "):
            return
        page.mouse.wheel(0, 240)
    pytest.fail(f"scrolling never reached step {position}, {step['id']}")
