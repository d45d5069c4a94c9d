"""A meeting as it is held: one who leads, phones that answer, and one whose network is gone."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import violations

pytestmark = pytest.mark.browser
MEETING = "/mote?sted=5610&lengde=20&sak=tillit,leiligheter"
YES, NO = "[data-answer=yes]", "[data-answer=no]"


@contextmanager
def somebody(browser: Browser, width: int, height: int) -> Iterator[Page]:
    """Open a browser of one's own, that shares nothing with the others."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="nb-NO")
    context.set_default_timeout(10_000)
    page, problems = context.new_page(), list[str]()
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    assert not problems
    assert not context.cookies(), "nobody is known again"
    context.close()


def press_to(page: Page, kind: str) -> None:
    """Press the clicker until a part of a kind is shown."""
    while page.locator(f".ft-slide--shown[data-kind={kind}]").count() == 0:
        page.keyboard.press("PageDown")


def join(phone: Page, site: str, code: str) -> None:
    """Type a code, not as it stands on the wall, and come in."""
    phone.goto(f"{site}/rom")
    phone.get_by_label("Kode").fill(f" {code[:3].lower()} {code[3:]}")
    phone.get_by_role("button", name="Bli med").click()
    expect(phone.get_by_text("Nå ser vi på skjermen")).to_be_visible()


def test_a_room_answers_and_sees_where_that_leads(browser: Browser, site: str) -> None:
    with (
        somebody(browser, 1920, 1080) as screen,
        somebody(browser, 375, 760) as first,
        somebody(browser, 375, 760) as second,
        somebody(browser, 375, 760) as third,
    ):
        screen.goto(site + MEETING)
        screen.get_by_role("button", name="Åpne et rom").click()
        expect(screen.locator("[data-room-code]")).to_have_text(re.compile(r"^\w{4} \w{4}$"))
        code = screen.locator("[data-room-code]").inner_text()
        phones = (first, second, third)
        for phone in phones:
            join(phone, site, code)
        first.get_by_label("gruppe").select_option("youth")

        press_to(screen, "dilemma")
        for phone in phones:
            expect(phone.locator("[data-question=tillit]")).to_be_visible()
        assert not violations(first)
        first.locator(f"[data-question=tillit] {NO}").click()
        first.locator(f"[data-question=tillit] {YES}").click()
        second.locator(f"[data-question=tillit] {YES}").dblclick()
        tab = second.context.new_page()  # a second tab is the same voice
        tab.goto(second.url)
        again = tab.locator(f"[data-question=tillit] {YES}")
        expect(again).to_have_attribute("aria-pressed", "true")
        again.click()
        third.context.set_offline(True)
        third.locator(f"[data-question=tillit] {NO}").click()
        expect(third.get_by_text("ikke kommet fram ennå")).to_be_visible()
        third.context.set_offline(False)
        expect(third.get_by_text("Du svarte: Nei")).to_be_visible()
        expect(screen.get_by_text("3 har svart på telefonen")).to_be_visible()
        screen.locator(".ft-slide--shown [data-hand=no]").fill("2")
        assert first.locator("[data-bars]:visible").count() == 0

        first.get_by_label("Vil du si noe mer?").fill("<b>Hvem</b> betaler?")
        first.get_by_role("button", name="Send").click()
        expect(first.get_by_text("Møtelederen har fått det")).to_be_visible()

        screen.locator("body").click(position={"x": 5, "y": 5})
        press_to(screen, "reveal")
        shown = screen.locator(".ft-slide--shown")
        expect(shown.locator("[data-count=yes]")).to_have_text("2")
        expect(shown.locator("[data-count=no]")).to_have_text("3")
        expect(shown.get_by_text("Flertallet sier nei")).to_be_visible()
        assert not violations(screen)
        for phone in phones:
            expect(phone.locator("[data-question=tillit] [data-bars]")).to_be_visible()
            expect(phone.locator(f"[data-question=tillit] {YES}")).to_be_hidden()
        screen.reload()
        expect(shown.locator("[data-count=no]")).to_have_text("3")

        press_to(screen, "closing")
        screen.get_by_role("button", name="Hent det som ble skrevet").click()
        expect(shown.get_by_text("Egenmelding i ett år: <b>Hvem</b> betaler?")).to_be_visible()
        screen.get_by_role("button", name="Skjul").click()
        expect(screen.get_by_role("button", name="Vis igjen")).to_be_visible()
        screen.get_by_role("button", name="Slett rommet nå").click()
        for phone in phones:
            expect(phone.get_by_text("Rommet er stengt")).to_be_visible()


def test_a_meeting_goes_on_without_a_network_and_without_phones(
    browser: Browser, site: str
) -> None:
    with somebody(browser, 1920, 1080) as screen:
        screen.goto(site + MEETING)
        expect(screen.locator(".ft-timer")).to_contain_text("Tid igjen")
        screen.context.set_offline(True)
        for question, hands in (("tillit", ("12", "8")), ("leiligheter", ("3", "4"))):
            press_to(screen, "dilemma")
            shown = screen.locator(f".ft-slide--shown[data-question={question}]")
            for answer, count in zip(("yes", "no"), hands, strict=True):
                shown.locator(f"[data-hand={answer}]").fill(count)
            screen.locator("body").click(position={"x": 5, "y": 5})
            screen.keyboard.press("ArrowRight")
            expect(shown.locator("[data-count=yes]")).to_have_text(hands[0])
        press_to(screen, "path")
        shown = screen.locator(".ft-slide--shown")
        expect(shown.locator("[data-of=tillit]")).to_contain_text("Ja")
        expect(shown.locator("[data-end] li")).to_have_count(3)
        press_to(screen, "closing")
        protocol = shown.locator("[data-protocol=txt]").get_attribute("href") or ""
        assert parse_qs(urlsplit(protocol).query)["svar"] == ["tillit.12.8.0~leiligheter.3.4.0"]
        screen.context.set_offline(False)
        told = screen.request.get(site + protocol).text()
        assert "12 ja, 8 nei" in told
        way = shown.locator("a[data-way]").get_attribute("href") or ""
        assert way in told
