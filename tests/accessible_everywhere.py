"""``python -m tests.accessible_everywhere``: axe on every page, at every width, in every look.

The suite looks at each page in light at three widths, and at its contrast in the dark and in forced
colours at one (``test_accessible_browser.py``). This takes all of it: 1280, 375 and 320 pixels
(400 % zoom) × light, dark and forced colours × as it comes and with everything unfolded, the menu
too; and the three stories with each step lit. All rules of axe in light, those of colour in the
other looks. It takes half an hour of one core, so it is run by hand. What is found is written out,
then the counts.

Name parts of addresses to look at those alone: ``… accessible_everywhere /om /spill``.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.axe import DRESSED, Faults, violations
from tests.conftest import BROWSER, DESKTOP, running, visiting
from tests.find_browser import find_browser
from tests.test_accessible_browser import LONG, OPEN, PATHS

STORIES = ("/historie?sted=5610", "/historie/hender?sted=5610", "/historie/utenfor?sted=5610")
MORE = (
    *(f"{story}&som=artikkel" for story in STORIES[1:]),
    "/historie?sted=5610&vei=lys-vei",
    "/historie?sted=0",
    "/embed/carers/5610",
    "/embed/2040/gjett/5610",
    "/rom?kode=ABCD",
)
WIDTHS = (1280, 375, 320)
LOOKS = ("light", "dark", "forced")
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules that a look has a say in."""


def _dressed(page: Page, look: str) -> None:
    page.emulate_media(
        color_scheme="light" if look == "light" else "dark",
        forced_colors="active" if look == "forced" else "none",
        reduced_motion="reduce",
    )
    if look != "forced":
        page.wait_for_function(DRESSED)


def _states(page: Page, path: str) -> Iterator[str]:
    """Bring a page from state to state; yield what each is called."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 760})
        for look in LOOKS:
            _dressed(page, look)
            yield f"{width} {look}"
    if path.startswith(LONG):
        return
    page.evaluate(OPEN)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 760})
        for button in page.locator(".ft-menu-button:visible").all():
            if button.get_attribute("aria-expanded") == "false":
                button.click()
        for look in LOOKS:
            _dressed(page, look)
            yield f"{width} {look} open"


def _steps(page: Page) -> Iterator[str]:
    """Light each step of a story, on a phone in the dark and on a wide screen in light."""
    for width, look in ((375, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 760})
        _dressed(page, look)
        for step in page.locator("section.step[id]").all():
            step.scroll_into_view_if_needed()
            page.wait_for_timeout(150)
            yield f"{width} {look} #{step.get_attribute('id')}"


def _amiss(page: Page, state: str) -> Faults:
    return violations(page) if " light" in state else violations(page, *OF_COLOUR)


def looked_at(browser: Browser, site: str, asked: tuple[str, ...]) -> Iterator[tuple[str, Faults]]:
    """Yield each state of each page with what is amiss in it."""
    for path in (*PATHS, *STORIES[1:], *MORE):
        if asked and not any(part in path for part in asked):
            continue
        with visiting(browser, site, *DESKTOP) as visit:
            page = visit.open(path)
            for state in _states(page, path):
                yield f"{path} {state}", _amiss(page, state)
            if path in STORIES:
                for state in _steps(visit.open(path)):
                    yield f"{path} {state}", _amiss(page, state)


def main(*asked: str) -> int:
    """Look at them all; return how many states have something amiss."""
    broken: Counter[str] = Counter()
    states = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder)) as site,
        sync_playwright() as player,
    ):
        browser = player.chromium.launch(executable_path=find_browser(), args=list(BROWSER))
        for state, faults in looked_at(browser, site, asked):
            states += 1
            for rule, nodes in faults:
                broken[rule] += len(nodes)
                sys.stdout.write(f"{state}: {rule}: {nodes[0]}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{states} states of pages, {sum(broken.values())} violations\n")
    return min(sum(broken.values()), 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
