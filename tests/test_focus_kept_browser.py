"""Every button of every page, pressed by key: none that goes away takes the focus with it."""

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.conftest import DESKTOP, visiting
from tests.test_accessible_browser import PATHS

pytestmark = [pytest.mark.browser, pytest.mark.thorough]
BUTTONS = "button:visible:enabled, summary:visible, [role=tab]:visible, [role=button]:visible"
MOST = 80
"""Buttons of a page that are pressed; a list of all municipalities has one for each."""
NUMBER = """(all, first) => {
  window.isTheSame = true;
  const unknown = all.filter((one) => !one.dataset.pressed);
  unknown.forEach((one, at) => { one.dataset.pressed = first + at; });
  return first + unknown.length;
}"""
PRESSED = """(button) => {
  button.focus();
  return button.ariaLabel || button.textContent.trim().slice(0, 60);
}"""
LOST = """() => window.isTheSame === true
  && (document.activeElement === document.body || !document.activeElement.checkVisibility())"""
"""Whether the focus is nowhere, on the page that was opened: another begins at its beginning."""
A_MOMENT = 150
"""Milliseconds that a page has to do what a button asks for."""


def _numbered(page: Page, first: int = 0) -> int:
    """Give a number to each button that is seen and has none; return how many there are then."""
    return int(page.locator(BUTTONS).evaluate_all(NUMBER, first))


def _loses(page: Page) -> bool:
    """Say whether the focus is lost once the page has done what a button asks for."""
    page.wait_for_timeout(A_MOMENT)
    try:
        return bool(page.evaluate(LOST))
    except Error:
        return False  # the page is being left


def _is_left(page: Page) -> bool:
    try:
        return not page.evaluate("window.isTheSame === true")
    except Error:
        return True


@pytest.mark.parametrize("path", PATHS)
def test_no_button_takes_the_focus_away_with_it(browser: Browser, site: str, path: str) -> None:
    lost = []
    with visiting(browser, site, *DESKTOP) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        page = visit.open(path)
        at, many = 0, _numbered(page)
        while at < min(many, MOST):
            button = page.locator(f"[data-pressed='{at}']")
            at += 1
            if not button.count() or not button.is_visible() or not button.is_enabled():
                continue  # another button has put it away
            said = button.evaluate(PRESSED)
            page.keyboard.press("Enter")
            if _loses(page):
                lost.append(said)
            if _is_left(page):
                _numbered(visit.open(path))
            else:
                many = _numbered(page, many)  # what it has brought is pressed too
    assert lost == []
