"""Every figure on a phone, drawn by the bundle itself: no words stand on words, or outside."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from framtid.language.texts import DEFAULT, LANGUAGES
from framtid.pathways.codec import decode
from framtid.places import places
from framtid.views.registry import build_view, views
from tests.conftest import DESKTOP, visiting

pytestmark = pytest.mark.browser
PLACES = ["0", "ba-5", "1151", "3209", "5610", "0301"]
CASES = [
    *((DEFAULT, code) for code in PLACES),
    *((spoken, code) for spoken in LANGUAGES if spoken != DEFAULT for code in ("0", "3209")),
]
PATHS = ["1", "lys-vei", "mork-vei", "1-heltid2-hjemme3"]
GALLERY, DESK = ((284, 320), (339, 320)), ((284, 240), (339, 240))
"""Pixels of a figure on Min kommune and on Veivalg, on a small phone and on another."""
BOTH = {"0", "3209"}
"""Where both are measured; the smaller is the stricter, and is enough elsewhere."""

MEASURE = (Path(__file__).parent / "fixtures" / "collisions.js").read_text("utf-8")


@pytest.fixture(scope="module")
def drawing(browser: Browser, site: str) -> Iterator[Page]:
    """Open a page that has the bundle and the reader's modules."""
    with visiting(browser, site, *DESKTOP) as visit:
        page = visit.open("/veivalg?sted=5610")
        page.wait_for_selector(".picture .scatterlayer path")
        yield page


def collisions(page: Page, figures: Mapping[str, object], size: tuple[int, int]) -> list[list[str]]:
    """Return the words in figures that touch others, or leave a box of a size."""
    width, height = size
    # As one text: to hand over each number by itself is a fifth of all the work.
    asked = {"figures": json.dumps(figures), "width": width, "height": height}
    found: list[list[str]] = page.evaluate(MEASURE, asked)
    return found


@pytest.mark.thorough
@pytest.mark.parametrize(("spoken", "code"), CASES)
def test_words_in_a_places_figures_keep_apart(drawing: Page, spoken: str, code: str) -> None:
    level = places().get(code).level
    figures = {
        f"{name}/{frame.id}": frame.figure
        for name, maker in views().items()
        if level in maker.levels and not maker.along
        for frame in build_view(name, code, spoken).frames
    }
    assert len(figures) > 10
    for size in GALLERY if code in BOTH else GALLERY[:1]:
        assert collisions(drawing, figures, size) == []


@pytest.mark.thorough
@pytest.mark.parametrize(("spoken", "code"), CASES)
def test_words_in_a_paths_pictures_keep_apart(drawing: Page, spoken: str, code: str) -> None:
    figures = {
        f"{name}/{taken}": build_view(name, code, spoken, pathway=decode(taken).pathway).figure
        for name, maker in views().items()
        if maker.along
        for taken in PATHS
    }
    assert len(figures) >= 16
    for size in DESK if code in BOTH else DESK[:1]:
        assert collisions(drawing, figures, size) == []


FEET = """() => [...document.querySelectorAll(".panel__foot, .dialog, .ft-article__text")]
  .flatMap((foot) => [...foot.querySelectorAll(".sources")].map((line) => [foot, line]))
  .filter(([, line]) => line.checkVisibility())
  .flatMap(([foot, line]) => {
    const squeezed = line.scrollWidth > line.clientWidth || line.scrollHeight > line.clientHeight;
    const twice = [".foot__wide", ".foot__narrow"]
      .every((name) => foot.querySelector(name)?.checkVisibility());
    return squeezed || twice ? [`${innerWidth}: ${line.textContent}`] : [];
  })"""


@pytest.mark.parametrize(
    "page",
    ["/veivalg?sted=5610&vei=lys-vei", "/kommune?sted=5610", "/historie?sted=5610&som=artikkel"],
)
def test_the_sources_under_a_figure_have_room(browser: Browser, site: str, page: str) -> None:
    with visiting(browser, site, 320, 740) as visit:
        opened = visit.open(page)
        opened.locator(".sources:visible").first.wait_for()
        for width in (320, 375):
            opened.set_viewport_size({"width": width, "height": 740})
            assert opened.evaluate(FEET) == []
