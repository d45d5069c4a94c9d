"""A story told once for the page, its first screen and the document that a reader asks in a row."""

from framtid.pathways.codec import Decoded
from framtid.statistics.keeping import kept
from framtid.stories.document import Document
from framtid.stories.tell import tell


@kept(8)
def kept_story(name: str, code: str, spoken: str, decoded: Decoded | None = None) -> Document:
    """Return what ``tell`` gives, kept for as long as few others have been asked for."""
    return tell(name, code, spoken, decoded)
