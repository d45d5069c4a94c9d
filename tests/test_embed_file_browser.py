"""A frame in a page that no server sends: a file on a journalist's desk, as in many apps too."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from framtid.embed.request import read
from framtid.embed.snippet import iframe

pytestmark = pytest.mark.browser


def test_a_line_pasted_in_a_plain_file_shows_the_figure(
    browser: Browser, site: str, tmp_path: Path
) -> None:
    file = tmp_path / "sak.html"
    line = iframe(read("pupils", "1824", {}), site)
    file.write_text(f'<!doctype html><html lang="nb"><meta charset="utf-8">{line}', "utf-8")
    context = browser.new_context(viewport={"width": 680, "height": 900})
    page = context.new_page()
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("svg:visible").first.wait_for()
    assert "Vefsn" in frame.locator("main").inner_text()
    context.close()
