"""A game in a real browser: a step loads nothing anew, keeps the focus, and goes back."""

import pytest
from playwright.sync_api import expect

from tests.conftest import Visit

pytestmark = pytest.mark.browser
CASE = "/spill?sted=3201&spill=1-418-kujutj"


def test_a_step_keeps_the_page_and_the_years_go_by(desktop: Visit) -> None:
    page = desktop.open(CASE)
    expect(page.get_by_role("link", name="Vi sier ja")).to_have_attribute("aria-disabled", "true")
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Vi lar den ligge").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Så går året til 2027")
    expect(heading).to_be_focused()
    assert page.evaluate("window.same"), "the page was not loaded anew"
    assert page.url.endswith("1-418-kujutjlen")
    expect(page.locator(".hundred__one").nth(99)).to_be_attached()
    year = page.get_by_role("slider")
    year.scroll_into_view_if_needed()
    expect(year).to_have_attribute("aria-valuenow", "2027")
    page.go_back()
    expect(heading).to_have_text("Leiligheter framfor sykehjem")
    page.get_by_role("link", name="Angre").click()
    expect(heading).to_have_text("Tett på hver ung som faller utenfor")
    assert desktop.problems == []
