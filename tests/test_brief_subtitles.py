"""What is measured is told in two lines or so on a phone, and in whole everywhere else."""

import pytest
from playwright.sync_api import expect

from framtid.pathways.codec import decode
from framtid.stories import stories, tell
from framtid.views.drawing import fonts
from framtid.views.drawing.fonts import SANS, Face
from tests.conftest import Visit

LANGUAGES = ("nb", "nn", "en")
ROOM, SIZE, MOST = 343, 14, 2
"""What a phone of 375 pixels has for the words under a title, their size, and how many lines."""
LONGER = 1
"""How many lines more they may be where the place's name takes much of the first."""
PATHS = (None, decode("lys-vei"))
"""Nothing chosen, and a path."""


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("code", ["1108", "5610", "3209", "0301"])
def test_what_is_measured_takes_two_lines_on_a_phone(spoken: str, code: str) -> None:
    for story in stories():
        for path in PATHS:
            for key, view in tell(story, code, spoken, path).views.items():
                told = f"{view.place_name} · {view.brief}"
                much = len(view.place_name) > len("Ullensaker")
                said = fonts.lines(told, Face(SANS), SIZE, ROOM)
                assert len(said) <= MOST + LONGER * much, (story, key, said)
                assert len(view.brief) <= len(view.subtitle)


@pytest.mark.browser
def test_a_phone_says_it_briefly_and_the_table_and_those_who_listen_have_all_of_it(
    phone: Visit,
) -> None:
    whole, brief = _desks()
    page = phone.open("/historie?sted=5610#skolen")
    said = page.locator(".panel__subtitle:has-text('pult')")
    expect(said.locator(".measured--brief")).to_have_text(brief)
    expect(said.locator(".measured--brief")).to_be_visible()
    expect(said.locator(".measured")).to_have_text(whole)
    assert said.evaluate("node => node.getBoundingClientRect().height") < MOST * SIZE * 1.5
    assert said.locator(".measured").evaluate("node => node.getBoundingClientRect().width") <= 1
    page.get_by_role("button", name="Tabell og kilder").click()
    expect(page.get_by_role("dialog").locator(".panel__subtitle")).to_have_text(whole)


@pytest.mark.browser
def test_a_wide_screen_says_all_of_it(desktop: Visit) -> None:
    whole, _ = _desks()
    page = desktop.open("/historie?sted=5610#skolen")
    expect(page.get_by_text(whole, exact=True)).to_be_visible()
    expect(page.locator(".measured--brief")).to_be_hidden()


def _desks() -> tuple[str, str]:
    views = tell("2040", "5610").views.values()
    view = next(each for each in views if each.id == "desks")
    return f"{view.place_name} · {view.subtitle}", f"{view.place_name} · {view.brief}"
