"""Stories: prose and steps told for a place, as a document."""

from framtid.stories.document import Document, to_json
from framtid.stories.listing import listed
from framtid.stories.story import stories
from framtid.stories.tell import gallery, headline, read_aloud, tell

__all__ = ["Document", "gallery", "headline", "listed", "read_aloud", "stories", "tell", "to_json"]
