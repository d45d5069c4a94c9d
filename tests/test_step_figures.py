"""A step's figure and its text are about the same thing: what the title tells, the text tells."""

import re

import pytest

from framtid.answers import as_data
from framtid.pathways.codec import decode
from framtid.stories import tell
from framtid.stories.prose import plain
from framtid.stories.story import stories
from framtid.stories.workshop.told import figures
from framtid.views.registry import views

CODES = ("0301", "5610", "1151")
WAYS = (None, "lys-vei", "mork-vei", "som-i-dag", "2-un3hj2")
STEPS = {
    "spakene": ("roster", "all", "roster"),
    "dagen": ("roads", "places", "path_places"),
    "forsiden": ("roads", "gap", "path_hands"),
    "pengene": ("roads", "kroner", "path_kroner"),
}
"""What each step after the fork is of: a view and its state, and the view of a chosen path."""
WORDS = {
    "spakene": "vakter",
    "dagen": "plasser på institusjon",
    "forsiden": "årsverk",
    "pengene": "kroner",
}


def _steps(code: str, way: str | None) -> dict[str, tuple[str, str, str, str]]:
    """Return by step: the view and state it shows, that state's title, and the step's text."""
    document = as_data(tell("2040", code, "nb", decode(way) if way else None))
    return {
        step["id"]: (
            step["view"].split("/")[0],
            step["frame"],
            document["views"][step["view"]]["frames"][step["frame"]]["title"],
            plain(f"{step['heading']} {re.sub(r'<[^>]+>', '', step['html'])}"),
        )
        for step in document["steps"]
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", CODES)
def test_the_figure_of_a_step_is_of_what_its_text_tells(code: str, way: str | None) -> None:
    told = _steps(code, way)
    for name, (before, frame, view) in STEPS.items():
        shown, state, title, text = told[name]
        assert (shown, state) == ((view, "all") if way else (before, frame)), name
        assert WORDS[name] in text.lower(), (name, text)
        # What the path is held against may be told as a difference in the text.
        mine = figures(text.replace("&nbsp;", "\u00a0"))
        assert figures(title.split(", mot")[0]) <= mine, (name, way, title, text)


def test_every_step_along_a_path_has_a_view_of_the_same_indicator() -> None:
    steps = {step.id: step for step in stories()["2040"].steps}
    for name, (before, frame, view) in STEPS.items():
        assert steps[name].view == before
        assert steps[name].frame == frame
        assert steps[name].along == view
        assert views()[view].along
