"""One step of a kind by itself, as it stands in a frame: its prose, and what it has beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from framtid.errors import UnknownViewError, WrongLevelError
from framtid.language import language_of
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import places
from framtid.stories.drawings import drawing
from framtid.stories.kinds import Drawing, Told
from framtid.stories.kinds_told import Teller, drawn, kind_told
from framtid.stories.prose import html
from framtid.stories.prose_values import prose_values
from framtid.stories.story import Step, story_of
from framtid.stories.tell import shown
from framtid.views.model import View


@dataclass(frozen=True, slots=True)
class OneStep:
    """A step as it is told for a place, perhaps along a path."""

    heading: str
    html: str
    more: Told
    drawings: dict[str, Drawing]
    view: View
    """Its figure, in every state."""
    frame: str
    """The state that the step shows."""


def steps_of_kinds(story: str, code: str) -> Iterator[Step]:
    """Yield the steps of a story that are of a kind and told for a place; raise as ``tell``."""
    level = places().get(code).level
    yield from (step for step in story_of(story).steps if step.kind and level in step.levels)


def one_step(
    story: str, step: str, code: str, spoken: str, pathway: Pathway | None = None
) -> OneStep:
    """Tell one step of a kind.

    Args:
        story: the story's folder.
        step: its id.
        code: the place.
        spoken: language code.
        pathway: the future that was chosen; None before any choice.

    Raises:
        UnknownStoryError, UnknownPlaceError: there is no such story or place.
        UnknownViewError: the story has no step of a kind with that id.
        WrongLevelError: the step is not told for such places.

    """
    known = {each.id: each for each in story_of(story).steps if each.kind}
    if step not in known:
        raise UnknownViewError(f"{story}/{step}")
    found, outlook, language = known[step], outlook_of(code), language_of(spoken)
    if found.kind is None or outlook.place.level not in found.levels:
        raise WrongLevelError(f"{story}/{step}", code)
    prose = story_of(story).prose(spoken)
    values = prose_values(outlook, pathway, language)
    teller = Teller(outlook, pathway, prose, language, values)
    view, frame = shown(found, outlook.place, pathway, language)
    heading, text = teller.fill(step)
    more = kind_told(step, found.kind, found.ages, outlook_of(view.place), teller)
    drawings = {name: drawing(name, language) for name in sorted(drawn(more))}
    return OneStep(heading, html(text), more, drawings, view, frame)
