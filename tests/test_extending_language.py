"""A language that is added is spoken on every page, carried along by every link, and kept apart."""

import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, expect

from framtid.consequences.evidence import evidence
from framtid.consequences.parameters import references
from framtid.language import language_of
from framtid.language.sources import cite
from framtid.language.texts import LANGUAGES
from framtid.pathways.projects import projects
from framtid.places import places
from framtid.sitemap import pages
from framtid.statistics.snapshot import snapshot
from tests.conftest import DESKTOP, PLAIN, Visit, visiting
from tests.extending import MARK

PLACE, WAY = "sted=5610", "vei=lys-vei"
LISTED = [page.address for page in pages().values()]
OF_A_PLACE = [f"{page.address}?{PLACE}" for page in pages().values() if page.of_a_place]
DOCUMENTS = (
    f"/vei?{PLACE}&{WAY}",
    f"/spaker?{PLACE}",
    f"/spak/heltid?{PLACE}",
    "/spak/finnes-ikke",
    f"/sammenlign?{PLACE}",
    "/sok?q=kara",
    "/sok?q=her%C3%B8y",
    "/finnes-ikke",
    "/kommune?sted=9999",
)
STORIES = (f"/historie?{PLACE}&fortelling=skolen", f"/historie?{PLACE}&som=artikkel")
EVERY = [*dict.fromkeys([*LISTED, *OF_A_PLACE, *DOCUMENTS, *STORIES, "/hilsen"])]
READ = [one for one in EVERY if f"{one}?{PLACE}" not in OF_A_PLACE or one == "/kommune"]
"""Pages that tell of a place with one, and one of them without too."""
SAYING = ("/spill", "/mote", "/sammenheng", "/innspill", "/rom", "/finnes-ikke")
"""Pages beside the app's whose scripts say something."""
OPENED = [
    one
    for one in READ
    if one.startswith(SAYING)
    or any(page.script for page in pages().values() if one.partition("?")[0] == page.address)
]
ANSWERS = (
    "/places.json?q=kara",
    "/stories.json",
    "/stories/2040/5610.json",
    "/stories/skolen/5610.json",
    "/gallery/5610.json",
    "/choices/5610.json",
    f"/choice/5610.json?{WAY.replace('vei', 'path', 1)}",
    "/ways/5610.json?goal=finnes-ikke",
    "/outlook/5610.json",
    "/tables.json",
)
REDIRECTS = {
    "/kommune/5610": f"/kommune?{PLACE}&lang=xx",
    "/kommune?sted=karasjok": f"/kommune?{PLACE}&lang=xx",
    "/kommune?sted=2021": f"/kommune?{PLACE}&lang=xx",
    "/historie/skolen?sted=5610": f"/historie?{PLACE}&lang=xx&fortelling=skolen",
    "/kommune/?sted=5610": f"/kommune?{PLACE}&lang=xx",
    "/sok?q=klepp": "/historie?sted=1120&lang=xx",
    f"/vei?{WAY}&sok=klepp": "/vei?sted=1120&vei=lys-vei&lang=xx",
}
UNMARKED = """(page) => {
  const blocks = "h1,h2,h3,h4,p,li,a,button,label,th,td,summary,figcaption,dt,dd,caption,text";
  const said = [];
  for (const element of page.querySelectorAll(blocks + ",[aria-label],[title],[alt]")) {
    if (element.closest("script,style,noscript,pre,.ft-texts")) continue;
    if (!element.querySelector(blocks)) said.push(element.textContent.trim());
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      said.push(element.getAttribute(name) ?? "");
    }
  }
  return [...new Set(said)].filter((text) => !/xx/i.test(text));
}"""
"""All that a page says in no text of the language; Bygg inn's sentences are in every language."""
LINKS = """(page) => [...page.querySelectorAll("a[href]:not([data-language]), form.ft-finder")]
  .flatMap((link) => link.tagName.toUpperCase() === "A" ? [link.href.baseVal ?? link.href]
    : [link.dataset.to, link.dataset.places, ...link.closest(".ft-page")
      ? [link.action + "?" + new URLSearchParams(new FormData(link))] : []])
  .map((link) => new URL(link, location.href).href)
  .filter((link) => link.startsWith(location.origin) && !link.includes("#")
    && !/[?&]lang=xx/.test(link))"""

FETCHED = """async (address) => {
  const answer = await (await fetch(address)).text();
  return new DOMParser().parseFromString(answer, "text/html");
}"""
"""A page as it is sent: one whose scripts say nothing need not be opened."""

LARGE = ("million", "millions", "billion", "billions")
"""Keys of words that stand after a large number."""


def names() -> list[str]:
    """Return what is the same in every language: places, publications, and languages' names."""
    language = language_of()
    cited = [cite(entry.source, language) for entry in snapshot().catalogue.entries.values()]
    known = [
        *(text for each in cited for text in (each.title, each.publisher, each.label)),
        *(entry.source.title for entry in snapshot().catalogue.entries.values()),
        *(source.title for fact in evidence().values() for source in fact.sources),
        *(source.title for source in references().values()),
        *(f"{source.publisher} ({source.year})" for source in references().values()),
        *(f"{source.publisher}: {source.link}" for source in references().values()),
        *(source.link for source in references().values()),
        *(text for each in projects().values() for text in (each.link,)),
        *(name for place in places().by_code.values() for name in (place.label, place.short)),
        *(language_of(code).own_name for code in LANGUAGES),
        *language.entry("dates.months"),
        *(language.say(f"numbers.{one}").split()[-1] for one in LARGE),
    ]
    return sorted(set(known), key=len, reverse=True)


NAMES = re.compile("|".join(map(re.escape, names())))


def spoken(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={MARK}"


def ask(site: str, address: str) -> httpx2.Response:
    return httpx2.get(site + address, follow_redirects=False, timeout=30, verify=PLAIN)


@pytest.fixture(scope="module")
def visit(browser: Browser, extended: str) -> Iterator[Visit]:
    """Open a wide window on the extended copy."""
    with visiting(browser, extended, *DESKTOP) as opened:
        yield opened


@pytest.mark.browser
@pytest.mark.thorough
@pytest.mark.parametrize("address", [*OPENED, *(one for one in READ if one not in OPENED)])
def test_a_page_says_everything_in_the_language_and_leads_on_in_it(
    visit: Visit, address: str
) -> None:
    if address in OPENED:
        page = visit.open(spoken(address)).evaluate_handle("document")
        assert f"lang={MARK}" in visit.page.url
    else:
        page = visit.page.evaluate_handle(FETCHED, visit.site + spoken(address))
    assert page.evaluate("(page) => page.documentElement.lang") == MARK
    assert MARK in page.evaluate("(page) => page.title")
    assert MARK in page.evaluate("(page) => page.querySelector('h1').textContent")
    said = [NAMES.sub("", text) for text in page.evaluate(UNMARKED)]
    assert [text for text in said if re.search("[a-zæøå]{3}", text)] == []
    assert page.evaluate(LINKS) == []


@pytest.mark.parametrize("address", EVERY)
def test_the_next_reader_of_a_page_is_told_in_bokmal(extended: str, address: str) -> None:
    assert f'<html lang="{MARK}">' in ask(extended, spoken(address)).text
    for other in (address, f"{address}{'&' if '?' in address else '?'}lang=finnes-ikke"):
        # What is copied from Bygg inn is in every language there is.
        page = re.sub(
            r'<section class="[^"]*ft-texts">.*?</section>',
            "",
            ask(extended, other).text,
            flags=re.DOTALL,
        )
        assert '<html lang="nb">' in page
        assert not re.search(rf"\b{MARK} (?!bokmål)", page)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_in_the_language_and_the_next_in_bokmal(extended: str, answer: str) -> None:
    address = f"/api/v1{answer}"
    in_language, next_one = (ask(extended, one) for one in (spoken(address), address))
    assert re.search(rf"\b{MARK} ", in_language.text)
    assert [link for link in _links(in_language.json()) if f"lang={MARK}" not in link] == []
    assert not re.search(rf"\b{MARK} ", next_one.text)
    assert [link for link in _links(next_one.json()) if "lang=" in link] == []


def _links(node: Any) -> Iterator[str]:
    """Yield the addresses of ours in an answer."""
    if isinstance(node, str) and node.startswith("/"):
        yield node
    if isinstance(node, str):
        yield from re.findall(r'href="(/[^"]*)"', node)
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for each in below:
        yield from _links(each)


@pytest.mark.parametrize(("address", "onward"), REDIRECTS.items())
def test_a_redirect_keeps_the_language(extended: str, address: str, onward: str) -> None:
    path, _, query = onward.partition("?")
    led = httpx2.URL(ask(extended, spoken(address)).headers["location"])
    assert led.path == path
    assert sorted(led.query.decode().split("&")) == sorted(query.split("&"))


def test_a_surprise_is_told_in_the_language(extended: str) -> None:
    assert f"lang={MARK}" in ask(extended, spoken("/overrask")).headers["location"]


def test_a_link_that_is_shared_becomes_a_card_in_the_language(extended: str) -> None:
    page = ask(extended, spoken(f"/kommune?{PLACE}")).text
    card = re.search(r'property="og:image" content="([^"]+)"', page)
    assert card
    assert f"lang={MARK}" in card[1]
    assert re.search(rf'property="og:image:alt" content="{MARK} ', page)


def test_a_frame_is_drawn_in_the_language(extended: str) -> None:
    frame = ask(extended, spoken("/embed/decades/5610")).text
    assert f'lang="{MARK}"' in frame
    assert re.search(rf"{MARK} \d+ i Karasjok har fylt 80 år i 2040", frame)
    assert MARK not in ask(extended, "/embed/decades/5610").text


@pytest.mark.browser
def test_a_reader_changes_language_and_finds_a_place_in_it(visit: Visit) -> None:
    page = visit.open(f"/kommune?{PLACE}")
    page.get_by_role("link", name=f"{MARK} bokmål").click()
    expect(page).to_have_url(re.compile(rf"/kommune\?{PLACE}&lang={MARK}"))
    page.locator(".stApp").get_by_role("link", name=f"{MARK} Fortellingen").click()
    expect(page.locator(".stApp h1")).to_have_text(f"{MARK} 2040 begynner nå")
    expect(page).to_have_url(re.compile(rf"/historie\?{PLACE}&lang={MARK}"))
    visit.open(f"/?lang={MARK}")
    page.locator("input[type=search]").fill("Utsira")
    page.locator("input[type=search]").press("Enter")
    expect(page).to_have_url(re.compile(rf"/historie\?sted=1151&lang={MARK}"))
    page.get_by_role("link", name="bokmål", exact=True).click()
    expect(page).to_have_url(re.compile(r"/historie\?sted=1151&lang=nb"))
    expect(page.locator(".stApp h1")).to_have_text("2040 begynner nå")


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/", "/finnes-ikke"])
def test_a_search_that_finds_nothing_is_answered_in_the_language(
    visit: Visit, address: str
) -> None:
    page = visit.open(spoken(address))
    page.locator("input[type=search]").fill("qqqq")
    page.locator("input[type=search]").press("Enter")
    expect(page).to_have_url(re.compile(rf"/sok\?q=qqqq&lang={MARK}$"))
    expect(page.locator(".ft-lead")).to_have_text(re.compile(f"{MARK} Vi fant ingen"))


@pytest.mark.browser
def test_bygg_inn_keeps_its_language_whatever_the_frames_is(visit: Visit) -> None:
    page = visit.open(f"/bygg-inn?{PLACE}&figur=decades&lang={MARK}&sprak=nn")
    frame = page.locator("iframe").first
    expect(frame).to_have_attribute("src", re.compile(r"/embed/decades/5610\?lang=nn"))
    expect(page.locator("h1")).to_have_text(f"{MARK} Bygg inn en figur")
    expect(page).to_have_url(re.compile(rf"lang={MARK}&sprak=nn"))
