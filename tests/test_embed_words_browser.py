"""Words of every language in the narrowest frame: none is cut off at the edge of its drawing."""

import pytest
from playwright.sync_api import Browser

from framtid.embed.frame.render import frame
from framtid.embed.request import read
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.views.registry import views

pytestmark = [pytest.mark.browser, pytest.mark.thorough]
ALONG = "1-heltid2-flytt1"
"""A pathway that differs from the official line, so that both lines are named."""
CUT = """() => [...document.querySelectorAll(".f>svg")]
  .filter((drawing) => getComputedStyle(drawing).display !== "none")
  .flatMap((drawing) => {
    const { left, right } = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll("text")].filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1;
    }).map((text) => text.textContent);
  })"""


@pytest.mark.parametrize("code", ["0", "1580"])
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_word_is_cut_off_in_the_narrowest_frame(
    browser: Browser, spoken: str, code: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    level, found = places().get(code).level, {}
    for name in (each.id for each in views().values() if level in each.levels):
        page.set_content(frame(read(name, code, {"lang": spoken, "path": ALONG})))
        found[name] = page.evaluate(CUT)
    context.close()
    assert {name: words for name, words in found.items() if words} == {}
