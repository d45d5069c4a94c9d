"""What stands in for the reader until it runs: a story's opening and first figure as plain HTML."""

from framtid import addresses
from framtid.language.current import reader_language, spoken
from framtid.language.dates import day
from framtid.statistics.keeping import kept
from framtid.stories.kept_story import kept_story
from framtid.views.drawing import draw
from framtid.web.templates import environment

SIZES = {"phone": (343, 272), "tablet": (707, 404), "laptop": (717, 621), "screen": (1102, 813)}
"""Pixels of the reader's figure in windows of 375 × 760, 768 × 1024, 1280 × 800 and 1920 × 1000.

The style sheet shows the one that is nearest, scaled to the room there is.
"""


@kept(600, by=spoken)
def first_screen(code: str, story: str = addresses.DEFAULT_STORY) -> str:
    """Return the first screen of a story told for a place.

    It uses the reader's own class names and style sheet, so that it looks like what follows.
    """
    told = kept_story(story, code, spoken())
    step = told.steps[0]
    view = told.views[step.view]
    frame = view.frames[step.frame]
    return (
        environment()
        .get_template("stand_in.html")
        .render(
            told=told,
            act=told.acts[0],
            step=step,
            view=view,
            frame=frame,
            updated=day(told.updated, reader_language()),
            pictures={name: draw({**frame.figure}, *size) for name, size in SIZES.items()},
        )
    )
