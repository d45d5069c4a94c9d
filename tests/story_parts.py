"""The further prose of a story's steps, a day and a front page, without the figures beside it."""

from framtid.language import language_of
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.stories.fork import way as taken
from framtid.stories.kinds_told import Teller, spoken
from framtid.stories.prose_values import prose_values
from framtid.stories.story import story_of


def further(code: str, way: str | None, language: str = "nb") -> dict[str, str]:
    """Return what the steps of the main story say in parts of their own, by the step's id."""
    story, outlook, said = story_of("2040"), outlook_of(code), language_of(language)
    pathway = taken(decode(way)) if way else None
    values = prose_values(outlook, pathway, said)
    teller = Teller(outlook, pathway, story.prose(language), said, values)
    told = {step.id: spoken(step.id, step.kind, teller) for step in story.steps}
    return {name: text for name, text in told.items() if text}
