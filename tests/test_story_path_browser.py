"""The fork in the story in a real browser: choose, read that future, carry it on, come back."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from framtid.answers import as_data
from framtid.pathways.codec import decode
from framtid.stories import tell
from tests.axe import needs_axe, violations
from tests.conftest import Visit
from tests.story_reading import go_on, open_story, plain, scroll_to_step, traffic

pytestmark = pytest.mark.browser
LEVERS = "spakene"


def told(code: str, way: str) -> dict[str, Any]:
    return as_data(tell("2040", code, "nb", decode(way)))


def check_step(page: Page, document: dict[str, Any], name: str) -> None:
    """Check that a step is lit and that its text and figure are the document's."""
    step = next(step for step in document["steps"] if step["id"] == name)
    frame = document["views"][step["view"]]["frames"][step["frame"]]
    section = page.locator(f"section#{name}")
    expect(section).to_have_attribute("aria-current", "step")
    expect(section.locator(".step__heading")).to_have_text(step["heading"])
    assert plain(step["html"]) in plain(section.inner_html())
    expect(page.locator(".panel__title")).to_have_text(frame["title"])
    expect(page.get_by_role("img", name=frame["alt"])).to_be_visible()


def choose(page: Page, title: str) -> None:
    page.locator("section#velg").get_by_role("button", name=title).click()


def pick(page: Page, lever: str, level: str) -> None:
    page.get_by_role("group", name=lever).get_by_role("radio", name=level).check()


def test_the_reader_chooses_and_the_steps_that_follow_tell_that_future(visit: Visit) -> None:
    page = open_story(visit, "3209", "velg")
    page.wait_for_load_state("networkidle")
    asked = traffic(page)
    choose(page, "Mørk vei")
    document = told("3209", "mork-vei")
    check_step(page, document, "spakene")
    expect(page.locator("section#spakene")).to_be_focused()
    expect(page).to_have_url(re.compile(r"sted=3209&vei=mork-vei#spakene$"))
    assert len(asked()) == 1, "a choice asks for one document and no more"
    for name in ("dagen", "pengene", "ventetiden"):
        go_on(page)
        check_step(page, document, name)
    assert len(asked()) == 1, "a step asks for nothing"
    assert visit.problems == []


def test_scrolling_leads_to_the_fork_and_on_along_the_path(desktop: Visit) -> None:
    document = told("5610", "lys-vei")
    page = open_story(desktop, "5610", "spennet")
    page.mouse.move(200, 500)
    order = [step["id"] for step in document["steps"]]
    scroll_to_step(page, order.index("velg") + 1, document["steps"][order.index("velg")])
    choose(page, "Lys vei")
    check_step(page, document, "spakene")
    for name in order[order.index("dagen") :]:
        position = order.index(name)
        scroll_to_step(page, position + 1, document["steps"][position])
        check_step(page, document, name)
    assert desktop.problems == []


def test_levers_are_pulled_and_the_sum_changes(visit: Visit) -> None:
    page = open_story(visit, "0301", LEVERS)
    pick(page, "Hele stillinger", "Omstilling")
    expect(page).to_have_url(re.compile("vei=2-he3#spakene$"))
    check_step(page, told("0301", "2-he3"), LEVERS)
    pick(page, "Slippe de unge til", "Mindre")
    expect(page).to_have_url(re.compile("vei=2-he3unm#spakene$"))
    check_step(page, told("0301", "2-he3unm"), LEVERS)
    expect(page.get_by_role("group", name="Hele stillinger")).to_contain_text(
        "Like stor framgang som fra 2014 til 2023, en gang til"
    )
    page.get_by_role("button", name="Se framtida dere valgte").click()
    check_step(page, told("0301", "2-he3unm"), "dagen")
    expect(page).to_have_url(re.compile("vei=2-he3unm#dagen$"))
    page.get_by_role("button", name="Forrige").click()
    group = page.get_by_role("group", name="Hele stillinger")
    expect(group.get_by_role("radio", name="Omstilling")).to_be_checked()
    assert visit.problems == []


def test_what_the_levers_come_to_stays_in_sight_and_covers_no_lever_in_use(visit: Visit) -> None:
    page = open_story(visit, "1577", LEVERS)
    free = """() => {
      const box = (one) => document.querySelector(one).getBoundingClientRect();
      const held = document.activeElement.closest("label").getBoundingClientRect();
      const result = box(".choice__result");
      return result.top >= 0 && result.bottom <= held.top && held.bottom <= box(".rail").top;
    }"""
    for lever in page.locator(f"#{LEVERS} .lever").all():
        page.keyboard.press("Tab")
        lever.get_by_role("radio").first.focus()
        page.wait_for_function(free)


def test_the_path_goes_with_the_link_to_veivalg(visit: Visit) -> None:
    page = visit.open("/historie?sted=1580&vei=lys-vei#begynner-na")
    link = page.get_by_role("link", name="Ta med valget til Veivalg")
    expect(link).to_have_attribute("href", "/veivalg?sted=1580&vei=lys-vei")
    link.click()
    page.wait_for_url("**/veivalg?sted=1580&vei=lys-vei**")
    expect(
        page.get_by_role("radio", name="Lys vei").or_(page.get_by_text("Lys vei")).first
    ).to_be_visible()


def test_a_shared_address_opens_the_same_future(visit: Visit) -> None:
    page = visit.open("/historie?sted=1580&vei=1-heltid2-hjemme3#anna")
    check_step(page, told("1580", "2-he2hj3"), "dagen")
    assert visit.problems == []


def test_the_path_stays_when_the_place_changes(desktop: Visit) -> None:
    page = desktop.open("/historie?vei=mork-vei")
    page.locator("section#lenger").get_by_role("combobox").press_sequentially("utsi", delay=20)
    page.get_by_role("option", name="Utsira").first.click()
    expect(page).to_have_url(re.compile("vei=mork-vei&sted=1151#"))
    heading = next(s["heading"] for s in told("1151", "mork-vei")["steps"] if s["id"] == "pengene")
    expect(page.locator("section#pengene .step__heading")).to_have_text(heading)


def test_a_broken_path_says_so_where_one_chooses(desktop: Visit) -> None:
    page = desktop.open("/historie?sted=3209&vei=%3Cscript%3E#velg")
    expect(page.locator("section#velg")).to_contain_text("Lenken var skadet")
    assert desktop.problems == []


def test_the_fork_can_be_taken_with_the_keyboard_alone(desktop: Visit) -> None:
    desktop.page.emulate_media(reduced_motion="reduce")
    page = open_story(desktop, "3209", LEVERS)
    first = page.get_by_role("group", name="Hele stillinger").get_by_role("radio", name="I dag")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("vei=2-he1#spakene$"))
    group = page.get_by_role("group", name="Hele stillinger")
    expect(group.get_by_role("radio", name="Et skritt")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("vei=2-he2#spakene$"))
    expect(group.get_by_role("radio", name="Krafttak")).to_be_focused()
    expect(page.locator(f"section#{LEVERS}")).to_have_attribute("aria-current", "step")
    page.keyboard.press("Enter")
    check_step(page, told("3209", "2-he2"), "dagen")
    expect(page.locator("section#dagen")).to_be_focused()


def test_the_article_goes_on_along_the_path_too(visit: Visit) -> None:
    page = visit.open("/historie?sted=3209&som=artikkel#velg")
    choose(page, "Lys vei")
    document = told("3209", "lys-vei")
    step = next(step for step in document["steps"] if step["id"] == LEVERS)
    section = page.locator(f"section#{LEVERS}")
    expect(section).to_be_focused()
    expect(section.locator(".step__heading")).to_have_text(step["heading"])
    frame = document["views"][step["view"]]["frames"][step["frame"]]
    expect(section.locator(".panel__title")).to_have_text(frame["title"])
    expect(section).to_be_in_viewport()
    assert visit.problems == []


def test_a_choice_that_cannot_be_fetched_can_be_tried_again(desktop: Visit) -> None:
    page = open_story(desktop, "3209", "velg")
    page.route("**/api/v1/stories/**path=lys-vei", lambda route: route.abort())
    choose(page, "Lys vei")
    again = page.locator("section#velg").get_by_role("button", name="Prøv igjen")
    expect(again).to_be_visible()
    page.unroute("**/api/v1/stories/**path=lys-vei")
    again.click()
    expect(page.locator(f"section#{LEVERS}")).to_be_focused()


@needs_axe
def test_axe_finds_nothing_at_the_fork_and_at_each_kind_of_step(phone: Visit) -> None:
    phone.page.emulate_media(reduced_motion="reduce")
    page = phone.open("/historie?sted=3209&vei=lys-vei#velg")
    for width in phone.both():
        for step in ("velg", "spakene", "gjett", "du", "dagen", "forsiden"):
            page.goto(page.url.partition("#")[0] + f"#{step}")
            expect(page.locator(f"section#{step}")).to_be_in_viewport()
            assert violations(page) == [], (width, step)
    phone.page.set_viewport_size({"width": 375, "height": 760})
    page = phone.open("/historie?sted=3209&vei=lys-vei&som=artikkel#spakene")
    for width in phone.both():
        assert violations(page) == [], width
