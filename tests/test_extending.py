"""A story, a view and a page that are added to a copy of the project are whole at once."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, expect

from framtid.stories import stories
from framtid.web import templates
from framtid.web.templates import menu
from tests.conftest import DESKTOP, PLAIN, Visit, visiting
from tests.extending import add_examples, copy, in_copy

PNG = b"\x89PNG"


@pytest.fixture
def added(browser: Browser, extended: str) -> Iterator[Visit]:
    """Open a wide window on the extended copy."""
    with visiting(browser, extended, *DESKTOP) as opened:
        yield opened


def ask(site: str, path: str) -> httpx2.Response:
    return httpx2.get(site + path, follow_redirects=True, timeout=30, verify=PLAIN)


def test_what_is_added_is_tested_like_what_was_there(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    add_examples(folder)
    files = ("tests/test_stories.py", "tests/test_stories_paths.py", "tests/test_views.py")
    told = in_copy(
        folder, "-m", "pytest", "-vv", "-n", "0", "-k", "skolen or decades or every_story", *files
    )
    for name in ("told_whole[skolen-5610]", "match[skolen-nb]", "complete[decades-0]"):
        assert f"{name} PASSED" in told


def test_one_story_needs_no_list_in_the_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "stories" in {page.name for page in menu()}
    alone = {name: story for name, story in stories().items() if name == "2040"}
    monkeypatch.setattr(templates, "stories", lambda: alone)
    assert "stories" not in {page.name for page in menu()}


def test_a_story_has_its_own_page_card_and_files(extended: str) -> None:
    page = ask(extended, "/historie/skolen?sted=5610")
    assert str(page.url).endswith("/historie?sted=5610&fortelling=skolen")
    assert "<title>Skolen i Karasjok mot 2040</title>" in page.text
    assert 'content="Hvor mange barn det blir i skolene i Karasjok, og' in page.text
    assert re.search(r'rel="preload" as="fetch" href="/api/v1/stories/skolen/5610.json', page.text)
    assert re.search(r'property="og:image" content="[^"]+/views/pupils/5610.png', page.text)
    assert re.search(r'property="og:url" content="[^"]+fortelling=skolen', page.text)
    first = page.text[page.text.index('class="stand-in"') :]
    assert "Barna i hele landet" in first
    assert re.search(r'href="[^"]+fortelling=skolen&amp;som=artikkel"', first)


def test_a_story_is_listed_for_programs_and_led_on_in(extended: str) -> None:
    listed = ask(extended, "/api/v1/stories.json").json()["stories"]
    assert [story["id"] for story in listed] == ["2040", *sorted({*stories(), "skolen"} - {"2040"})]
    added = next(story for story in listed if story["id"] == "skolen")
    assert added["address"] == "/historie?fortelling=skolen"
    assert added["language"] == "nb"
    document = added["document"].replace("{code}", "1151").replace("{path}", "")
    told = ask(extended, document).json()
    assert told["story"] == "skolen"
    assert "/historie?sted=1149&fortelling=skolen" in {way["address"] for way in told["onward"]}
    pasted = f"{extended}/historie/skolen?sted=5610"
    answer = ask(extended, f"/oembed?url={pasted}").json()
    assert "/embed/pupils/5610" in answer["html"]


@pytest.mark.browser
def test_a_story_is_found_on_the_front_page_and_in_the_menu(added: Visit) -> None:
    page = added.open("/")
    page.get_by_role("link", name="Les fortellingen: Skolen i Norge mot 2040").click()
    expect(page).to_have_url(re.compile(r"/historie\?fortelling=skolen"))
    expect(page.locator(".stApp h1")).to_have_text("Skolen i Norge mot 2040")
    expect(page.locator(".stand-in")).to_have_count(0)
    page.get_by_role("link", name="Alle fortellinger").click()
    expect(page.locator(".stApp h2", has_text="Skolen i Norge")).to_be_visible()
    added.open("/spaker?sted=5610")
    page.get_by_role("link", name="Alle fortellinger").click()
    expect(page).to_have_url(re.compile(r"/fortellinger\?sted=5610$"))
    expect(page.locator(".stApp h2", has_text="Skolen i Karasjok")).to_be_visible()
    assert added.problems == []


@pytest.mark.browser
def test_a_story_is_read_step_by_step_and_stays_itself(added: Visit) -> None:
    page = added.open("/historie/skolen?sted=5610")
    expect(page.locator(".rail__count")).to_have_text("1 av 2")
    page.get_by_role("button", name="Bytt kommune").click()
    page.get_by_role("combobox").fill("Utsira")
    page.get_by_role("option", name="Utsira", exact=True).click()
    expect(page.locator(".rail__count")).to_have_text("2 av 2")
    expect(page.locator("section#stedet .step__heading")).to_have_text("Barna på Utsira")
    expect(page.locator(".panel__title")).to_contain_text("på Utsira har fylt 80 år i 2040")
    expect(page).to_have_url(re.compile(r"\?sted=1151&fortelling=skolen#stedet$"))
    page.get_by_role("link", name="Artikkel").first.click()
    expect(page).to_have_url(re.compile(r"\?sted=1151&fortelling=skolen&som=artikkel"))
    expect(page.locator(".reader--article h3", has_text="Barna på Utsira")).to_be_visible()
    page.reload()
    expect(page.locator(".reader--article h3", has_text="Barna på Utsira")).to_be_visible()
    assert added.problems == []


def test_a_view_is_served_as_a_frame_and_as_files(extended: str) -> None:
    assert "decades" in ask(extended, "/api/v1/views.json").json()["views"]
    frame = ask(extended, "/embed/decades/5610").text
    assert re.search(r"har fylt 80 år i 2040", frame)
    assert "<svg" in frame
    rows = list(csv.reader(io.StringIO(ask(extended, "/api/v1/views/decades/5610.csv").text)))
    assert "80+" in {row[0] for row in rows}
    assert ask(extended, "/api/v1/views/decades/5610.png").content.startswith(PNG)


@pytest.mark.browser
def test_a_view_stands_on_min_kommune_and_on_bygg_inn(added: Visit) -> None:
    page = added.open("/kommune?sted=5610#decades")
    heading = page.get_by_role("heading", name="i Karasjok har fylt 80 år i 2040")
    expect(heading).to_be_visible()
    expect(page.get_by_role("img", name="Fem søyler").locator(".main-svg").first).to_be_visible()
    page = added.open("/bygg-inn?sted=5610&figur=decades")
    frame = page.frame_locator("iframe").first
    expect(frame.get_by_text("i Karasjok har fylt 80 år i 2040").first).to_be_visible()
    assert not [problem for problem in added.problems if not problem.startswith("warning")]


def test_a_page_is_there_without_a_script(extended: str) -> None:
    assert "<h1>Hei, nabo</h1>" in ask(extended, "/hilsen").text


@pytest.mark.browser
def test_a_page_is_opened_from_the_menu(added: Visit) -> None:
    page = added.open("/om")
    page.get_by_role("link", name="Hilsen").click()
    expect(page.get_by_role("heading", name="Hei, nabo")).to_be_visible()
    expect(page).to_have_url(re.compile("/hilsen$"))
    shell = ask(added.site, "/hilsen").text
    assert "<title>Hilsen – 2040 begynner nå</title>" in shell
    assert added.problems == []
