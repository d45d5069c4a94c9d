"""Four ways to read one story: scrolled, article, slides and paper tell the same."""

import re
from html import unescape

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from framtid import addresses
from framtid.pathways.codec import decode
from framtid.stories import Document, tell
from tests.conftest import Visit

PLACES = ("0", "ba-5", "1151", "3209", "5610", "0301")
WAYS = {
    "article": addresses.STORY,
    "slides": addresses.SLIDES,
    "paper": addresses.PRINT,
}


def _words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def _main(html: str) -> str:
    return html[html.index('<main id="innhold"') : html.index("</main>")]


def _told(document: Document) -> list[str]:
    """Return all that a story says, in order: headings, prose, findings and sources."""
    said = [document.title, document.description]
    for step in document.steps:
        view = document.views[step.view]
        frame = view.frames[step.frame]
        said += [step.heading, _words(step.html).strip(), frame.title, view.subtitle]
        said += [source.label for source in view.sources]
    return said


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", ["", "lys-vei"])
def test_every_way_to_read_tells_the_same(
    client: TestClient, code: str, way: str, path: str
) -> None:
    told = tell("2040", code, "nb", decode(path) if path else None)
    query = {"sted": code} | ({"vei": path} if path else {})
    main = _main(client.get(WAYS[way], params=query).text)
    words = _words(main)
    missing = [said for said in map(_words, _told(told)) if said not in words]
    assert missing == []
    if way != "slides":
        for view in {step.view for step in told.steps}:
            rows = told.views[view].table.rows
            assert main.count(f">{rows[0][0]}<") >= 1


def test_the_story_offers_the_other_ways(client: TestClient) -> None:
    told = tell("2040", "5610")
    assert [reading.address for reading in told.readings or ()] == [
        "/lysbilder?sted=5610",
        "/utskrift?sted=5610",
    ]
    html = client.get("/historie?sted=5610").text
    assert html.count('href="/lysbilder?sted=5610"') == 2, "before the script runs, and without"


@pytest.mark.browser
def test_slides_answer_keys_and_a_clicker_and_keep_their_place(desktop: Visit) -> None:
    page = desktop.page
    page.goto(f"{desktop.site}/lysbilder?sted=3201")
    shown = page.locator(".ft-slide--shown")
    expect(shown.get_by_role("heading", level=1)).to_be_visible()
    expect(shown).to_have_count(1)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("#lysbilde-3$"))
    expect(page.locator(".ft-clicker__count")).to_have_text(re.compile(r"^3 av \d+$"))
    expect(page.locator(".ft-notes:visible")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator(".ft-notes:visible")).to_have_count(1)
    heading = shown.get_by_role("heading", level=2).inner_text()
    page.reload()
    expect(shown.get_by_role("heading", level=2)).to_have_text(heading)
    page.get_by_role("button", name="Forrige").click()
    expect(page).to_have_url(re.compile("#lysbilde-2$"))
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert shown.count() == 1
    assert desktop.problems == []


@pytest.mark.browser
def test_paper_has_every_table_open_and_no_page_cuts_a_figure(desktop: Visit) -> None:
    page = desktop.page
    page.goto(f"{desktop.site}/utskrift?sted=5610")
    assert page.locator("details:not([open])").count() == 0
    page.emulate_media(media="print")
    for figure in page.locator(".ft-picture svg:visible").all()[:6]:
        assert figure.evaluate(
            "it => getComputedStyle(it.closest('[role=img]')).breakInside"
        ).startswith("avoid")
