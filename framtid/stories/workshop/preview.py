"""A story as it reads in a place, as plain text: prose with its figures, and what is shown."""

from collections.abc import Iterator
from textwrap import fill

from framtid import addresses
from framtid.errors import BrokenPathError
from framtid.language import language_of
from framtid.pathways.codec import decode
from framtid.stories.fork import way
from framtid.stories.prose import plain
from framtid.stories.story import story_of
from framtid.stories.workshop.told import Failed, Told, told

WIDTH = 80


def preview(
    name: str, code: str, spoken: str = "nb", path: str = "", step: str = ""
) -> Iterator[str]:
    """Yield the lines of a story as a reader of a place meets it.

    Args:
        name: the story's folder.
        code: the place.
        spoken: language code.
        path: name or code of the path that was chosen; none before any choice.
        step: the only step that is wanted; all of them without.

    Raises:
        UnknownStoryError: no story has that name.
        UnknownPlaceError: no place has that code.
        BrokenPathError: the path cannot be read.

    """
    story, language = story_of(name), language_of(spoken)
    pathway = way(decode(path)) if path else None
    if path and pathway is None:
        raise BrokenPathError(path)
    asked = {addresses.LANGUAGE: language.code}
    if name != addresses.DEFAULT_STORY:
        asked |= {addresses.STORY_ID: name}
    link = addresses.page(addresses.STORY, code, path, **asked)
    for one in told(story, code, language, pathway):
        if step in {"", one.step.id}:
            yield from _failed(one) if isinstance(one, Failed) else _step(one, link)


def _step(one: Told, link: str) -> Iterator[str]:
    yield f"## {one.heading}"
    yield ""
    yield from (fill(line, WIDTH) for line in plain(one.text).split("\n"))
    yield ""
    yield fill(f"[{one.view.id} / {one.frame}: {one.finding}]", WIDTH)
    yield f"{link}#{one.step.id}"
    yield ""


def _failed(one: Failed) -> Iterator[str]:
    yield f"## {one.step.id}"
    yield ""
    yield f"!! {one.reason}"
    yield ""
