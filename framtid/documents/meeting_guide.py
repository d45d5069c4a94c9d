"""``/mote/veileder``: how a meeting is led, with cards to print."""

from starlette.requests import Request
from starlette.responses import Response

from framtid.documents.meeting import text
from framtid.documents.serving import write
from framtid.language import on_one_line
from framtid.language.current import reader_language, spoken
from framtid.meeting.agenda import settings
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed


@kept(4, by=spoken)
def guide_html() -> Packed:
    """Write the page."""
    language = reader_language()

    def say(key: str) -> str:
        return on_one_line(language.say(f"meeting_guide.{key}"))

    return write(
        "meeting_guide.html",
        title=say("title"),
        description=say("description"),
        guide=say,
        text=text,
        sections=language.entry("meeting_guide.sections"),
        roles=settings().roles,
    )


def guide(request: Request) -> Response:
    """Answer with the page."""
    return guide_html().response(request.headers, "no-cache")
