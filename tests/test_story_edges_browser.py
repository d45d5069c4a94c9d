"""What a reader does beside scrolling on: turns the phone, goes back, asks for the next."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from framtid.language.texts import OF_PAGES, language_of
from framtid.places import Level
from framtid.stories import stories, tell
from tests.conftest import Visit
from tests.story_reading import STOPPED, open_story

pytestmark = pytest.mark.browser
UPRIGHT, ON_ITS_SIDE, NARROW = (375, 740), (740, 375), (320, 900)
STEPS = [step.id for step in stories()["2040"].steps if Level.MUNICIPALITY in step.levels]
READ_OUT = """() => {
  const words = document.querySelector(".step[aria-current] > :last-child").getBoundingClientRect();
  const bar = document.querySelector(".rail").getBoundingClientRect();
  return words.bottom <= Math.min(innerHeight, bar.top) + 1;
}"""
"""Whether the end of the step that is read has come into sight above the buttons."""


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_load_state("networkidle")
    page.evaluate(STOPPED)


def _in_sight(page: Page, step: str) -> bool:
    box = page.locator(f"section#{step}").bounding_box()
    size = page.viewport_size
    assert box
    assert size
    return box["y"] < size["height"] * 0.9 and box["y"] + box["height"] > size["height"] * 0.3


@pytest.mark.parametrize("step", [STEPS[4], STEPS[len(STEPS) // 2], STEPS[-2]])
def test_turning_the_phone_keeps_the_step(phone: Visit, step: str) -> None:
    page = open_story(phone, "5610", step)
    _resize(page, UPRIGHT)
    for size in (ON_ITS_SIDE, UPRIGHT, NARROW, (1280, 860), UPRIGHT):
        _resize(page, size)
        expect(page).to_have_url(re.compile(f"#{step}$"))
        assert _in_sight(page, step), size
    assert phone.problems == []


def test_after_turning_one_reads_on(phone: Visit) -> None:
    page = open_story(phone, "5610", STEPS[6])
    _resize(page, ON_ITS_SIDE)
    _resize(page, UPRIGHT)
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(f"#{STEPS[5]}$"))


def test_the_way_back_leads_to_the_step_before(visit: Visit) -> None:
    page = open_story(visit, "5610", STEPS[3])
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(f"#{STEPS[2]}$"))
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(f"#{STEPS[1]}$"))
    page.go_back()
    expect(page).to_have_url(re.compile(f"#{STEPS[2]}$"))
    expect(page.locator(f"section#{STEPS[2]}[aria-current]")).to_be_visible()
    page.go_back()
    expect(page.locator(f"section#{STEPS[3]}[aria-current]")).to_be_visible()
    # The browser scrolls to the end of what it gives the focus; one reads from the beginning.
    _heading_clear(page, STEPS[3])
    page.go_forward()
    expect(page.locator(f"section#{STEPS[2]}[aria-current]")).to_be_visible()
    assert visit.problems == []


def _heading_clear(page: Page, step: str) -> None:
    """Wait until a step's heading stands below the figure that lies over the text, if one does."""
    page.wait_for_function(
        """(id) => {
          const { top } = document.querySelector(`#${id} .step__heading`).getBoundingClientRect();
          const panel = document.querySelector(".panel").getBoundingClientRect();
          return top >= (panel.width < innerWidth - 40 ? 0 : panel.bottom) && top < innerHeight;
        }""",
        arg=step,
    )


@pytest.mark.parametrize(("size", "last"), [(None, 7), (ON_ITS_SIDE, 4)])
def test_the_next_button_never_skips_text_under_the_bar(
    phone: Visit, size: tuple[int, int] | None, last: int
) -> None:
    # A window that is still gliding would be measured on the way.
    phone.page.emulate_media(reduced_motion="reduce")
    page = open_story(phone, "5610")
    if size:
        _resize(page, size)
    lit = page.locator(".step[aria-current]")
    button = page.get_by_role("button", name="Neste")
    seen = [STEPS[0]]
    for _ in range(4 * len(STEPS)):
        step = lit.get_attribute("id")
        whole = page.evaluate(READ_OUT)
        button.click()
        page.evaluate(STOPPED)
        now = lit.get_attribute("id")
        if now != step:
            assert whole, f"{step} was left before its end had been in sight"
            seen.append(str(now))
        if now == STEPS[last]:
            break
    assert seen == STEPS[: last + 1]


def test_the_next_button_stops_at_the_page_of_a_chapter(phone: Visit) -> None:
    phone.page.emulate_media(reduced_motion="reduce")
    page = open_story(phone, "5610", "du")
    lit, button = page.locator(".step[aria-current]"), page.get_by_role("button", name="Neste")
    for _ in range(8):
        button.click()
        page.evaluate(STOPPED)
        if lit.get_attribute("id") != "du":
            break
    expect(page.locator(".chapter[data-act=regionen] h2")).to_be_in_viewport()
    expect(page.locator("#arbeidsmarkedet-tittel")).not_to_be_in_viewport()
    button.click()
    page.evaluate(STOPPED)
    expect(page.locator("#arbeidsmarkedet-tittel")).to_be_in_viewport()
    assert lit.get_attribute("id") == "arbeidsmarkedet"


@pytest.mark.parametrize(("story", "step"), [("hender", "spakene"), ("utenfor", "amina")])
def test_the_figure_is_in_sight_after_the_fork(phone: Visit, story: str, step: str) -> None:
    phone.page.emulate_media(reduced_motion="reduce")
    page = phone.open(f"/historie/{story}?sted=5610#{step}")
    expect(page.locator(f"section#{step}[aria-current]")).to_be_visible()
    _heading_clear(page, step)
    page.wait_for_function(
        """() => {
          const panel = document.querySelector(".panel");
          const { left, top, width, height } = panel.getBoundingClientRect();
          return panel.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }"""
    )


def test_one_of_the_hundred_is_the_reader_who_has_said_when_born(phone: Visit) -> None:
    phone.page.emulate_media(reduced_motion="reduce")
    page = open_story(phone, "5610", "du")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.locator("#fodt").fill("1985")
    page.evaluate("location.hash = 'hundre-2040'")
    picture = page.locator(".hundred__picture")
    expect(picture.locator(".hundred__one .hundred__ring")).to_have_count(1)
    expect(picture.locator("g.hundred__ring text")).to_have_text("du")
    expect(picture).to_have_attribute("aria-label", re.compile("Én av dem står for deg"))
    assert not [each for each in asked if "1985" in each]


def test_words_below_small_figures_keep_apart_on_the_narrowest_phone(phone: Visit) -> None:
    phone.page.emulate_media(reduced_motion="reduce")
    page = open_story(phone, "5610", "vaktene")
    _resize(page, (320, 600))
    page.wait_for_function(
        "document.querySelector('.hundred__key')?.getBoundingClientRect().width < 321"
    )
    boxes = page.evaluate(
        "[...document.querySelectorAll('.hundred__key > g')].map((g) => g.getBoundingClientRect())"
        ".map(({ left, right }) => [left, right]).sort((one, other) => one[0] - other[0])"
    )
    assert len(boxes) == 3
    assert boxes[-1][1] <= 320
    assert all(after[0] >= before[1] for before, after in pairwise(boxes))


def test_the_next_button_reads_the_last_step_to_its_end(phone: Visit) -> None:
    phone.page.emulate_media(reduced_motion="reduce")
    page = open_story(phone, "5610", STEPS[-1])
    button = page.get_by_role("button", name="Neste")
    expect(button).to_have_attribute("aria-disabled", "false")
    for _ in range(6):
        if button.get_attribute("aria-disabled") == "true":
            break
        button.click()
        page.evaluate(STOPPED)
    assert page.evaluate(READ_OUT), "the button stops before what a reader may do next is in sight"
    expect(button).to_have_attribute("aria-disabled", "true")


MEASURED = """() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const [stage, panel, rail, text] = [".stage", ".panel", ".rail", ".step[aria-current]"].map(box);
  return {
    scrolled: Boolean(document.querySelector(".reader--scroll")),
    wide: document.documentElement.scrollWidth - innerWidth,
    beside: text.right <= panel.left + 1,
    crossed: rail.bottom > panel.top && rail.top < panel.bottom ? rail.right - panel.left : 0,
    middle: Math.abs(stage.left + stage.right - document.documentElement.clientWidth) / 2,
    width: stage.width,
  };
}"""


def test_the_story_fits_a_phone_that_lies_a_narrow_one_and_a_wall(phone: Visit) -> None:
    page = open_story(phone, "5610", STEPS[18])
    for size, beside in (
        (ON_ITS_SIDE, True),
        ((640, 300), True),
        ((932, 430), True),
        ((320, 568), False),
        ((2560, 1300), True),
    ):
        _resize(page, size)
        now = page.evaluate(MEASURED)
        assert now["scrolled"], size
        assert now["wide"] <= 0, size
        assert now["beside"] == beside, size
        assert not beside or now["crossed"] <= 1, size
        assert now["middle"] <= 10, size
        assert now["width"] <= 1760, size
    _resize(page, (320, 256))
    expect(page.locator(".reader--article")).to_be_visible()
    assert phone.problems == []


LINES = """(lines) => lines.filter((line) => {
  const foot = document.querySelector(".panel__foot .sources");
  const kept = [...foot.childNodes];
  foot.replaceChildren(`${line.word} `, ...line.labels.flatMap((label, index) => {
    const link = document.createElement("a");
    link.append(label);
    return [index ? " · " : "", link];
  }));
  const box = foot.getBoundingClientRect();
  const names = [...foot.querySelectorAll("a")];
  const cut = names.some((name) => {
    const { top, bottom, left, right, height } = name.getBoundingClientRect();
    const halved = top < box.bottom - 1 && bottom > box.bottom + 1;
    return halved || left < box.left - 1 || right > box.right + 1 || height > 24;
  });
  foot.replaceChildren(...kept);
  return cut;
})"""
"""The lines of sources in which a name below the story's figure is cut or broken in two."""


def _source_lines() -> list[dict[str, object]]:
    """Return the lines of sources of every step of every story, in each language."""
    lines = {
        (spoken, tuple(source.label for source in view.sources))
        for spoken in OF_PAGES
        for name in stories()
        for view in tell(name, "3209", spoken).views.values()
    }
    return [
        {"word": language_of(spoken).say("reader.sources"), "labels": list(labels)}
        for spoken, labels in sorted(lines)
    ]


def test_no_name_of_a_source_is_cut_below_the_figure(phone: Visit) -> None:
    page, lines = open_story(phone, "3209", STEPS[3]), _source_lines()
    assert len(lines) > 10
    assert not page.locator(".panel__foot > .sources").is_visible()
    page.get_by_role("button", name="Tabell og kilder").click()
    expect(page.locator("dialog .sources a").first).to_be_visible()
    page.keyboard.press("Escape")
    for size in (ON_ITS_SIDE, (1280, 860)):
        _resize(page, size)
        cut = page.evaluate(LINES, lines)
        assert cut == [], (size, cut)
