"""A longer room as it is used: from a step, from a lever, without a script, and by who leads it."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import violations
from tests.test_meeting_browser import somebody

pytestmark = pytest.mark.browser


def open_room(page: Page, site: str) -> tuple[str, str]:
    """Open a room; the address to share, and the facilitator's own."""
    page.goto(f"{site}/innspill")
    page.get_by_label("Hva gjelder det?").fill("Prøvegruppa i Innlandet")
    page.get_by_role("button", name="Åpne").click()
    expect(page.get_by_role("heading", name="Nå er det åpent")).to_be_visible()
    links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
    return links[0], links[1]


def write(page: Page, text: str) -> None:
    """Write a remark about what the form has chosen already."""
    page.get_by_label("Hva vil du si?").fill(text)
    page.get_by_role("button", name="Send innspillet").click()
    expect(page.get_by_text("Innspillet er tatt vare på")).to_be_visible()


def test_a_group_of_municipalities_comments_and_the_facilitator_gathers(
    browser: Browser, site: str
) -> None:
    with somebody(browser, 1280, 900) as leader, somebody(browser, 375, 760) as reader:
        share, own = open_room(leader, site)
        assert not violations(leader)
        code = share.rsplit("/", 1)[1]

        reader.goto(share)
        assert not violations(reader)
        reader.get_by_role("link", name="Fortellingen", exact=True).last.click()
        reader.wait_for_url(re.compile(r"/historie\?.*innspill="))
        reader.goto(f"{site}/historie?sted=5610&innspill={code}#skolen")
        remark = reader.locator("section#skolen .remark")
        expect(remark).to_have_text("Gi innspill")
        remark.click()
        expect(reader.get_by_label("Hva gjelder det?")).to_have_value("steg.2040.skolen")
        expect(reader.get_by_label("For hvilken kommune?")).to_have_value("5610")
        write(reader, "<b>Skolen</b> vår er alt slått sammen.")
        reader.get_by_role("link", name="Tilbake til").click()
        expect(reader.locator("section#skolen .remark")).to_be_visible()

        reader.goto(f"{site}/veivalg?sted=5610&vei=lys-vei&innspill={code}")
        reader.locator("#spak-heltid .remark").click()
        expect(reader.get_by_label("Hva gjelder det?")).to_have_value("spak.heltid")
        write(reader, "Heltid har vi prøvd.")
        back = reader.get_by_role("link", name="Tilbake til").get_attribute("href")
        assert re.fullmatch(
            rf"/veivalg\?sted=5610&vei=2-[a-z0-9]+&innspill={code}#spak-heltid", back or ""
        )

        leader.goto(own)
        expect(leader.get_by_text("To innspill.")).to_be_visible()
        assert "nokkel" not in leader.url
        assert not violations(leader)
        expect(leader.get_by_text("<b>Skolen</b> vår er alt slått sammen.")).to_be_visible()
        leader.get_by_role("button", name="Skjul").first.click()
        expect(leader.get_by_role("button", name="Vis igjen")).to_be_visible()
        with leader.expect_download() as saved:
            leader.get_by_role("button", name="Lagre som Word").click()
        assert saved.value.suggested_filename.endswith("-uten-skjulte.docx")
        leader.locator("summary", has_text="Slett alt").focus()
        leader.keyboard.press("Enter")
        leader.get_by_role("button", name="Ja, slett alt nå").press("Enter")
        expect(leader.get_by_role("heading", name="Alt er slettet")).to_be_visible()
        reader.goto(share)
        expect(reader.get_by_role("alert")).to_contain_text("Ingen innspill samles")


def test_all_of_it_works_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nb-NO")
    page = context.new_page()
    share, own = open_room(page, site)
    room = share.rsplit("/", 1)[1]
    for read, about in (
        ("/historie?sted=0301", "steg.2040.skolen"),
        ("/veivalg?sted=0301", "spak.heltid"),
        ("/kommune?sted=0301", "figur.carers"),
    ):
        page.goto(f"{site}{read}&innspill={room}")
        page.locator(f'a[href="/innspill/{room}?sted=0301&om={about}"]').click()
        expect(page.get_by_label("Hva gjelder det?")).to_have_value(about)
        expect(page.get_by_label("For hvilken kommune?")).to_have_value("0301")
    write(page, "Uten skript.")
    page.reload()
    page.get_by_role("link", name="Det som er sagt til nå").click()
    expect(page.get_by_text("Ett innspill.")).to_be_visible()
    address, secret = own.split("#nokkel=")
    page.goto(address)
    page.get_by_label("Nøkkel").fill(secret)
    page.get_by_role("button", name="Vis innspillene").click()
    page.get_by_role("button", name="Skjul").click()
    page.goto(f"{share}/samlet")
    expect(page.get_by_text("Ingen har sagt noe ennå")).to_be_visible()
    assert not context.cookies()
    context.close()
