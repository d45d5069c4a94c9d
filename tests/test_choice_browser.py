"""A councillor's visit to Veivalg, at both widths: levers, goals, undo and a link to share."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Visit

pytestmark = pytest.mark.browser
TINN = "/veivalg?sted=4026"


def opened(visit: Visit, path: str) -> Page:
    """Open Veivalg and wait until the first picture is drawn."""
    page = visit.open(path)
    page.wait_for_selector(".picture .scatterlayer path, .picture .barlayer path")
    return page


def lever(page: Page, name: str, level: int) -> None:
    """Move a lever as a finger or a mouse does."""
    page.locator(f"#spak-{name} .stop[data-level='{level}']").click()


def shown(page: Page) -> dict[str, object]:
    """Return what the page tells of the path that is chosen."""
    told: dict[str, object] = page.evaluate(
        """() => ({
          sentences: document.querySelector(".meter__sentence").textContent,
          gauges: [...document.querySelectorAll(".gauge__words")].map((it) => it.textContent),
          title: document.querySelector(".picture .panel__title").textContent,
          levers: [...document.querySelectorAll(".lever input:checked")].map((it) => it.value),
          changes: [...document.querySelectorAll(".changes__list li")].map((it) => it.textContent),
        })"""
    )
    return told


def test_a_councillor_chooses_a_path_and_shares_it(visit: Visit, browser: Browser) -> None:
    page = visit.open("/veivalg")
    box = page.locator("form.ft-finder input")
    box.press_sequentially("bindal")
    page.locator("form.ft-finder [role=option]", has_text="Bindal").first.click()
    page.wait_for_url("**/veivalg?sted=1811")
    page.wait_for_selector(".picture .scatterlayer path")
    sentence = page.locator(".meter__sentence")
    expect(sentence).to_contain_text("I dagens kurs")

    lever(page, "mestring", 2)
    expect(sentence).to_contain_text("om lag like mange årsverk i 2040 som i dagens kurs")
    expect(page.locator("#spak-mestring .lever__words")).to_contain_text("forebygging")
    page.wait_for_url("**vei=2-me2")
    before = sentence.inner_text()
    lever(page, "heltid", 3)
    expect(sentence).to_contain_text("Mangelen på folk blir")
    expect(page.locator(".changes__list li")).to_have_count(2)

    page.get_by_role("button", name="Angre siste").click()
    expect(sentence).to_have_text(before)
    page.get_by_role("button", name="Angre: Sterkere lenger").click()
    expect(page.locator(".changes__none")).to_be_visible()

    page.locator(".goal", has_text="Balanse i regnskapet").click()
    page.locator(".way .button").first.click()
    expect(page.locator(".goals__said")).to_have_text("Målet er nådd.")
    expect(page.locator(".gauge", has_text="Kronene")).to_contain_text("nok penger")

    told = shown(page)
    context = browser.new_context(viewport=page.viewport_size, locale="nb-NO")
    fresh = context.new_page()
    fresh.goto(page.url)
    fresh.wait_for_selector(".picture .scatterlayer path")
    expect(fresh.locator(".goals__said")).to_have_text("Målet er nådd.")
    assert shown(fresh) == told
    context.close()
    assert visit.problems == []


def test_a_reload_keeps_the_way_back(desktop: Visit) -> None:
    page = opened(desktop, TINN)
    lever(page, "heltid", 1)
    page.wait_for_url("**vei=2-he1")
    lever(page, "mestring", 2)
    page.wait_for_url("**vei=2-he1me2")
    page.reload()
    page.wait_for_selector(".picture .scatterlayer path")
    undo = page.get_by_role("button", name="Angre siste")
    undo.click()
    page.wait_for_url("**vei=2-he1")
    undo.click()
    expect(page.locator(".changes__none")).to_be_visible()
    expect(undo).to_have_attribute("aria-disabled", "true")


def test_a_year_in_the_address_stays_with_its_lever(desktop: Visit) -> None:
    page = opened(desktop, f"{TINN}&vei=2-he231unm")
    expect(page.locator(".changes__list li").first).to_contain_text("fra 2031")
    lever(page, "mestring", 2)
    page.wait_for_url("**vei=2-he231me2unm")
    lever(page, "heltid", 3)
    page.wait_for_url("**vei=2-he331me2unm")
    lever(page, "unge", 0)
    page.wait_for_url("**vei=2-he331me2")
    assert desktop.problems == []


def test_levers_and_pictures_answer_the_keyboard(visit: Visit) -> None:
    page = opened(visit, TINN)
    page.locator("#spak-lenger input:checked").press("ArrowRight")
    page.wait_for_url("**vei=2-le1")
    expect(page.locator("#spak-lenger input[value='1']")).to_be_focused()
    expect(page.locator(".meter [role=status]")).to_contain_text("mangler")
    tab = page.get_by_role("tab", name="Hendene")
    tab.press("ArrowRight")
    expect(page.get_by_role("tab", name="Kronene")).to_be_focused()
    expect(page.locator(".picture .panel__title")).to_contain_text("kroner")
    page.wait_for_url("**bilde=path_kroner**")
    _every_picture_is_reached(page)
    assert visit.problems == []


def _every_picture_is_reached(page: Page) -> None:
    """See that a row that is too long says so at its end, and follows the keys to the last tab."""
    tabs, more = page.get_by_role("tab"), page.locator(".tab-row__more--on")
    overflows = page.locator(".tabs").evaluate("row => row.scrollWidth > row.clientWidth + 2")
    assert more.is_visible() == overflows
    for at in range(2, tabs.count()):
        page.keyboard.press("ArrowRight")
        expect(tabs.nth(at)).to_be_focused()
        expect(tabs.nth(at)).to_be_in_viewport(ratio=0.99)
    expect(more).to_be_hidden()


def test_the_meter_is_in_sight_wherever_a_lever_is_moved(visit: Visit) -> None:
    page = opened(visit, TINN)
    expect(page.locator(".gauge__unit", has_text="per innbygger")).to_be_visible()
    for name in ("lenger", "samarbeid"):
        page.locator(f"#spak-{name}").scroll_into_view_if_needed()
        lever(page, name, 1)
        expect(page.locator(".meter__sentence")).to_be_in_viewport(ratio=0.9)


def test_a_warning_is_followed_with_one_click(desktop: Visit) -> None:
    page = opened(desktop, f"{TINN}&vei=1-lenger3-frivillig3")
    expect(page.locator(".warning").first).to_contain_text("Tenk på dette")
    page.get_by_role("button", name="Følg rådet").first.click()
    page.wait_for_url("**vei=2-le3fr1")
    expect(page.locator(".warning")).to_have_count(0)


def test_nothing_stands_on_anything_else_under_a_warning(desktop: Visit) -> None:
    desktop.page.set_viewport_size({"width": 1280, "height": 720})
    page = opened(desktop, "/veivalg?sted=5610&vei=2-le3fr3")
    expect(page.locator(".warning").first).to_be_visible()
    parts = (".warnings", ".tabs", ".picture .figure", ".panel__foot", ".toolbar")
    for height in (720, 800, 900):
        page.set_viewport_size({"width": 1280, "height": height})
        boxes = [page.locator(part).bounding_box() for part in parts]
        for (upper, above), (lower, below) in pairwise(zip(parts, boxes, strict=True)):
            assert above and below
            ends = above["y"] + above["height"]
            assert ends <= below["y"] + 1, f"{upper} stands on {lower} in a window of {height}"


def test_a_named_path_and_back_again(visit: Visit) -> None:
    page = opened(visit, TINN)
    light = page.get_by_role("button", name="Lys vei", exact=True)
    light.click()
    expect(light).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".paths__text").first).to_contain_text("krafttak")
    expect(page.locator(".changes__list li")).to_have_count(11)
    page.get_by_role("button", name="Nullstill").click()
    expect(page.locator(".meter__sentence")).to_contain_text("I dagens kurs")
    assert "vei=" not in page.url


def test_a_goal_out_of_reach_is_told_honestly(desktop: Visit) -> None:
    page = opened(desktop, f"{TINN}&maal=baereevne")
    expect(page.locator(".goals__said")).to_contain_text("Spakene alene er ikke nok")
    page.locator(".way .button").click()
    expect(page.locator(".goals__said")).to_have_text("Målet er ikke nådd ennå.")


def test_a_broken_link_gives_today_and_a_friendly_note(phone: Visit) -> None:
    page = opened(phone, f"{TINN}&vei=%3Cscript%3E&bilde=tull&maal=tull")
    for width in phone.both():
        expect(page.locator(".paths__note"), str(width)).to_contain_text("Lenken var skadet")
        expect(page.locator(".changes__none"), str(width)).to_be_visible()
    assert phone.problems == []


def test_the_path_comes_along_to_another_place(desktop: Visit) -> None:
    page = opened(desktop, f"{TINN}&vei=1-heltid2")
    page.get_by_text("Bytt sted").click()
    page.locator(".finder__input").press_sequentially("utsira")
    page.get_by_role("option", name="Utsira", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Velg vei på Utsira")
    page.wait_for_url("**/veivalg?sted=1151&vei=2-he2")
    expect(page.locator("#spak-heltid input[value='2']")).to_be_checked()


def test_a_lost_answer_is_said_and_the_levers_stay_true(desktop: Visit) -> None:
    page = opened(desktop, TINN)
    page.route("**/api/v1/choice/**", lambda route: route.abort())
    lever(page, "heltid", 2)
    expect(page.locator(".trouble")).to_be_visible()
    expect(page.locator("#spak-heltid input[value='0']")).to_be_checked()
    page.unroute("**/api/v1/choice/**")
    lever(page, "heltid", 2)
    expect(page.locator(".trouble")).to_be_hidden()
    expect(page.locator("#spak-heltid input[value='2']")).to_be_checked()


def test_the_link_is_copied(desktop: Visit) -> None:
    page = opened(desktop, f"{TINN}&vei=2-he2")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier lenken").click()
    expect(page.locator(".share__said")).to_have_text("Lenken er kopiert.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    told = page.get_by_role("link", name="Les veien som tekst")
    expect(told).to_have_attribute("href", "/vei?sted=4026&vei=2-he2")
    embedded = page.get_by_role("link", name="Bygg inn bildet")
    expect(embedded).to_have_attribute("href", "/bygg-inn?sted=4026&vei=2-he2&figur=path_hands")
    beside = page.get_by_role("link", name="Sammenlign med dagens kurs")
    expect(beside).to_have_attribute("href", "/sammenlign?sted=4026&vei=4026.2~4026.2-he2")
    page = opened(desktop, TINN)
    beside = page.get_by_role("link", name="Sammenlign med dagens kurs")
    expect(beside).to_have_attribute("href", "/sammenlign?sted=4026")


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Les veien som tekst", "Tinn"),
        ("Sammenlign med dagens kurs", ""),
        ("Slik virker den: Hele stillinger", "Hele stillinger"),
    ],
)
def test_the_ways_on_lead_to_pages_that_are_there(desktop: Visit, name: str, heading: str) -> None:
    page = opened(desktop, f"{TINN}&vei=2-he2")
    page.get_by_role("link", name=name).click()
    page.wait_for_url(lambda address: "/veivalg" not in address)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    assert "4026" in page.url
    assert desktop.problems == []
