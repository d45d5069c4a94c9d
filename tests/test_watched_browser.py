"""What no page may do is seen where it is done: each visit is watched."""

import pytest
from playwright.sync_api import Route

from tests.conftest import Visit

pytestmark = pytest.mark.browser
ELSEWHERE = "https://en-annen-maskin.no/"


def test_who_asks_another_machine_is_told_of(desktop: Visit) -> None:
    page = desktop.open("/om")
    assert desktop.problems == []
    page.evaluate("(elsewhere) => fetch(elsewhere).catch(() => undefined)", ELSEWHERE)
    assert any(ELSEWHERE in each for each in desktop.problems)


def test_letters_that_are_not_ours_are_told_of(desktop: Visit) -> None:
    def theirs(route: Route) -> None:
        face = '@font-face { font-family: Theirs; src: url("/static/media/theirs.woff2"); }'
        route.fulfill(response=route.fetch(), body=face + "* { font-family: Theirs !important; }")

    desktop.page.route("**/assets/site.*.css", theirs)
    desktop.open("/om")
    assert any(each.startswith("not ours") for each in desktop.problems)
