"""A meeting as it is held: one who leads, phones that answer, and one whose network is gone."""

import io
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

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
    page.on("pageerror", lambda error: problems.append(str(error.stack or error)))
    yield page
    assert not problems
    assert not context.cookies(), "nobody is known again"
    context.close()


def press_to(page: Page, kind: str) -> None:
    """Press the clicker until a part of a kind is shown."""
    while page.locator(f".ft-slide--shown[data-kind={kind}]").count() == 0:
        page.keyboard.press("PageDown")


def press_back_to(page: Page, kind: str) -> None:
    """Press the clicker back until a part of a kind is shown."""
    while page.locator(f".ft-slide--shown[data-kind={kind}]").count() == 0:
        page.keyboard.press("PageUp")


def join(phone: Page, site: str, code: str) -> None:
    """Type a code, not as it stands on the wall, and come in."""
    phone.goto(f"{site}/rom")
    phone.get_by_label("Kode").fill(f" {code[:3].lower()} {code[3:]}")
    phone.get_by_role("button", name="Bli med").click()
    expect(phone.get_by_text("Nå ser vi på skjermen")).to_be_visible()


def delete(screen: Page) -> None:
    """Delete the room, which is asked twice."""
    sure = screen.get_by_role("button", name="Ja, slett rommet nå")
    expect(sure).to_be_hidden()
    screen.locator(".ft-slide--shown summary", has_text="Slett rommet").press("Space")
    sure.click()


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

        write(first)

        press_to(screen, "reveal")  # a clicker turns from within the field
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

        ask_again(screen, phones)
        with somebody(browser, 1280, 800) as leader:
            lead_from_elsewhere(leader, screen, site)
        end(screen, phones)
        screen.get_by_role("button", name="Hent det som ble skrevet").click()
        expect(shown.get_by_text("Egenmelding i ett år: <b>Hvem</b> betaler?")).to_be_visible()
        screen.get_by_role("button", name="Skjul").click()
        expect(screen.get_by_role("button", name="Vis igjen")).to_be_visible()
        save_with_what_was_written(screen)
        renew(screen)
        close(screen, phones)
        begin_with_a_new_room(screen, second, site)


def write(phone: Page) -> None:
    """Write without a network: it is sent again by itself."""
    phone.get_by_label("Vil du si noe mer?").fill("<b>Hvem</b> betaler?")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("[data-comment]")).to_contain_text("ikke kommet fram ennå")
    phone.context.set_offline(False)
    expect(phone.get_by_text("Møtelederen har fått det")).to_be_visible()


def letters_are_keys(screen: Page) -> None:
    """Open the notes and shut them, after a button that is gone when it has been pressed."""
    for pressed in ("true", "false"):
        screen.keyboard.press("n")
        notes = screen.get_by_role("button", name="Møteleders notater")
        expect(notes).to_have_attribute("aria-pressed", pressed)


def ask_again(screen: Page, phones: tuple[Page, ...]) -> None:
    """Go back after one click too many: the question is asked again, and nothing is lost."""
    shown = screen.locator(".ft-slide--shown")
    press_back_to(screen, "dilemma")
    for phone in phones:
        expect(phone.locator(f"[data-question=tillit] {YES}")).to_be_visible()
        assert phone.locator("[data-bars]:visible").count() == 0
    first, _, third = phones
    chosen = first.locator(f"[data-question=tillit] {YES}")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(screen.get_by_text("3 har svart på telefonen")).to_be_visible()
    third.locator(f"[data-question=tillit] {YES}").click()
    expect(third.get_by_text("Du svarte: Ja")).to_be_visible()
    press_to(screen, "reveal")
    expect(shown.locator("[data-count=yes]")).to_have_text("3")
    expect(shown.locator("[data-count=no]")).to_have_text("2")
    for phone in phones:
        expect(phone.locator("[data-tally]:visible")).to_contain_text("Bare svarene fra")
    result_without_phones(screen)


def result_without_phones(screen: Page) -> None:
    """Lose the network before a result is shown: it says who is missing, and what they changed."""
    shown = screen.locator(".ft-slide--shown")
    late = shown.locator("[data-late]")
    press_back_to(screen, "dilemma")
    screen.context.set_offline(True)
    press_to(screen, "reveal")
    expect(shown.get_by_text("Flertallet sier nei")).to_be_visible()
    expect(late).to_contain_text("Svar fra telefonene mangler ennå")
    screen.context.set_offline(False)
    expect(shown.get_by_text("Flertallet sier ja")).to_be_visible()
    expect(late).to_contain_text("endret resultatet")


OWN = "() => JSON.parse(sessionStorage.getItem(`ft-meeting-room:${location.search}`))"


def lead_from_elsewhere(leader: Page, screen: Page, site: str) -> None:
    """Follow the leader's own link: the hands of the wall are there, and it leads the wall."""
    room = screen.evaluate(OWN)
    leader.goto(f"{site}{MEETING}#nokkel={room['code']}.{room['secret']}")
    mine, wall = leader.locator(".ft-slide--shown"), screen.locator(".ft-slide--shown")
    expect(mine.locator("[data-count=no]")).to_have_text("2")
    expect(mine.locator(".ft-notes")).to_be_visible()
    expect(leader.locator(".ft-next")).to_contain_text("Neste: ")
    assert screen.locator(".ft-notes:visible, .ft-next:visible").count() == 0, "the wall is for all"
    press_back_to(leader, "dilemma")
    expect(wall).to_have_attribute("data-kind", "dilemma")
    expect(mine.locator("[data-hand=no]")).to_have_value("2")
    mine.locator("[data-hand=blank]").fill("4")
    expect(wall.locator("[data-hand=blank]")).to_have_value("4")
    leader.set_viewport_size({"width": 1280, "height": 400})  # the notes are below the edge
    leader.keyboard.press("PageDown")
    expect(mine).to_have_attribute("data-kind", "reveal")
    expect(mine.locator(".ft-notes")).to_be_in_viewport()
    expect(wall.locator("[data-count=blank]")).to_have_text("4")
    for page in (leader, screen):
        protocol = page.locator("a[data-protocol=txt]").get_attribute("href") or ""
        assert parse_qs(urlsplit(protocol).query)["svar"] == ["tillit.3.2.4"]


def sleep_for_an_hour(screen: Page, phone: Page) -> None:
    """Let a phone sleep while the wall goes on: it wakes where the meeting is, and too late."""
    press_to(screen, "dilemma")
    section = phone.locator("[data-question=leiligheter]")
    expect(section).to_be_visible()
    phone.context.set_offline(True)
    press_to(screen, "reveal")
    section.locator(YES).click()  # what stands on its screen from before
    phone.clock.install()
    phone.clock.fast_forward("01:00:00")
    phone.context.set_offline(False)
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(section.locator("[data-bars]")).to_be_visible()
    expect(section.locator(YES)).to_be_hidden()
    expect(screen.locator(".ft-slide--shown [data-count=yes]")).to_have_text("0")


def save_with_what_was_written(screen: Page) -> None:
    """Save every file that has it: no address holds the secret."""
    for name, file in (
        ("Protokoll i Word", "/mote/protokoll.docx"),
        ("Protokoll som PDF", "/mote/protokoll.pdf"),
        ("Bare det som ble skrevet (Excel)", "/mote/skrevet.csv"),
    ):
        with screen.context.expect_event(
            "response", lambda answer, file=file: urlsplit(answer.url).path == file
        ) as told:
            screen.get_by_role("button", name=name).click()
        assert told.value.status == 200
        assert "hemmelig" not in told.value.url
        assert "no-store" in told.value.headers["cache-control"]


def renew(screen: Page) -> None:
    """Make a new secret by keyboard: it is asked first, and the focus stays where it was asked."""
    asked = screen.locator(".ft-slide--shown summary", has_text="Lag ny lenke")
    sure = screen.get_by_role("button", name="Ja, lag ny lenke nå")
    expect(sure).to_be_hidden()
    asked.press("Enter")
    sure.press("Enter")
    expect(screen.locator(".ft-slide--shown").get_by_text("Den gamle virker ikke")).to_be_visible()
    expect(sure).to_be_hidden()
    expect(asked).to_be_focused()


def end(screen: Page, phones: tuple[Page, ...]) -> None:
    """Come to the end, one phone asleep on the way: the phones have the link of the wall."""
    sleep_for_an_hour(screen, phones[-1])
    shown = screen.locator(".ft-slide--shown")
    press_to(screen, "closing")
    expect(shown.locator("[data-result] img")).to_be_visible()
    way = shown.locator("[data-result] a[data-way]").get_attribute("href")
    for phone in phones:
        link = phone.get_by_role("link", name="Les 2040, slik dere valgte")
        expect(link).to_have_attribute("href", way or "")
        assert phone.get_by_text("Spørsmålene kommer hit").is_hidden()


def close(screen: Page, phones: tuple[Page, ...]) -> None:
    """Delete the room: the phones have nothing more to send."""
    shown = screen.locator(".ft-slide--shown")
    delete(screen)
    for phone in phones:
        expect(phone.get_by_text("Rommet er stengt")).to_be_visible()
        expect(phone.get_by_label("Vil du si noe mer?")).to_be_hidden()
    expect(shown.get_by_text("Rommet er slettet")).to_be_visible()
    assert screen.locator("[data-comments] li").count() == 0, "no text is left"
    assert (
        shown.locator("button:visible, [data-result]:visible, [data-protocol]:visible").count() == 0
    )
    letters_are_keys(screen)


def begin_with_a_new_room(screen: Page, phone: Page, site: str) -> None:
    """Open another room from the same tab: it remembers nothing of the one before."""
    screen.keyboard.press("Home")
    screen.get_by_role("button", name="Åpne et rom").click()
    code = screen.locator("[data-room-code]")
    expect(code).to_have_text(re.compile(r"^\w{4} \w{4}$"))
    letters_are_keys(screen)
    join(phone, site, code.inner_text())
    expect(screen.get_by_text("1 har blitt med")).to_be_visible()
    assert screen.locator(".ft-timer:visible").count() == 0
    press_to(screen, "dilemma")
    assert screen.locator(".ft-slide--shown [data-hand=no]").input_value() == "0"
    phone.locator(f"[data-question=tillit] {YES}").click()
    expect(screen.get_by_text("1 har svart på telefonen")).to_be_visible()


LONG = "/mote?sted=5610&lengde=120&sak=tillit,leiligheter"
STANDS = ("yes", "yes", "yes", "yes", "no", "blank")


def answer(phones: list[Page], section: str, stands: tuple[str, ...] = STANDS) -> None:
    """Let each phone answer a question, some of them twice."""
    for number, (phone, stand) in enumerate(zip(phones, stands, strict=True)):
        button = phone.locator(f"{section} [data-answer={stand}]")
        expect(button).to_be_visible()
        button.dblclick() if number % 2 else button.click()
        expect(phone.locator(f"{section} [data-said]")).to_contain_text("Du svarte")


def test_a_whole_meeting_with_six_phones(browser: Browser, site: str) -> None:
    with ExitStack() as everybody:
        screen = everybody.enter_context(somebody(browser, 1920, 1080))
        phones = [everybody.enter_context(somebody(browser, 375, 760)) for _ in STANDS]
        screen.goto(site + LONG)
        screen.get_by_role("button", name="Åpne et rom").click()
        expect(screen.locator("[data-room-code]")).to_have_text(re.compile(r"^\w{4} \w{4}$"))
        code = screen.locator("[data-room-code]").inner_text()
        for phone in phones:
            join(phone, site, code)
            phone.get_by_label("gruppe").select_option("youth")
        take_stands(screen, phones)
        set_levers(screen, phones)
        press_to(screen, "councils")
        leader = everybody.enter_context(somebody(browser, 1280, 800))
        play_councils(screen, phones, leader, site)
        press_to(screen, "closing")
        shown = screen.locator(".ft-slide--shown")
        protocol = shown.locator("[data-protocol=txt]").get_attribute("href") or ""
        told = screen.request.get(site + protocol).text()
        assert told.count("– Ungdomsråd: 4 ja, 1 nei, 1 vet ikke") == 2
        assert "Seks satte spakene." in told
        assert "– Ungdomsråd (6): " in told
        assert "HVA KOMMUNESTYRENE I SPILLET BESTEMTE" in told
        delete(screen)
        for phone in phones:
            expect(phone.get_by_text("Rommet er stengt")).to_be_visible()


def take_stands(screen: Page, phones: list[Page]) -> None:
    """Ask both dilemmas, and show how the room and its groups spread."""
    shown = screen.locator(".ft-slide--shown")
    for question in ("tillit", "leiligheter"):
        press_to(screen, "dilemma")
        answer(phones, f"[data-question={question}]")
        expect(shown.get_by_text("6 har svart på telefonen")).to_be_visible()
        screen.keyboard.press("PageDown")
        expect(shown.locator("[data-count=yes]")).to_have_text("4")
        expect(shown.locator("[data-groups] li")).to_have_text(
            ["Ungdomsråd: 4 ja, 1 nei, 1 vet ikke"]
        )


LEVER = r"[a-z]{2}[m\d]"
SET = "all => all.some(({ value }) => value !== '')"


def set_levers(screen: Page, phones: list[Page]) -> None:
    """Let all set a lever, one of them twice, and show the path in the middle and the groups'."""
    shown = screen.locator(".ft-slide--shown")
    press_to(screen, "levers")
    for number, phone in enumerate(phones):
        section = phone.locator("[data-question=levers]")
        expect(section).to_be_visible()
        assert section.locator("select").evaluate_all(SET), "where the room's answers led"
        section.get_by_label("Hele stillinger").select_option("he3" if number < 3 else "he1")
        section.get_by_role("button", name="Send spakene mine").click()
        expect(section.get_by_text("Spakene dine er sendt")).to_be_visible()
    assert not violations(phones[0])
    phones[5].get_by_label("Hele stillinger").select_option("")
    phones[5].get_by_role("button", name="Send spakene mine").click()
    expect(shown.get_by_text("6 har svart på telefonen")).to_be_visible()
    assert screen.locator("[data-spread-shown]:visible").count() == 0
    screen.keyboard.press("PageDown")
    expect(shown.get_by_text("6 har satt spakene")).to_be_visible()
    lever = shown.locator("tbody tr", has_text="Hele stillinger").locator("td")
    expect(lever).to_have_text(["", "1", "2", "", "3"])
    expect(shown.locator("[data-spread-end] li")).to_have_count(3)
    expect(shown.locator("[data-spread-groups] dt")).to_have_text(["Ungdomsråd (6)"])
    way = shown.locator("a[data-spread-way]").get_attribute("href")
    chosen = (screen.locator("[data-path] a[data-way]").get_attribute("href") or "").split("-")[1]
    assert way, "of two in the middle the one that is nearer today, and the rest where they began"
    assert sorted(re.findall(LEVER, way.split("-")[1])) == sorted(re.findall(LEVER, f"{chosen}he1"))
    assert not violations(screen)
    for phone in phones:
        expect(phone.get_by_text("Se på skjermen hvordan rommet satte")).to_be_visible()


def play_councils(screen: Page, phones: list[Page], leader: Page, site: str) -> None:
    """Let the phones decide the first council's three cases, and the majority be played.

    Who leads from another machine has the game open meanwhile, and it follows the wall's.
    """
    shown = screen.locator(".ft-slide--shown")
    room = screen.evaluate(OWN)
    leader.goto(f"{site}{LONG}#nokkel={room['code']}.{room['secret']}")
    theirs = leader.frame_locator("[data-council-frame]")
    expect(theirs.get_by_role("link", name="Ta plass").first).to_be_visible(timeout=30_000)
    game = screen.frame_locator("[data-council-frame]")
    game.get_by_role("link", name="Ta plass").first.click(timeout=30_000)
    for stands in (STANDS, ("no", "no", "no", "yes", "yes", "blank"), STANDS):
        case = game.locator("[data-case]")
        expect(case).to_be_visible()
        name, number = case.get_attribute("data-case"), case.get_attribute("data-number")
        expect(theirs.locator(f'[data-case="{name}"]')).to_be_visible()
        section = f'[data-question="{number}.{name}"]'
        answer(phones, section, stands)
        screen.get_by_role("button", name="Vis hva rommet svarte").click()
        expect(shown.locator("[data-count=yes]")).to_have_text(str(stands.count("yes")))
        expect(phones[0].locator(f"{section} [data-bars]")).to_be_visible()
        screen.get_by_role("button", name="Gjør som flertallet").click()
        expect(game.locator(f'[data-case="{name}"]')).to_have_count(0)
    expect(game.locator("[data-part=years]")).to_be_visible()
    expect(theirs.locator("[data-part=years]")).to_be_visible()
    expect(shown.get_by_text("Trykk deg videre i spillet")).to_be_visible()
    play_without_a_network(screen)
    screen.locator("h2:visible").click()


def play_without_a_network(screen: Page) -> None:
    """Let the second council lose its network, be finished by hands, and stand after a reload."""
    shown, game = screen.locator(".ft-slide--shown"), screen.frame_locator("[data-council-frame]")
    game.locator(".ft-go [data-step]").click()
    expect(game.locator('[data-case][data-number="1"]')).to_be_visible()
    at = "/spill" + screen.frames[1].evaluate("location.search")
    expect(screen.locator("html")).to_have_attribute("data-ahead", at, timeout=30_000)
    laid = screen.locator("[data-council-years]")
    begun = "-".join(parse_qs(urlsplit(at).query)["spill"][0].split("-")[:2])
    expect(laid).to_have_attribute("data-years-of", begun, timeout=60_000)
    screen.context.set_offline(True)
    for _ in range(3):
        name = game.locator("[data-case]").get_attribute("data-case")
        game.locator("[data-refused]").click()
        expect(game.locator(f'[data-case="{name}"]')).to_have_count(0)
    expect(game.locator("[data-part=years]")).to_be_visible()
    expect(shown.get_by_text("Deretter kan dere gå videre uten spillet")).to_be_visible()
    screen.reload()
    expect(game.locator("[data-part=years]")).to_be_visible()
    game.locator(".ft-go [data-step]").click()
    expect(game.locator("[data-part=years]")).to_be_visible()
    decide_from_memory(screen, first=3)
    screen.context.set_offline(False)
    expect(game.locator("[data-part=finale]")).to_be_visible(timeout=30_000)


def decide_from_memory(screen: Page, first: int) -> None:
    """Let the councils that are left decide without a network, a reload on the way."""
    shown = screen.locator(".ft-slide--shown")
    shown.get_by_role("button", name="Gå videre uten nett").click()
    number, title = shown.locator("[data-memory-number]"), shown.locator("[data-memory-title]")
    expect(number).to_have_text(f"Kommunestyre {first} av 4")
    yes, no = shown.locator("[data-memory-yes]"), shown.locator("[data-memory-no]")
    answered, years = 0, set[int]()
    while no.is_visible():
        before = title.inner_text()
        (yes if answered % 3 == 0 and yes.is_visible() else no).click()
        expect(title).not_to_have_text(before)
        answered += 1
        if answered == 2:
            before = title.inner_text()
            screen.reload()
            shown.get_by_role("button", name="Gå videre uten nett").click()
            expect(title).to_have_text(before)
        told = shown.locator("[data-memory-years] li")
        if told.is_visible() and (told.inner_text().startswith("Per 1. januar 2031")):
            expect(told).to_have_text(re.compile(r"Hender: .+ årsverk · Kroner: .+ · Utenfor: \d"))
            years.add(2031)
    assert answered >= 2 * (5 - first)
    assert first > 2 or years, "the figures of the years that were laid by are told"
    expect(shown.locator("[data-memory-years] li")).to_contain_text("Per 1. januar 2040: Hender: ")
    expect(title).to_have_text(re.compile("Alle kommunestyrene har bestemt"))
    assert not violations(screen)


SPREAD = """document.dispatchEvent(new CustomEvent("ft-room", { detail: { turn: 0, tallies: {},
  asked: null, answered: 0, joined: 3, spread: { many: 3, way: "2-he1", groups: {},
  levers: { heltid: [0, 0, 3, 0, 0] } } } }))"""
"""The last that the wall hears of its room before the network is gone: how three set the levers."""


def test_the_councils_are_played_to_the_end_when_the_network_is_lost_before_they_begin(
    browser: Browser, site: str
) -> None:
    with somebody(browser, 1920, 1080) as screen:
        screen.goto(f"{site}/mote?sted=5610&lengde=120")
        expect(screen.locator("html")).to_have_attribute("data-offline", "ready")
        laid = screen.locator("[data-council-years]")
        expect(laid).to_have_attribute("data-years-of", "1-1", timeout=60_000)
        screen.context.set_offline(True)
        screen.reload()
        screen.evaluate(SPREAD)
        press_to(screen, "spread")
        end = screen.locator("[data-spread-end] li")
        expect(end).to_have_text(["Nettet er borte. 2040 regnes ut når det er tilbake."])
        press_to(screen, "councils")
        decide_from_memory(screen, first=1)
        press_to(screen, "closing")
        protocol = screen.locator("[data-protocol=txt]").get_attribute("href") or ""
        assert parse_qs(urlsplit(protocol).query)["spill"][0].count(".") == 4
        paper = printed(screen)
        for said in (
            "Spakene, slik midten ble",
            "Hva kommunestyrene i spillet bestemte",
            "2035–2039. ",
        ):
            assert said in paper
        press_back_to(screen, "councils")
        screen.context.set_offline(False)
        game = screen.frame_locator("[data-council-frame]")
        expect(game.locator("[data-part=finale]")).to_be_visible(timeout=30_000)
        expect(game.locator(".ft-note")).to_have_count(0)
        press_back_to(screen, "spread")
        expect(end).to_have_count(3)


def test_a_game_that_is_open_and_has_not_begun_goes_on_without_a_network(
    browser: Browser, site: str
) -> None:
    """Its first page leads nowhere then: the wall offers the way on."""
    with somebody(browser, 1920, 1080) as screen:
        screen.goto(f"{site}/mote?sted=5610&lengde=120")
        laid = screen.locator("[data-council-years]")
        expect(laid).to_have_attribute("data-years-of", "1-1", timeout=60_000)
        press_to(screen, "councils")
        game = screen.frame_locator("[data-council-frame]")
        offer = screen.get_by_role("button", name="Gå videre uten nett")
        expect(game.locator("[data-part=start]")).to_be_visible()
        expect(offer).to_be_hidden()
        screen.context.set_offline(True)
        offer.click()
        expect(screen.locator("[data-memory-number]")).to_have_text("Kommunestyre 1 av 4")


def test_a_meeting_goes_on_without_a_network_and_without_phones(
    browser: Browser, site: str
) -> None:
    with somebody(browser, 1920, 1080) as screen:
        screen.goto(site + MEETING)
        expect(screen.locator(".ft-clicker__count")).to_be_visible()
        assert screen.locator(".ft-timer:visible").count() == 0, "nothing has begun yet"
        screen.keyboard.press("PageDown")
        expect(screen.locator(".ft-timer")).to_contain_text("Tid igjen")
        expect(screen.locator("html")).to_have_attribute("data-offline", "ready")
        screen.context.set_offline(True)
        for question, hands in (("tillit", ("12", "8")), ("leiligheter", ("3", "4"))):
            press_to(screen, "dilemma")
            shown = screen.locator(f".ft-slide--shown[data-question={question}]")
            for answer, count in zip(("yes", "no"), hands, strict=True):
                shown.locator(f"[data-hand={answer}]").fill(count)
            screen.keyboard.press("Enter")  # out of the field, and the arrows turn again
            screen.keyboard.press("ArrowRight")
            expect(shown.locator("[data-count=yes]")).to_have_text(hands[0])
            screen.reload()  # the machine went to sleep, or somebody pressed the wrong key
            expect(shown.locator("[data-count=yes]")).to_have_text(hands[0])
        jumps_past_a_question(screen)
        press_to(screen, "path")
        shown = screen.locator(".ft-slide--shown")
        expect(shown.locator("[data-of=tillit]")).to_contain_text("Ja")
        expect(shown.locator("[data-end] li")).to_have_count(3)
        press_to(screen, "closing")
        protocol = shown.locator("[data-protocol=txt]").get_attribute("href") or ""
        assert parse_qs(urlsplit(protocol).query)["svar"] == ["tillit.12.8.0~leiligheter.3.4.0"]
        laid_by(screen)
        opens_nothing_without_a_network(screen)
        paper = printed(screen)
        for said in ("12 ja, 8 nei, 0 vet ikke. Flertallet sa ja.", "Flertallet sa nei.", "/vei?"):
            assert said in paper
        screen.context.set_offline(False)
        expect(shown.locator("[data-paper-offer]")).to_be_hidden()
        told = screen.request.get(site + protocol).text()
        assert "12 ja, 8 nei" in told
        whole = screen.request.get(site + protocol.replace(".txt", ".pdf")).body()
        pages = PdfReader(io.BytesIO(whole)).pages
        assert "12 ja, 8 nei" in "".join(page.extract_text() for page in pages)
        way = shown.locator("a[data-way]").get_attribute("href") or ""
        assert way in told
        along = shown.locator("a[data-along]").get_attribute("href") or ""
        assert parse_qs(urlsplit(along).query)["path"] == parse_qs(urlsplit(way).query)["vei"]
        assert screen.request.get(site + along).text().count("\n") > 100
        begin_again(screen)


PRINTED = """() => new Promise((said) => {
  window.print = () => { said(document.querySelector("[data-paper]").textContent); };
  document.querySelector("[data-paper-offer] button").click();
})"""


def printed(screen: Page) -> str:
    """Print the protocol without a network; what stands on the paper."""
    offer = screen.locator(".ft-slide--shown [data-paper-offer]")
    expect(offer).to_contain_text("må vente til det er tilbake")
    return " ".join(str(screen.evaluate(PRINTED)).split())


def opens_nothing_without_a_network(screen: Page) -> None:
    """Press what needs the network: the wall stands, and says that the answers are remembered."""
    at, tabs = screen.url, len(screen.context.pages)
    shown = screen.locator(".ft-slide--shown")
    for link in ("[data-protocol=txt]", "[data-protocol=pdf]", "[data-along]", "a[data-way]"):
        screen.evaluate("document.querySelector('.ft-lost').textContent = ''")
        shown.locator(link).click()
        expect(screen.locator(".ft-lost")).to_contain_text("Svarene er husket")
    assert (screen.url, len(screen.context.pages)) == (at, tabs)
    assert (
        shown.locator("a[download]").count()
        == shown.locator("[data-protocol], [data-along]").count()
    )


def jumps_past_a_question(screen: Page) -> None:
    """Go back to a question, which opens it, and past its result by a key: its answers stand."""
    decided = screen.locator("[data-chosen] [data-of=leiligheter] b")
    expect(decided).to_have_text("Nei")
    screen.keyboard.press("ArrowLeft")
    expect(screen.locator(".ft-slide--shown")).to_have_attribute("data-kind", "dilemma")
    expect(decided).to_have_text("Dagens kurs")
    screen.keyboard.press("End")
    expect(decided).to_have_text("Nei")
    screen.keyboard.press("Home")


def begin_again(screen: Page) -> None:
    """Forget a rehearsal: no hands, no clock, nothing chosen; the keys are the slide's again."""
    screen.keyboard.press("Home")
    screen.get_by_text("Begynn på nytt", exact=True).click()
    screen.get_by_role("button", name="Ja, begynn på nytt").click()
    expect(screen.locator(".ft-slide--shown [data-room-said]")).to_contain_text("begynner på nytt")
    assert {field.input_value() for field in screen.locator("[data-hand]").all()} == {"0"}
    assert screen.locator(".ft-timer:visible").count() == 0
    notes = screen.get_by_role("button", name="Møteleders notater")
    for pressed in ("true", "false"):
        notes.click() if pressed == "true" else screen.keyboard.press("n")
        expect(notes).to_have_attribute("aria-pressed", pressed)
    press_to(screen, "path")
    chosen = screen.locator(".ft-slide--shown [data-chosen] b")
    expect(chosen).to_have_text(["Dagens kurs"] * chosen.count())


FONTS = "[...document.fonts].filter(({ status }) => status === 'loaded').length"
LAID_BY = """() => caches.open("framtid-mote").then((all) => all.keys())
  .then((all) => all.map((one) => one.url))"""


def laid_by(screen: Page) -> None:
    """Hold that the wall has its fonts, and has kept the page and no room."""
    assert screen.evaluate(FONTS)
    kept = screen.evaluate(LAID_BY)
    assert any("/mote?" in address for address in kept)
    assert not any("/api/" in address or "/rom" in address for address in kept)
