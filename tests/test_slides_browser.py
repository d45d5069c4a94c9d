"""Slides on a phone, on its side and on a wall: none runs out at the side or under the bar."""

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from framtid.language.texts import OF_PAGES
from framtid.places import Level, places
from framtid.stories import stories
from tests.conftest import Visit

SIZES = ((320, 568), (375, 740), (740, 375), (1920, 1080))
PLACES = ("0301", "1151", "5610")
WALLS = ((1920, 1080), (1280, 720))
LONGEST = [
    max(places().at(level), key=lambda place: len(place.short)).code
    for level in (Level.MUNICIPALITY, Level.REGION)
]
"""The places whose names take most room on a slide."""
ROOM = """() => {
  const slides = [...document.querySelectorAll(".ft-slide")];
  return slides.flatMap((slide) => {
    for (const each of slides) each.classList.toggle("ft-slide--shown", each === slide);
    const over = slide.scrollHeight - slide.clientHeight;
    const notes = slide.querySelector(".ft-notes");
    const { left, top } = (notes ?? slide).getBoundingClientRect();
    const under = ({ right, bottom }) => right > left + 1 && bottom > top + 1;
    const parts = slide.querySelectorAll(":scope > :not(.ft-notes), :scope > figure > *");
    const covered = notes?.checkVisibility()
      && [...parts].some((part) => under(part.getBoundingClientRect()));
    return [
      ...(over > 0 ? [`${innerWidth} ${slide.id} ${slide.dataset.step}: ${over} too tall`] : []),
      ...(covered ? [`${innerWidth} ${slide.id}: under the notes`] : []),
    ];
  });
}"""
"""Which slides do not have room for what they say, or have it below the notes that are open."""
NOTES = "on => document.documentElement.classList.toggle('ft-with-notes', on)"
WALK = """() => {
  const faults = new Set(), slides = [...document.querySelectorAll(".ft-slide")];
  const bar = document.querySelector(".ft-clicker").getBoundingClientRect().top;
  const texts = function* (slide) {
    const found = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    while (found.nextNode()) {
      const { currentNode: text } = found, holder = text.parentElement;
      const quiet = holder.closest("title, desc, .ft-quiet");
      if (text.data.trim() && holder.checkVisibility() && !quiet) yield text;
    }
  };
  const faultsOf = function* (slide) {
    if (slide.scrollWidth > slide.clientWidth) yield "scrolls sideways";
    if (document.documentElement.scrollWidth > innerWidth) yield "the page scrolls sideways";
    slide.scrollTop = slide.scrollHeight;
    for (const text of texts(slide)) {
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, bottom } of range.getClientRects()) {
        if (right > innerWidth + 1 || left < -1) yield `cut at the side: ${text.data.trim()}`;
        if (bottom > bar + 1) yield `under the bar: ${text.data.trim()}`;
      }
    }
  };
  for (const slide of slides) {
    for (const each of slides) each.classList.toggle("ft-slide--shown", each === slide);
    for (const fault of faultsOf(slide)) faults.add(`${innerWidth} ${slide.id}: ${fault}`);
  }
  return [...faults];
}"""


@pytest.mark.browser
@pytest.mark.thorough
@pytest.mark.parametrize("story", stories())
def test_no_slide_runs_out_at_the_side_or_hides_under_the_bar(desktop: Visit, story: str) -> None:
    page, faults = desktop.page, list[str]()
    for code in PLACES:
        page.goto(f"{desktop.site}/lysbilder?sted={code}&fortelling={story}")
        expect(page.locator(".ft-slide--shown")).to_have_count(1)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            faults += page.evaluate(WALK)
    assert faults == []


@pytest.mark.browser
@pytest.mark.thorough
@pytest.mark.parametrize("story", stories())
def test_no_slide_is_scrolled_on_a_wall(desktop: Visit, story: str) -> None:
    page, faults = desktop.page, list[str]()
    told = [f"sted={code}&lang={spoken}" for code, spoken in product(LONGEST, OF_PAGES)]
    for asked in (*told, f"sted={LONGEST[0]}&vei=mork-vei"):
        page.goto(f"{desktop.site}/lysbilder?fortelling={story}&{asked}")
        expect(page.locator(".ft-slide--shown")).to_have_count(1)
        for width, height in WALLS:
            page.set_viewport_size({"width": width, "height": height})
            faults += [f"{asked}: {fault}" for fault in page.evaluate(ROOM)]
            faults += with_notes(page, asked)
    assert faults == []


def with_notes(page: Page, asked: str) -> list[str]:
    """Return what is scrolled, or covered by the notes, where they are open."""
    page.evaluate(NOTES, True)
    faults = page.evaluate(ROOM)
    page.evaluate(NOTES, False)
    return [f"{asked}, with notes: {fault}" for fault in faults]


@pytest.mark.browser
def test_notes_cover_nothing_of_a_meeting(desktop: Visit) -> None:
    page, faults = desktop.page, list[str]()
    for spoken in OF_PAGES:
        asked = f"/mote?sted={LONGEST[0]}&lengde=120&lang={spoken}"
        page.goto(desktop.site + asked)
        expect(page.locator(".ft-slide--shown")).to_have_count(1)
        for width, height in WALLS:
            page.set_viewport_size({"width": width, "height": height})
            faults += with_notes(page, asked)
    assert faults == []


@pytest.mark.browser
def test_keys_that_scroll_show_all_of_a_slide_before_the_next(desktop: Visit) -> None:
    page = desktop.page
    page.set_viewport_size({"width": 740, "height": 375})
    page.goto(f"{desktop.site}/lysbilder?sted=1151#dagen")
    shown = page.locator(".ft-slide--shown")
    tall = shown.evaluate("it => it.scrollHeight / it.clientHeight")
    assert tall > 2
    page.keyboard.press("PageDown")
    expect(shown).to_have_attribute("data-step", "dagen")
    assert shown.evaluate("it => it.scrollTop") > 0
    pressed = 1
    while shown.get_attribute("data-step") == "dagen" and pressed < 2 * tall:
        page.keyboard.press("PageDown")
        pressed += 1
    assert pressed > tall - 1
    expect(shown).not_to_have_attribute("data-step", "dagen")
    assert shown.evaluate("it => it.scrollTop") == 0
    page.goto(f"{desktop.site}/lysbilder?sted=1151#dagen")
    page.reload()
    day = shown.get_attribute("id")
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_attribute("id", f"{day}-figur")
