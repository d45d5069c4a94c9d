"""Narrow frames in fonts that are wider than ours: nothing runs over, and all can be read."""

import pytest
from playwright.sync_api import Browser

from framtid.embed.frame.heights import recommended
from framtid.embed.frame.render import built, frame
from framtid.embed.request import read
from framtid.places import places
from framtid.views.registry import views

pytestmark = [pytest.mark.browser, pytest.mark.thorough]
CODES = ("1580", "ba-5", "0")
ALONG = "1-heltid2-flytt1"
WIDTHS = (280, 320, 359)
FONT = "DejaVu Sans"
"""As wide as Verdana, the widest that anybody falls back on."""
LEAST = 10
"""Pixels of the smallest letters in a drawing."""
LOOK = """(font) => {
  const told = document.querySelector("style#fallback")
    ?? document.head.appendChild(Object.assign(document.createElement("style"), {id: "fallback"}));
  told.textContent = `main, main * { font-family: "${font}" !important }`;
  const page = document.documentElement, wrong = [];
  if (page.scrollWidth > innerWidth) wrong.push("wider than the frame");
  if (page.scrollHeight > innerHeight) wrong.push("higher than the frame");
  const drawing = [...document.querySelectorAll(".f>svg")]
    .find((each) => getComputedStyle(each).display !== "none");
  const room = drawing.getBoundingClientRect();
  const words = [...drawing.querySelectorAll("text")].filter((each) => each.textContent.trim());
  const boxes = words.map((each) => each.getBoundingClientRect());
  words.forEach((each, at) => {
    const box = boxes[at], name = each.textContent.trim();
    if (box.left < room.left - 1 || box.right > room.right + 1) wrong.push(`${name} is cut off`);
    const pixels = each.getScreenCTM().a * each.getAttribute("font-size");
    if (pixels < LEAST) wrong.push(`${name} is ${pixels} pixels`);
    boxes.slice(at + 1).forEach((other, next) => {
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const up = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      // Half of a line is the room above and below its letters.
      if (across > 1 && up > Math.min(box.height, other.height) / 2) {
        wrong.push(`${name} lies over ${words[at + 1 + next].textContent.trim()}`);
      }
    });
  });
  return wrong;
}""".replace("LEAST", str(LEAST))


def test_every_view_can_be_read_in_a_narrow_frame_and_a_wide_font(browser: Browser) -> None:
    """In a frame of the height that Bygg inn gives; one page is used over again."""
    page, wrong = browser.new_page(), dict[str, list[str]]()
    for name, maker in views().items():
        code = next(
            code for code in ("1580", "ba-5", "0") if places().get(code).level in maker.levels
        )
        asked = read(name, code, {"path": ALONG})
        height = recommended(built(asked))
        page.set_content(frame(asked))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": height})
            if told := page.evaluate(LOOK, FONT):
                wrong[f"{name} {width}"] = told
    page.close()
    assert wrong == {}
