"""What a step of a story becomes elsewhere: a frame of its own, or that of the view it shows."""

from collections.abc import Mapping

from framtid.embed.request import Asked, read, read_language, read_pathway
from framtid.embed.request_step import AskedStep, read_step
from framtid.errors import UnknownViewError
from framtid.language import language_of
from framtid.places import places
from framtid.stories.kinds import Kind
from framtid.stories.one_step import one_step
from framtid.stories.story import Step, stories, story_of
from framtid.stories.tell import shown
from framtid.views.model import View


def _step(story: str, name: str, code: str) -> Step | None:
    """Return the step of a story that an address names, where it is told for the place."""
    place = places().by_code.get(code)
    steps = story_of(story).steps if story in stories() and place else ()
    named = (step for step in steps if name in {step.id, *step.was})
    return next((step for step in named if place and place.level in step.levels), None)


def step_meant(
    story: str, name: str, code: str, query: Mapping[str, str]
) -> Asked | AskedStep | None:
    """Return what a link to a step stands for, or None where the story has no such step.

    Args:
        story: the story of the address.
        name: what stands after its ``#``.
        code: the place.
        query: what the address says besides, by the names of a frame.

    """
    step = _step(story, name, code)
    if step is None:
        return None
    if step.kind:
        return read_step(story, step.id, code, query)
    pathway = read_pathway(query) if query.get("path") else None
    view, _ = shown(step, places().get(code), pathway, language_of(read_language(query)))
    return _of(view)


def _of(view: View) -> Asked:
    return read(view.id, view.place, {"lang": view.language, "path": view.path})


def told_of(asked: AskedStep) -> tuple[str, Kind, Asked]:
    """Return heading and kind of a step, and the view beside it, whose picture stands for it.

    A step itself is text that each reader's own font lays out; only its figure is a picture.
    """
    step = _step(asked.story, asked.step, asked.code)
    if step is None or step.kind is None:
        raise UnknownViewError(f"{asked.story}/{asked.step}")
    told = one_step(asked.story, asked.step, asked.code, asked.language, asked.pathway)
    return told.heading, step.kind, _of(told.view)
