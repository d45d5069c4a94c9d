"""A step that is a screen of its own: it waits for the figure before it, and is seen whole."""

import pytest
from playwright.sync_api import Browser, FloatRect, Locator

from framtid.stories import stories
from tests.conftest import Visit, visiting

pytestmark = pytest.mark.browser
BEFORE = ("hundre-norge", "ventetiden")
"""Steps of the story that a guess and a front page follow."""
UNCOVERED = """() => {
  const button = document.querySelector(".panel__foot .button");
  const { left, top, width, height, bottom } = button.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return bottom <= innerHeight && button.contains(found);
}"""


@pytest.mark.parametrize("step", BEFORE)
def test_sources_are_seen_on_the_step_before_a_screen_of_its_own(desktop: Visit, step: str) -> None:
    page = desktop.open(f"/historie?sted=5610#{step}")
    page.wait_for_function(UNCOVERED)


@pytest.mark.thorough
@pytest.mark.parametrize("spoken", ["nb", "en"])
@pytest.mark.parametrize("story", stories())
def test_all_paths_of_a_fork_stand_over_the_bar_on_a_phone(
    browser: Browser, site: str, story: str, spoken: str
) -> None:
    with visiting(browser, site, 375, 740) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        for place in ("5610", "0301"):
            page = visit.open(f"/historie/{story}?sted={place}&lang={spoken}#velg")
            page.wait_for_selector("section#velg[aria-current]")
            cards = page.locator("#velg .choice__path")
            ends = [box["y"] + box["height"] for box in map(_box, cards.all())]
            assert len(ends) == 3
            assert max(ends) <= _box(page.locator(".rail"))["y"], (place, ends)


def _box(one: Locator) -> FloatRect:
    box = one.bounding_box()
    assert box, "it is not in sight"
    return box
