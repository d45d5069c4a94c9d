"""``/mote/veileder``: how a meeting is led, as a page and as a PDF, with cards to print."""

from dataclasses import replace
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from framtid.answers import Model
from framtid.debate.pdf import typeset
from framtid.documents.meeting import text
from framtid.documents.serving import write
from framtid.language import on_one_line
from framtid.language.current import reader_language, spoken
from framtid.meeting.agenda import settings
from framtid.meeting.tally import ANSWERS
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.web.packed import Packed, pack

TEMPLATE = Path(__file__).with_name("templates") / "guide.typ"


class Section(Model, frozen=True):
    """One part of the guide."""

    heading: str
    points: list[str]


class Card(Model, frozen=True):
    """One card to cut out."""

    heading: str
    text: str


def say(key: str, /, **values: object) -> str:
    """Return one of the guide's texts (``meeting_guide.yml``) on a single line."""
    return on_one_line(reader_language().say(f"meeting_guide.{key}", **values))


def sections() -> list[Section]:
    """Return what the guide says: before, during, after, and at school."""
    told = reader_language().entry("meeting_guide.sections").values()
    return [Section(each["heading"], list(each["points"])) for each in told]


def school_cards() -> list[Card]:
    """Return the cards of pupils, who live in 2040."""
    told = reader_language().entry("meeting_guide.school_cards.cards")
    return [Card(each["heading"], each["text"]) for each in told]


@kept(4, by=spoken)
def guide_html() -> Packed:
    """Write the page."""
    return write(
        "meeting_guide.html",
        title=say("title"),
        description=say("description"),
        guide=say,
        text=text,
        sections=sections(),
        roles=settings().roles,
        school_cards=school_cards(),
    )


@kept(4, by=spoken)
def guide_pdf() -> Packed:
    """Set the same on A4, with the cards on sheets of their own."""
    told = {
        "language": spoken(),
        "heading": say("heading"),
        "lead": say("lead"),
        "sections": sections(),
        "cards": {"heading": say("cards.heading"), "text": say("cards.printed")},
        "roles": [
            {"name": text(f"roles.{role}.name"), "asks": text(f"roles.{role}.asks")}
            for role in settings().roles
        ],
        "school": {
            "heading": say("school_cards.heading"),
            "text": say("school_cards.text"),
            "cards": school_cards(),
        },
        "answers": {
            "heading": say("answer_cards.heading"),
            "text": say("answer_cards.text"),
            "cards": [text(f"answers.{answer}") for answer in ANSWERS],
        },
        "footer": say("footer", edition=snapshot().edition),
    }
    content = typeset(TEMPLATE, told, reader_language())
    return replace(pack(content, "application/pdf"), file="framtid-veileder.pdf")


def guide(request: Request) -> Response:
    """Answer with the page."""
    return guide_html().response(request.headers, "no-cache")


def printed(request: Request) -> Response:
    """Answer with the PDF."""
    return guide_pdf().response(request.headers, "no-cache")
