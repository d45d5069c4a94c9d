"""What is assumed on Veivalg: a switch is changed, told beside the figures, and kept by a link."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.axe import needs_axe, violations
from tests.conftest import Visit

pytestmark = pytest.mark.browser
KARASJOK = "/veivalg?sted=5610"
ASSUMED = "staten ikke gir mer"


def opened(visit: Visit, path: str) -> Page:
    """Open Veivalg and wait until the first picture is drawn."""
    page = visit.open(path)
    page.wait_for_selector(".picture .scatterlayer path, .picture .barlayer path")
    return page


def unfold(page: Page) -> None:
    """Open the switches as a finger or a mouse does."""
    page.locator(".switches summary").click()


def kroner(page: Page) -> str:
    """Return what the meter says of kroner."""
    return page.locator(".gauge", has_text="Kronene").locator(".gauge__text").inner_text()


def test_the_state_pays_nothing_more_and_the_link_holds_it(visit: Visit) -> None:
    page = opened(visit, KARASJOK)
    assumed, before = page.locator(".meter__assumed"), kroner(page)
    expect(assumed).to_be_empty()
    unfold(page)
    page.get_by_label("Ingenting", exact=True).check()
    expect(assumed).to_contain_text(ASSUMED)
    page.wait_for_url("**/veivalg?sted=5610&state=nothing")
    under = kroner(page)
    assert under != before

    page.reload()
    page.wait_for_selector(".picture .scatterlayer path")
    expect(assumed).to_contain_text(ASSUMED)
    expect(page.get_by_label("Ingenting", exact=True)).to_be_checked()
    assert kroner(page) == under
    for name in ("Sammenlign med", "Bygg inn bildet"):
        link = page.get_by_role("link", name=name)
        expect(link).to_have_attribute("href", re.compile("state=nothing"))
    told = page.get_by_role("link", name="Les veien som tekst")
    expect(told).to_have_attribute("href", re.compile(r"^/vei\?sted=5610&.*state=nothing$"))
    told.click()
    expect(page.locator("main")).to_contain_text(ASSUMED)
    assert visit.problems == []


def test_a_lever_and_undo_keep_what_is_assumed(desktop: Visit) -> None:
    page = opened(desktop, f"{KARASJOK}&state=nothing")
    page.locator("#spak-heltid .stop[data-level='1']").click()
    page.wait_for_url("**state=nothing&vei=2-he1")
    page.get_by_role("button", name="Angre siste").click()
    expect(page.locator(".changes__none")).to_be_visible()
    expect(page.locator(".meter__assumed")).to_contain_text(ASSUMED)
    page.get_by_role("button", name="Regn som vanlig").click()
    page.wait_for_url("**/veivalg?sted=5610")
    expect(page.locator(".meter__assumed")).to_be_empty()
    link = page.get_by_role("link", name="Bygg inn bildet")
    expect(link).not_to_have_attribute("href", re.compile("state="))


def test_a_goal_is_asked_for_again_under_what_is_assumed(desktop: Visit) -> None:
    page = opened(desktop, f"{KARASJOK}&maal=okonomi")
    page.locator(".goal", has_text="Balanse i regnskapet").click()
    expect(page.locator(".way").first).to_be_visible()
    unfold(page)
    with page.expect_response(re.compile(r"/api/v1/ways/5610\.json.*state=nothing")) as answer:
        page.get_by_label("Ingenting", exact=True).check()
    expect(page.locator(".goals__said")).to_have_text(answer.value.json()["text"])


def test_switches_answer_the_keyboard(desktop: Visit) -> None:
    page = opened(desktop, KARASJOK)
    page.locator(".switches summary").press("Enter")
    page.get_by_label("Som i dag", exact=True).press("ArrowDown")
    page.wait_for_url("**use=healthier")
    expect(page.get_by_label("Friskere eldre", exact=True)).to_be_focused()
    expect(page.locator(".meter [role=status]")).to_contain_text("friskere")


def test_a_misspelt_switch_stands_as_usual(desktop: Visit) -> None:
    page = opened(desktop, f"{KARASJOK}&state=tull&alternative=%3Cscript%3E&use=constructor")
    page.wait_for_url("**/veivalg?sted=5610")
    expect(page.locator(".meter__assumed")).to_be_empty()
    assert desktop.problems == []


def test_a_lost_answer_leaves_the_switches_true(desktop: Visit) -> None:
    page = opened(desktop, KARASJOK)
    unfold(page)
    page.route("**/api/v1/choice/**", lambda route: route.abort())
    page.get_by_label("Ingenting", exact=True).click()
    expect(page.locator(".trouble")).to_be_visible()
    expect(page.get_by_label("Som før", exact=True)).to_be_checked()


@needs_axe
def test_axe_finds_nothing_and_nothing_flows_over(phone: Visit) -> None:
    page = opened(phone, f"{KARASJOK}&state=nothing&use=trend&alternative=LLML")
    expect(page.locator(".meter__assumed p")).to_have_count(3)
    expect(page.locator(".meter__assumed p").last).to_contain_text("flere timer, slik det har gått")
    for width in phone.both():
        assert violations(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(
            "[...document.querySelectorAll('.switches *')]"
            ".every((it) => it.getBoundingClientRect().right <= innerWidth)"
        ), f"something of the switches is outside of {width} pixels"
