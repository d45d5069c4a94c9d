"""The whole story in a real browser: scrolled step by step, for five very different places."""

import re
from typing import Literal

import pytest
from playwright.sync_api import FloatRect, Locator, Page, Route, expect

from framtid.answers import as_data
from framtid.language import language_of
from framtid.stories import tell
from tests.conftest import Visit
from tests.story_reading import go_on, open_story, plain, scroll_to_step, traffic

pytestmark = pytest.mark.browser
MOVING = "0301"
"""Where the figures glide from state to state; elsewhere they are set, which costs less."""
SCROLLED = {"desktop": (MOVING, "1580", "1151"), "phone": (MOVING, "5610", "3201")}


@pytest.mark.parametrize(
    ("window", "code"),
    [
        pytest.param(window, code, marks=() if code == MOVING else pytest.mark.thorough)
        for window, codes in SCROLLED.items()
        for code in codes
    ],
)
def test_scrolling_shows_every_step_with_its_figure_and_text(
    window: str, code: str, request: pytest.FixtureRequest
) -> None:
    visit: Visit = request.getfixturevalue(window)
    told = as_data(tell("2040", code))
    if code != MOVING:
        visit.page.emulate_media(reduced_motion="reduce")
    page = open_story(visit, code)
    page.wait_for_load_state("networkidle")
    page.mouse.move(200, 500)
    asked = traffic(page)
    for position, step in enumerate(told["steps"], start=1):
        scroll_to_step(page, position, step)
        frame = told["views"][step["view"]]["frames"][step["frame"]]
        expect(page.locator(".panel__title")).to_have_text(frame["title"])
        expect(page.get_by_role("img", name=frame["alt"])).to_be_visible()
        section = page.locator(f"section#{step['id']}")
        expect(section.locator(".step__heading")).to_have_text(step["heading"])
        assert plain(step["html"]) in plain(section.inner_html())
        if position > 1:
            expect(page).to_have_url(re.compile(f"#{step['id']}$"))
    assert asked() == [], "a scroll step must not ask the server for anything"
    assert visit.problems == []


PARTS = ["h1", ".opening__note", ".panel__title", ".figure", ".step__heading", ".prose"]
NO_SCRIPT = "**/static/js/*"


def test_the_first_screen_stands_before_any_script_and_stays_where_it_is(visit: Visit) -> None:
    def boxes(within: str) -> list[FloatRect | None]:
        return [page.locator(f"{within} {part}").first.bounding_box() for part in PARTS]

    page = visit.page
    page.route(NO_SCRIPT, lambda route: route.abort())
    page.goto(visit.site + "/historie?sted=3201")
    expect(page.locator(".stand-in svg:visible path").first).to_be_visible()
    page.evaluate("document.fonts.ready")
    before, text = boxes(".stand-in"), page.locator(".stand-in .prose").inner_text()
    page.unroute(NO_SCRIPT)
    open_story(visit, "3201")
    assert page.locator(".stand-in").count() == 0
    assert boxes(".stApp .reader") == before
    assert page.locator(".prose").first.inner_text() == text


def test_who_comes_to_a_later_step_is_not_shown_the_first(desktop: Visit) -> None:
    desktop.page.route(NO_SCRIPT, lambda route: route.abort())
    desktop.page.goto(desktop.site + "/historie?sted=3201#fyrtarnet")
    expect(desktop.page.locator(".stand-in")).to_be_hidden()
    expect(desktop.page.locator("section#les-du h3")).to_be_in_viewport()


def test_next_and_previous_move_one_step(visit: Visit) -> None:
    told = as_data(tell("2040", "3201"))
    page = open_story(visit, "3201")
    go_on(page)
    expect(page.locator(".rail__count")).to_have_text(f"2 av {len(told['steps'])}")
    go_on(page)
    expect(page.locator(".rail__count")).to_have_text(f"3 av {len(told['steps'])}")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".rail__count")).to_have_text(f"2 av {len(told['steps'])}")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".rail__count")).to_have_text(f"1 av {len(told['steps'])}")
    go_on(page)
    page.get_by_role("button", name="Forrige").click()
    expect(page.locator(".rail__count")).to_have_text(f"1 av {len(told['steps'])}")


def test_a_shared_address_opens_at_its_step(visit: Visit) -> None:
    told = as_data(tell("2040", "1580"))
    step = next(step for step in told["steps"] if step["id"] == "du")
    # The step was called so once, and the link is out in the world.
    page = open_story(visit, "1580", "fyrtarnet")
    frame = told["views"][step["view"]]["frames"][step["frame"]]
    expect(page.locator(".panel__title")).to_have_text(frame["title"])
    expect(page.locator("section#du .step__heading")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#du$"))
    page.evaluate("location.hash = '#gapet'")
    expect(page.locator("section#vaktene")).to_have_attribute("aria-current", "step")
    expect(page).to_have_url(re.compile("#vaktene$"))


def test_the_reader_finds_a_place_and_goes_on_without_losing_the_thread(visit: Visit) -> None:
    page = visit.open("/historie")
    page.wait_for_selector(".panel .main-svg")
    box = page.locator("section#lenger").get_by_role("combobox")
    box.press_sequentially("utsi", delay=20)
    page.get_by_role("option", name="Utsira").first.click()
    expect(page.locator("section#hundre-norge .step__heading")).to_be_in_viewport()
    expect(page.locator("section#arbeidsmarkedet .step__heading")).to_contain_text("Utsira")
    expect(page.locator("section#lenger .prose")).to_contain_text("På Utsira har")
    assert "sted=1151" in page.url
    expect(page).to_have_title("2040 begynner nå på Utsira")
    page.get_by_role("button", name="Forrige").click()
    expect(page.locator("section#lenger")).to_contain_text("Du leser om Utsira")
    assert visit.problems == []


def hold(held: list[Route], route: Route) -> None:
    held.append(route)


def finder(desktop: Visit) -> tuple[Page, Locator]:
    page = desktop.open("/historie")
    page.wait_for_selector(".panel .main-svg")
    return page, page.locator("section#lenger").get_by_role("combobox")


def test_who_types_faster_than_the_search_still_gets_there(desktop: Visit) -> None:
    page, box = finder(desktop)
    held: list[Route] = []
    page.route("**/places.json*", lambda route: hold(held, route))
    with page.expect_request("**/places.json*q=utsira"):
        box.press_sequentially("utsira")
    box.press("Enter")
    for route in held:
        route.continue_()
    page.wait_for_url("**sted=1151**")
    assert desktop.problems == []


def test_the_arrows_walk_the_places_and_a_late_answer_is_not_shown(desktop: Visit) -> None:
    page, box = finder(desktop)
    held: list[Route] = []
    page.route("**/places.json*q=bo", lambda route: hold(held, route))
    with page.expect_request("**/places.json*q=bo"):
        box.press_sequentially("bo")
    with page.expect_request("**/places.json*q=bodo"):
        box.press_sequentially("do")
    options = page.locator("section#lenger").get_by_role("option")
    expect(options.first).to_contain_text("Bodø")
    assert held
    shown = options.all_text_contents()
    box.press("ArrowDown")
    expect(options.nth(1 % len(shown))).to_have_attribute("aria-selected", "true")
    expect(page.locator("section#lenger").get_by_role("status")).to_contain_text("treff")
    assert options.all_text_contents() == shown
    box.press("Escape")
    expect(options).to_have_count(0)


def test_a_lost_search_is_told_and_can_be_tried_again(desktop: Visit) -> None:
    page, box = finder(desktop)
    page.route("**/places.json*", lambda route: route.abort())
    box.press_sequentially("skedsmo")
    again = page.locator("section#lenger").get_by_role("button", name="Prøv igjen")
    expect(again).to_be_visible()
    page.unroute("**/places.json*")
    again.click()
    option = page.get_by_role("option", name="Lillestrøm")
    expect(option).to_contain_text("Skedsmo")
    option.click()
    page.wait_for_url("**sted=3205**")


def test_the_reader_can_be_surprised(desktop: Visit) -> None:
    page, _box = finder(desktop)
    page.locator("section#lenger").get_by_role("button", name="Overrask meg").click()
    page.wait_for_url(re.compile(r"sted=\d{4}"))
    assert desktop.problems == []


def test_the_story_can_be_read_as_an_article(visit: Visit) -> None:
    told = as_data(tell("2040", "5610"))
    page = open_story(visit, "5610")
    page.get_by_role("link", name="Artikkel").click()
    expect(page.locator(".step__heading")).to_have_count(len(told["steps"]))
    last = page.locator("section.step").last
    last.scroll_into_view_if_needed()
    expect(last.locator(".hundred svg").first).to_be_visible()


STANDING = "[...document.querySelectorAll('.hundred__one')].filter(n => n.style.opacity === '1')"


HEARS = """() => {
  window.heard = 0;
  const hear = ({ target }) => target.classList.contains("hundred__one") && window.heard++;
  for (const name of ["transitionrun", "transitionend"])
    document.body.addEventListener(name, hear, true);
}"""
"""Counts what the page around is told of the figures that move: over a thousand in a life."""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_hundred_stand_in_each_year_that_one_goes_to(
    desktop: Visit, motion: Literal["no-preference", "reduce"]
) -> None:
    desktop.page.emulate_media(reduced_motion=motion)
    page = desktop.open("/historie?sted=5610#hundre-2040")
    year = page.get_by_role("slider", name="År")
    expect(year).to_have_attribute("aria-valuenow", "2040")
    page.wait_for_function(f"() => {STANDING}.length === 100")
    page.evaluate(f"window.first = {STANDING}")
    page.evaluate(HEARS)
    year.press("ArrowLeft")
    expect(year).to_have_attribute("aria-valuenow", "2039")
    # Those who come and go do so a few at a time.
    page.wait_for_function(f"() => {STANDING}.length === 100")
    assert page.evaluate(f"{STANDING}.filter(one => first.includes(one)).length") > 80
    year.press("ArrowRight")
    year.press("ArrowRight")
    expect(year).to_have_attribute("aria-valuenow", "2040")
    page.wait_for_function(
        f"() => {STANDING}.length === 100 && {STANDING}.every(one => first.includes(one))"
    )
    assert page.evaluate("heard") == 0
    assert desktop.problems == []


WATCHED = """() => {
  window.parted = new Set();
  window.whole = false;
  const look = () => {
    for (const one of document.querySelectorAll(".hundred--walking .hundred__one"))
      if (one.style.transform.includes("scale(")) parted.add(one.style.transform);
    whole ||= Boolean(document.querySelector(".hundred__picture"));
    requestAnimationFrame(look);
  };
  look();
}"""
SETTLED = "document.querySelectorAll('.figure__layer').length === 1 && {STANDING}.length === {n}"


def test_the_hundred_part_into_the_scenes_they_are_in_and_gather_between(desktop: Visit) -> None:
    def standing(view: str) -> int:
        figure = told["views"][f"{view}/5610"]["frames"]["2040"]["figure"]
        return sum(len(trace.get("ids", ())) for trace in figure["data"])

    told = as_data(tell("2040", "5610"))
    page = desktop.open("/historie?sted=5610#hundre-2040")
    page.wait_for_function(f"() => {STANDING}.length === 100")
    page.evaluate(WATCHED)
    people = told["views"]["hundred/5610"]["frames"]["2040"]["figure"]["layout"]["meta"]["people"]
    stay = [born for born, _, since, left, _ in people["lives"] if since < 2040 and left == 3]
    pupils = sum(6 <= 2039 - born <= 15 for born in stay)
    for step, view, from_hundred in (("skolen", "desks", pupils), ("de-eldste", "homes", 1)):
        page.evaluate("() => { parted.clear(); window.whole = false; }")
        page.evaluate(f"location.hash = '{step}'")
        n = standing(view)
        page.wait_for_function("() => " + SETTLED.format(STANDING=STANDING, n=n))
        places = page.evaluate("[...parted].length")
        assert places >= from_hundred, "each of the group is where some come from"
        assert page.evaluate("window.whole"), "the hundred are seen on the way"
        assert not page.evaluate(f"{STANDING}.some(one => one.style.transform.includes('scale('))")
    assert desktop.problems == []


def test_reduced_motion_still_shows_every_state(desktop: Visit) -> None:
    told = as_data(tell("2040", "0301"))
    desktop.page.emulate_media(reduced_motion="reduce")
    page = open_story(desktop, "0301")
    for _ in range(4):
        go_on(page)
    step = told["steps"][4]
    title = told["views"][step["view"]]["frames"][step["frame"]]["title"]
    expect(page.locator(".panel__title")).to_have_text(title)


def test_a_broken_download_is_told_and_can_be_tried_again(desktop: Visit) -> None:
    page = desktop.page
    page.route("**/api/v1/stories/**", lambda route: route.abort())
    page.goto(f"{desktop.site}/historie?sted=5610")
    again = page.get_by_role("button", name="Prøv igjen")
    expect(again).to_be_visible()
    page.unroute("**/api/v1/stories/**")
    again.click()
    expect(page.locator(".step__heading").first).to_be_visible()


def test_a_place_is_found_by_the_name_it_had_and_says_so(visit: Visit) -> None:
    page = open_story(visit, "0")
    page.locator("section#lenger .finder__input").press_sequentially("skedsmo")
    option = page.locator("section#lenger [role=option]").first
    expect(option).to_contain_text("Lillestrøm")
    expect(option).to_contain_text("tidligere Skedsmo")
    assert visit.problems == []


def test_the_last_step_offers_ways_on_and_a_link_to_share(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_story(visit, "1580", "begynner-na")
    last = page.locator("section#begynner-na")
    last.get_by_role("button", name="Kopier lenken").click()
    expect(last.get_by_role("status")).to_have_text("Lenken er kopiert.")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/historie?sted=1580")
    last.get_by_role("link", name="Alle tallene for Haram").click()
    page.wait_for_url("**/kommune?sted=1580")
    assert visit.problems == []


def test_a_guess_is_drawn_by_hand_or_by_keys_and_then_answered(visit: Visit) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    page = open_story(visit, "5610", "gjett")
    step = page.locator("section#gjett")
    asked = traffic(page)
    slider = step.get_by_role("slider", name="Din gjetning for 2040")
    before = slider.get_attribute("aria-valuetext")
    slider.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") != before
    box = step.locator(".guess__picture").bounding_box()
    assert box
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 0.5 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.85 * box["width"], box["y"] + 0.3 * box["height"], steps=4)
    page.mouse.up()
    drawn = str(slider.get_attribute("aria-valuetext"))
    assert drawn not in {before, ""}
    expect(step.locator(".guess__value")).to_have_text(drawn)
    expect(step.locator(".guess__truth")).to_have_text("")
    step.get_by_role("button", name="Vis svaret").click()
    expect(step.get_by_role("status")).to_contain_text(f"Du gjettet {drawn} i 2040.")
    expect(step.get_by_role("status")).to_be_focused()  # the button is gone
    more = next(s for s in as_data(tell("2040", "5610"))["steps"] if s["id"] == "gjett")["more"]
    expect(step.get_by_role("status")).to_contain_text(plain(more["html"])[:60])
    answer = language_of("nb").numbers.about(more["future"][-1])
    expect(step.locator(".guess__truth")).to_have_text(answer)
    assert asked() == [], "a guess leaves the browser for nobody"
    expect(step.locator(".guess__slider")).to_be_disabled()
    assert visit.problems == []


COLLIDES = """(it, steps) => {
  if (steps !== null) {
    it.value = steps;
    it.dispatchEvent(new Event("input"));
  }
  const written = [...document.querySelectorAll(".guess__picture text")]
    .filter((one) => one.textContent);
  const boxes = written.map((one) => one.getBoundingClientRect());
  const whole = document.querySelector(".guess__picture").getBoundingClientRect();
  return written.flatMap(({ textContent }, at) => {
    const one = boxes[at];
    const out = one.right > whole.right || one.left < whole.left || one.height < 13;
    const on = boxes.slice(0, at).some((other) => one.left < other.right && other.left < one.right
      && one.top + 2 < other.bottom && other.top + 2 < one.bottom);
    return out || on ? [`${innerWidth}: ${textContent}`] : [];
  });
}"""


def test_no_number_of_a_guess_stands_on_another(visit: Visit) -> None:
    page = open_story(visit, "0301", "gjett")
    slider = page.locator("#gjett .guess__slider")
    for width in (375, 320):
        page.set_viewport_size({"width": width, "height": 740})
        for steps in (0, 60, 38):
            assert slider.evaluate(COLLIDES, steps) == []
    page.locator("#gjett").get_by_role("button", name="Vis svaret").click()
    expect(page.locator("#gjett .guess__truth")).not_to_have_text("")
    for width in (320, 375):
        page.set_viewport_size({"width": width, "height": 740})
        assert slider.evaluate(COLLIDES, None) == []


def test_a_birth_year_is_told_of_and_never_sent(desktop: Visit) -> None:
    page = open_story(desktop, "5610", "du")
    page.wait_for_load_state("networkidle")
    asked = traffic(page)
    year, said = page.get_by_label("Året du er født"), page.locator(".you__said")
    year.fill("1958")
    expect(said).to_contain_text("I 2040 fyller du 82 år.")
    expect(said).to_contain_text("fylt 80 år i Karasjok")
    figure = page.locator(".panel .figure")
    expect(figure).to_have_attribute("aria-label", re.compile("80–84 år: Der er du"))
    expect(figure.get_by_text("du", exact=True)).to_be_visible()
    year.press("Enter")
    expect(said).to_be_focused()
    year.fill("1850")
    expect(said).to_have_text("Det året har vi ikke tall for.")
    year.fill("19")
    expect(said).to_have_text("")
    assert asked() == []
    assert "1958" not in page.url
    assert desktop.problems == []


def test_the_answer_to_a_birth_year_stands_free_of_the_bar_and_outlives_a_choice(
    visit: Visit,
) -> None:
    page = open_story(visit, "1577", "du")
    page.get_by_label("Året du er født").fill("1992")
    page.locator("#fodt").press("Enter")
    free = """() => {
      const edge = (one, side) => document.querySelector(one).getBoundingClientRect()[side];
      return edge(".you__said", "bottom") <= edge(".rail", "top")
        && edge(".you__age", "top") >= 0 && document.querySelector("#du").matches("[aria-current]");
    }"""
    page.wait_for_function(free)
    page.evaluate("document.querySelector('#velg .choice__button').click()")
    expect(page.locator("#velg [aria-pressed=true]")).to_have_count(1)
    expect(page.locator("#fodt")).to_have_value("1992")
    expect(page.locator(".you__age")).to_contain_text("48")
    assert visit.problems == []


def test_a_day_is_told_twice_and_on_a_phone_one_at_a_time(visit: Visit) -> None:
    page = open_story(visit, "5610", "dagen")
    day = page.locator("section#dagen")
    dark, light = day.locator(".day__texts .tone--dark"), day.locator(".day__texts .tone--light")
    expect(day.locator(".drawing svg")).to_have_count(12)
    expect(dark.first).to_be_visible()
    if (page.viewport_size or {"width": 0})["width"] < 720:
        expect(light.first).to_be_hidden()
        day.get_by_role("radio", name="Lys vei").check(force=True)
        expect(dark.first).to_be_hidden()
    expect(light.first).to_be_visible()
    assert visit.problems == []
