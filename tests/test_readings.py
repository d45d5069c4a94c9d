"""Four ways to read one story: scrolled, article, slides and paper tell the same."""

import io
import re
from html import escape, unescape
from urllib.parse import parse_qs, urlsplit

import msgspec
import pypdf
import pytest
from msgspec import UNSET
from playwright.sync_api import expect
from starlette.testclient import TestClient

from framtid import addresses
from framtid.stories import Document, stories, tell
from framtid.stories.kinds import Day, Example, Front, Told
from tests.conftest import Visit

SAMPLE = (
    ("0", "nb", ""),
    ("ba-5", "nb", ""),
    ("1151", "nn", "lys-vei"),
    ("5610", "en", ""),
    ("0301", "nb", "2-he2hj3"),
    ("3209", "nn", ""),
    ("1580", "en", "mork-vei"),
)
"""Places of every level, in every language, without a choice and along a path of each kind."""
WAYS = {
    "article": addresses.page(addresses.STORY, **{addresses.READ_AS: addresses.ARTICLE}),
    "slides": addresses.SLIDES,
    "print": addresses.PRINT,
}
NUMBER = re.compile(r"\d[\d\u00a0]*(?:[.,]\d+)?")
FOLDED = re.compile(r"<details(?! class=\"note\").*?</details>", re.DOTALL)


def _words(html: str) -> str:
    return re.sub(r"[ \n]+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def _main(html: str) -> str:
    return html[html.index('<main id="innhold"') : html.index("</main>")]


def _told(document: Document) -> dict[str, list[str]]:
    """Return all that each step says: heading, prose, finding, what is measured, and sources."""
    said: dict[str, list[str]] = {}
    for step in document.steps:
        view = document.views[step.view]
        said[step.id] = [step.heading, _words(step.html), view.frames[step.frame].title]
        said[step.id] += [view.subtitle, *(source.label for source in view.sources)]
        said[step.id] += [] if step.more is UNSET else [_words(each) for each in _more(step.more)]
    return said


def _more(more: Told) -> list[str]:
    """Return what a step of a kind says; the answer to a guess is folded away, or a note."""
    if isinstance(more, Day):
        hours = [hour for one in more.versions for hour in one.hours]
        return [*(one.heading for one in more.versions), *(hour.html for hour in hours)]
    if isinstance(more, Front):
        return [more.paper, *(each for one in more.versions for each in (one.heading, one.html))]
    if isinstance(more, Example):
        return [more.heading, more.html, more.why, *(source.label for source in more.sources)]
    return []


def _steps(main: str, steps: list[str]) -> dict[str, str]:
    """Return the HTML of each step, in an article, on a slide or on paper."""
    marks = [f'data-step="{step}"' if "ft-slide" in main else f'id="les-{step}"' for step in steps]
    starts = [main.index(mark) for mark in marks]
    assert starts == sorted(starts), "in the story's order"
    return {
        step: main[start:end]
        for step, start, end in zip(steps, starts, [*starts[1:], len(main)], strict=True)
    }


@pytest.mark.parametrize(("code", "spoken", "path"), SAMPLE)
def test_every_way_to_read_tells_the_same(
    client: TestClient, code: str, spoken: str, path: str
) -> None:
    scrolled = client.get(f"{addresses.story_document(code, path)}&lang={spoken}")
    told = msgspec.json.decode(scrolled.content, type=Document)
    asked = {"sted": code, "lang": spoken} | ({"vei": path} if path else {})
    ids = [step.id for step in told.steps]
    expected = _told(told)
    pictured: dict[str, list[list[str]]] = {}
    for way, address in WAYS.items():
        html = client.get(address, params=asked | ({"som": "artikkel"} if way == "article" else {}))
        main = _main(html.text)
        for said in (told.title, told.description):
            assert said in _words(main), way
        before = ("", "")
        for step, (name, part) in zip(told.steps, _steps(main, ids).items(), strict=True):
            words = _words(FOLDED.sub("", part))
            # An article leaves a figure out where the step before has shown the same.
            again = way != "slides" and (step.view, step.frame) == before
            wanted = expected[name][:2] if again else expected[name]
            assert [said for said in wanted if _words(said) not in words] == [], (way, name)
            pictured.setdefault(name, []).append(sorted(_picture(part)))
            before = step.view, step.frame
        assert f'<html lang="{spoken}">' in html.text
    for name, (article, slide, paper) in pictured.items():
        assert article == paper, name
        # A slide is drawn wider, with other ticks; the values it says are the same.
        assert not article or {*filter(NUMBER.search, article)} & {*filter(NUMBER.search, slide)}


def _picture(part: str) -> list[str]:
    """Return what is written in the drawing of a step on a wide screen."""
    wide = re.search(r'ft-picture__(?:wide|any)">(.*?)</div>', part, re.DOTALL)
    return re.findall(r"<text[^>]*>([^<]+)", wide[1]) if wide else []


def test_a_table_in_the_article_and_on_paper_has_the_figures_of_the_file(
    client: TestClient,
) -> None:
    told = tell("2040", "5610")
    tables = []
    view = next(each for key, each in told.views.items() if key.startswith("path_waiting/"))
    for way, more in ((addresses.STORY, {"som": "artikkel"}), (addresses.PRINT, {})):
        main = _main(client.get(way, params={"sted": "5610", **more}).text)
        tables.append(re.findall(r"<table>.*?</table>", main, re.DOTALL))
        table = main[main.index(f"<caption>{view.table.caption}</caption>") :]
        cells = re.findall(r"<t[hd](?: [^>]*)?>([^<]*)", table[: table.index("</table>")])
        cells = [each.strip() for each in cells]
        heads, rest = len(view.table.columns), cells[len(view.table.columns) :]
        told_cells = [str(row[0]) for row in view.table.rows]
        assert rest[::heads] == told_cells
        assert len(rest) == heads * len(view.table.rows)
    assert tables[0] == tables[1]
    different = {frozenset(map(tuple, each.table.rows)) for each in told.views.values()}
    assert len(tables[0]) == len(different) + 1, "each view's, and that of birth years"


@pytest.mark.parametrize(("code", "spoken", "path"), SAMPLE[2:4])
def test_the_ways_to_read_are_the_same_links_in_all_of_them(
    client: TestClient, code: str, spoken: str, path: str
) -> None:
    asked = {"sted": code, "lang": spoken} | ({"vei": path} if path else {})
    rows = {}
    for way, address in WAYS.items():
        html = client.get(address, params=asked | ({"som": "artikkel"} if way == "article" else {}))
        nav = re.search(r'<nav class="ft-readings".*?</nav>', html.text, re.DOTALL)
        assert nav
        links = re.findall(r'<a href="([^"]+)"( aria-current="page")?>([^<]+)', nav[0])
        assert [bool(current) for _, current, _ in links].index(True) == [*WAYS].index(way) + 1
        rows[way] = [(unescape(link), text) for link, _, text in links]
    assert rows["article"] == rows["slides"] == rows["print"]
    for link, _ in rows["article"]:
        query = parse_qs(urlsplit(link).query)
        assert query["sted"] == [code]
        assert query["lang"] == [spoken]
        assert query.get("vei", [""]) == [path]
    with_script = client.get(f"{addresses.story_document(code, path)}&lang={spoken}").json()
    shown = [(each["address"], each["text"]) for each in with_script["readings"]]
    assert shown == rows["article"]
    story = client.get(addresses.STORY, params=asked).text
    for link, _ in shown:
        # The first screen, until the script runs, is of the place alone.
        assert story.count(f'href="{escape(link)}"') >= (1 if path else 2)


@pytest.mark.parametrize(
    ("way", "to"), [("lysbilder", addresses.SLIDES), ("utskrift", addresses.PRINT)]
)
def test_an_address_may_ask_for_any_way_to_read(client: TestClient, way: str, to: str) -> None:
    asked = {"sted": "5610", "vei": "lys-vei", "som": way, "lang": "nn"}
    answer = client.get(addresses.STORY, params=asked, follow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["location"] == f"{to}?sted=5610&vei=lys-vei&lang=nn"


@pytest.mark.parametrize("story", stories())
def test_every_slide_has_something_for_the_speaker_to_say(client: TestClient, story: str) -> None:
    for code, spoken, path in SAMPLE:
        asked = {"sted": code, "lang": spoken, addresses.STORY_ID: story}
        page = client.get(addresses.SLIDES, params=asked | ({"vei": path} if path else {})).text
        slides = re.split(r'<section class="ft-slide', page)[1:]
        assert len(slides) > 4
        said = []
        for slide in slides:
            notes = re.findall(r'<aside class="ft-notes"[^>]*>(.*?)</aside>', slide, re.DOTALL)
            assert len(notes) == 1, slide[:120]
            said.append(" ".join(re.sub(r"<[^>]+>", " ", notes[0]).split()))
        assert min(map(len, said)) > 60, min(said, key=len)
        assert len(set(said)) == len(said), "two slides with the same notes"


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
    page.evaluate("document.activeElement.blur()")
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
def test_the_ways_to_read_keep_place_path_and_step(desktop: Visit) -> None:
    page = desktop.open("/historie?sted=5610&vei=lys-vei#skolen")
    page.wait_for_selector(".panel .hundred")
    page.locator(".rail__more").click()
    page.locator(".rail").get_by_role("link", name="Artikkel").click()
    expect(page).to_have_url(re.compile(r"sted=5610&vei=lys-vei&som=artikkel#skolen$"))
    expect(page.locator(".readings a[aria-current]")).to_have_text("Artikkel")
    page.get_by_role("link", name="Lysbilder").click()
    expect(page).to_have_url(re.compile(r"/lysbilder\?sted=5610&vei=lys-vei#skolen$"))
    expect(page.locator(".ft-slide--shown")).to_have_attribute("data-step", "skolen")
    page.get_by_role("link", name="Utskrift").click()
    expect(page).to_have_url(re.compile(r"/utskrift\?sted=5610&vei=lys-vei#skolen$"))
    expect(page.locator("#les-skolen")).to_be_in_viewport()
    page.get_by_role("button", name="Skriv ut").wait_for()
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


@pytest.mark.browser
@pytest.mark.thorough
def test_no_page_of_a_printed_story_holds_only_what_was_left_over(desktop: Visit) -> None:
    page = desktop.page
    for story in stories():
        page.goto(f"{desktop.site}/utskrift?sted=5610&fortelling={story}")
        printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        told = [
            [line for line in each.extract_text().split("\n") if line.strip()]
            for each in printed.pages
        ]
        first = told[0][0].replace(" ", "")  # a reader of PDFs puts air between letters
        assert first.startswith(f"{desktop.site}/historie?sted=5610")
        assert re.search(r"Folketallper1\.januar\d{4}", first)
        assert [number for number, lines in enumerate(told, 1) if len(lines) < 5] == []
