"""The protocol of a meeting as a Word document, to edit before it is sent."""

from collections.abc import Iterator

from framtid.debate.draft import Draft, DraftPart
from framtid.debate.draft_docx import draft_docx
from framtid.debate.markup import Block, Run, linked
from framtid.language import Language
from framtid.meeting.protocol import Asked, Protocol
from framtid.meeting.written import Written

DASH = "– "
"""What an item of a list begins with where text is plain."""


def protocol_docx(told: Protocol, language: Language) -> bytes:
    """Return the same as the protocol's text, with headings and lists."""
    end = f"{told.draft}\n{told.link}\n{told.recount}"
    groups = told.headings["groups"]
    asked = [block for each in told.asked for block in _question(each, groups)]
    asked += _lines(told.groups_hint)
    path = (block for part in told.path for block in (_heading(part.heading), *_lines(part.text)))
    parts = (
        DraftPart("questions", told.headings["questions"], tuple(asked)),
        DraftPart("draft", told.headings["draft"], tuple(_lines(end))),
        DraftPart("path", told.headings["path"], tuple(path)),
        *(DraftPart("more", part.heading, tuple(_lines(part.text))) for part in told.more),
        *_written(told),
    )
    return draft_docx(Draft(told.mark, told.title, told.held, parts), language)


def _written(told: Protocol) -> Iterator[DraftPart]:
    if told.written:
        said = (block for one in told.written for block in _screen(one))
        yield DraftPart("written", told.headings["written"], tuple(said))


def _screen(one: Written) -> Iterator[Block]:
    yield _heading(one.heading)
    yield from (Block("item", (Run(text),)) for text in one.texts)


def _heading(text: str) -> Block:
    return Block("heading", (Run(text),))


def _question(each: Asked, heading: str) -> Iterator[Block]:
    yield _heading(each.title)
    yield Block("paragraph", (Run(each.question),))
    spread = " ".join(filter(None, (each.spread, each.split)))
    yield Block("paragraph", (Run(f"{spread} "), Run(each.decided, strong=True)))
    if each.groups:
        yield Block("paragraph", (Run(heading),))
    yield from (Block("item", (Run(line),)) for line in each.groups)


def _lines(text: str) -> Iterator[Block]:
    for line in filter(None, map(str.strip, text.split("\n"))):
        runs = tuple(linked(line.removeprefix(DASH)))
        yield Block("item", runs) if line.startswith(DASH) else Block("paragraph", runs)
