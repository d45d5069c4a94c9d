"""Every file that is made for a debate: what it is called, its form, and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from framtid import addresses
from framtid.debate.briefing import Briefing, briefing
from framtid.debate.deck import deck
from framtid.debate.draft import Draft, draft
from framtid.debate.draft_docx import draft_docx
from framtid.debate.pdf import brief_pdf, rostrum_pdf
from framtid.debate.sides import both_sides
from framtid.debate.workbook import workbook
from framtid.language import Language
from framtid.pathways.codec import encode
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.pathways.switches import Switches
from framtid.tables import xlsx


@dataclass(frozen=True)
class Asked:
    """What a file is made of: a place along a path under switches, whose words, and our address."""

    code: str
    pathway: Pathway
    switches: Switches
    language: Language
    base: str = ""
    """Our own address, "https://example.no", for what leads to our pages from paper."""

    @property
    def outlook(self) -> Outlook:
        """The place along the path; raises as ``outlook_of`` does."""
        return self.switches.outlook(self.code, self.pathway)


@dataclass(frozen=True)
class DebateFile:
    """One file; its words stand at ``debate.files.<name>``."""

    name: str
    """What it is called in addresses and commands."""
    ending: str
    media_type: str
    make: Callable[[Asked], bytes]
    largest: int
    """Kilobytes that it is never more than; readers are told so before they fetch it."""

    @property
    def id(self) -> str:
        """Its name and form in one, unlike all others."""
        return f"{self.name}.{self.ending}"

    def called(self, asked: Asked) -> str:
        """Return a file name that says what it holds."""
        said = (*asked.switches.query.values(), encode(asked.pathway), asked.language.code)
        return f"framtid-{'-'.join((self.name, asked.code, *said))}.{self.ending}"


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def _told(asked: Asked) -> Briefing:
    return briefing(asked.outlook, asked.language, asked.switches, asked.base)


def _brief(asked: Asked) -> bytes:
    return brief_pdf(_told(asked), asked.outlook, asked.language)


def _rostrum(asked: Asked) -> bytes:
    address = asked.base + addresses.page(
        addresses.DEBATE, asked.code, encode(asked.pathway), **asked.switches.query
    )
    return rostrum_pdf(
        both_sides(asked.outlook, asked.language), asked.outlook, asked.language, address
    )


def _slides(asked: Asked) -> bytes:
    return deck(_told(asked), asked.outlook, asked.language)


def _workbook(asked: Asked) -> bytes:
    return workbook(asked.outlook, asked.language)


def _drafts(asked: Asked) -> Draft:
    return draft(asked.outlook, asked.language, asked.switches, asked.base)


def _draft_docx(asked: Asked) -> bytes:
    return draft_docx(_drafts(asked), asked.language)


def _draft_text(asked: Asked) -> bytes:
    return _drafts(asked).plain.encode()


EVERY = (
    DebateFile("brief", "pdf", "application/pdf", _brief, 200),
    DebateFile("rostrum", "pdf", "application/pdf", _rostrum, 60),
    DebateFile("slides", "pptx", PPTX, _slides, 300),
    DebateFile("workbook", "xlsx", xlsx.MEDIA_TYPE, _workbook, 200),
    DebateFile("draft", "docx", DOCX, _draft_docx, 60),
    DebateFile("draft", "txt", "text/plain; charset=utf-8", _draft_text, 20),
)
FILES: Mapping[str, DebateFile] = {each.id: each for each in EVERY}
"""Every file by its id, in the order they are shown."""
