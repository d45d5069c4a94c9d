"""A step that is a screen of its own waits until the figure before it has been seen whole."""

import pytest

from tests.conftest import Visit

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
