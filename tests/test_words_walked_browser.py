"""A story walked from step to step without motion: every figure has the words it was given."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from framtid import addresses
from framtid.stories import stories
from tests.conftest import DESKTOP, visiting

pytestmark = [pytest.mark.browser, pytest.mark.thorough]
WORDS = """() => [...document.querySelectorAll(".panel .textpoint text")]
  .map((one) => one.textContent.trim()).sort()"""
STANDS = f"(wanted) => JSON.stringify(({WORDS})()) === JSON.stringify(wanted)"


def words(frame: Any) -> list[str] | None:
    """Return what stands in a figure that Plotly draws; None where people are drawn."""
    figure = frame["figure"]
    if {"people", "scene"} & set(figure["layout"].get("meta") or {}):
        return None
    said = (t["text"] for t in figure["data"] if "text" in t.get("mode", "") and "text" in t)
    return sorted(word.strip() for each in said for word in each if word.strip())


@pytest.mark.parametrize("story", stories())
def test_no_word_is_lost_from_one_figure_to_the_next(
    browser: Browser, site: str, story: str
) -> None:
    with visiting(browser, site, *DESKTOP) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        page = visit.open(f"/historie/{story}?sted=3209")
        told = page.request.get(site + addresses.story_document("3209", story=story)).json()
        for step in told["steps"]:
            page.evaluate("(id) => { location.hash = id; }", step["id"])
            page.wait_for_selector(f"section#{step['id']}[aria-current]")
            if not step["view"] or not step["frame"]:
                continue
            wanted = words(told["views"][step["view"]]["frames"][step["frame"]])
            if wanted is not None:
                page.wait_for_function(STANDS, arg=wanted)
