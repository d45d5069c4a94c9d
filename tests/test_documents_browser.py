"""The documents in a real browser, at both widths: whole, quiet, usable by keyboard, printable."""

import pytest
from playwright.sync_api import expect

from tests.conftest import Visit

pytestmark = pytest.mark.browser
PAGES = [
    "/vei?sted=3415&vei=lys-vei",
    "/vei?sted=1151&vei=tull",
    "/spill?sted=3201&spill=1-418-kujutjlen.tojkojtsn",
    "/spaker?sted=3209",
    "/spak/flytt?sted=3209",
    "/sammenlign?sted=3201&vei=lys-vei~mork-vei",
    "/sammenlign?vei=3209.1-heltid2~1151.1-lenger2",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_document_is_quiet_and_fits(phone: Visit, path: str) -> None:
    page = phone.open(path)
    for width in phone.both():
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1:visible").count() == 1, width
        # A hundred that lives is drawn anew by its script; all others are shown in one size.
        still = page.locator(".ft-picture:not([data-lived])")
        drawn = still.locator("[role=img] > div > svg:visible")
        assert drawn.count() == still.count(), width
        living = page.locator(".ft-picture[data-lived]").all()
        assert all(each.locator("svg:visible").count() >= 1 for each in living), width
    assert phone.problems == []


def test_a_told_path_is_copied_as_text(desktop: Visit) -> None:
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desktop.open("/vei?sted=5610&vei=lys-vei")
    control = page.get_by_role("link", name="Kopier som tekst")
    control.click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()").startswith("Lys vei: Karasjok mot 2040")
    page.get_by_role("button", name="Kopier lenken").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text === location.href)")


def test_a_councillor_compares_with_a_neighbour_and_shares_it(desktop: Visit) -> None:
    page = desktop.open("/vei?sted=3209&vei=lys-vei")
    page.get_by_role("link", name="Sammenlign med").click()
    box = page.get_by_role("searchbox", name="«Dagens kurs»: et annet sted")
    box.press_sequentially("utsira")
    page.locator("form.ft-finder [role=option]", has_text="Utsira").first.click()
    expect(page.locator("h1")).to_have_text("Ullensaker med «Lys vei» – Utsira med «Dagens kurs»")
    page.get_by_role("link", name="Bytt sider").click()
    expect(page.locator("h1")).to_have_text("Utsira med «Dagens kurs» – Ullensaker med «Lys vei»")
    shared = page.url
    page.goto(shared)
    expect(page.locator("h1")).to_have_text("Utsira med «Dagens kurs» – Ullensaker med «Lys vei»")
    assert desktop.problems == []


def test_a_lever_is_found_for_another_place_by_keyboard(visit: Visit) -> None:
    page = visit.open("/spak/heltid")
    box = page.locator("form.ft-finder input[type=search]")
    box.press_sequentially("karasj")
    page.wait_for_selector("form.ft-finder [role=option]")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/spak/heltid?sted=*")
    expect(page.locator("caption").first).to_contain_text("Karasjok")


def test_paper_gets_the_text_and_not_the_controls(desktop: Visit) -> None:
    page = desktop.open("/vei?sted=3415&vei=lys-vei")
    page.emulate_media(media="print")
    for hidden in (".ft-nav", ".ft-tools", ".ft-onward", ".ft-other-place", ".ft-footer"):
        assert page.locator(hidden).first.is_hidden()
    assert page.locator("#usikkert p").first.is_visible()
