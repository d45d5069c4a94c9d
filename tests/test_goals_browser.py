"""A goal of one's own on Veivalg: set as a person does, within limits, and kept by the link."""

import pytest
from playwright.sync_api import expect

from tests.conftest import Visit

pytestmark = pytest.mark.browser


def test_a_reader_sets_a_goal_locks_a_lever_and_caps_the_cost(desktop: Visit) -> None:
    page = desktop.open("/veivalg?sted=5610&state=nothing")
    page.get_by_role("button", name="Eget mål").click()
    expect(page.get_by_label("Hva", exact=True)).to_be_focused()
    target = page.get_by_label("Så mye i 2040")
    target.fill("mye")
    target.press("Enter")
    expect(page.locator("#eget-tall-feil")).to_contain_text("ikke et tall")
    expect(target).to_have_value("mye")
    expect(target).to_have_attribute("aria-invalid", "true")
    target.fill("42,5")
    target.press("Enter")
    expect(page.locator(".way").first).to_contain_text("Målet er 42,5 årsverk")
    expect(page.locator("#eget-tall-feil")).to_be_empty()

    page.locator(".limits summary").click()
    lock = page.get_by_role("button", name="Hele stillinger", exact=True)
    lock.press("Space")
    expect(lock).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".way").first).to_be_visible()
    expect(page.locator(".way li strong", has_text="Hele stillinger")).to_have_count(0)
    ceiling = page.get_by_label("Forslaget kan høyst koste")
    ceiling.fill("1 000")
    with page.expect_response(lambda answer: "ceiling=1000" in answer.url) as answer:
        ceiling.press("Tab")
    assert "state=nothing" in answer.value.url
    text = answer.value.json()["text"]
    expect(page.locator(".goals__said")).to_have_text(text)

    page.reload()
    expect(page.locator(".goals__said")).to_have_text(text)
    expect(page.get_by_label("Så mye i 2040")).to_have_value("42,5")
    expect(page.get_by_label("Forslaget kan høyst koste")).to_have_value("1 000")
    expect(lock).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Velg dette").first.click()
    page.wait_for_url("**vei=2-*")
    expect(page.locator(".goals__said")).to_contain_text("Målet er")
    assert desktop.problems == []
