"""What was said in a longer room as files: CSV for a spreadsheet, DOCX to edit."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from framtid.debate.draft import Draft, DraftPart
from framtid.debate.draft_docx import draft_docx
from framtid.debate.markup import Block, Run
from framtid.documents.consultation import group_of, text, until
from framtid.documents.consultation_list import parts, place_name
from framtid.embed.press.names import plain
from framtid.language.current import reader_language
from framtid.meeting.consultations import Consultation
from framtid.meeting.remarks import Remark, ordered
from framtid.meeting.subjects import title
from framtid.tables.csv import MEDIA_TYPE, NORWEGIAN, csv_file, ending, harmless
from framtid.web.packed import Packed, pack

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
COLUMNS = ("kind", "subject", "code", "place_code", "place", "text", "hidden")
ALL = "med-skjulte"
LONGEST = 40
"""Letters of a room's title in the names of its files."""
Written = Callable[[Consultation, list[Remark]], Packed]


def _rows(remarks: list[Remark]) -> Iterator[tuple[str, ...]]:
    for each in ordered(remarks, "subject"):
        yield (
            group_of(each.subject),
            harmless(title(each.subject, each.place, reader_language())),
            each.subject.code,
            each.place,
            place_name(each.place),
            harmless(each.text),
            text(f"file.hidden.{'yes' if each.hidden else 'no'}"),
        )


def _csv(remarks: list[Remark], *, norwegian: bool) -> Packed:
    header = [text(f"file.columns.{name}") for name in COLUMNS]
    return pack(csv_file(header, _rows(remarks), norwegian=norwegian), MEDIA_TYPE)


def _docx(room: Consultation, remarks: list[Remark]) -> Packed:
    """Write what is not hidden, under what it is about."""
    shown = [each for each in remarks if not each.hidden]
    written = parts(ordered(shown, "subject"), "subject")
    told = tuple(
        DraftPart(str(number), heading, tuple(_blocks(said)))
        for number, (heading, said) in enumerate(written)
    )
    lead = text("file.lead", many=len(shown), until=until(room))
    draft = Draft(text("file.mark"), room.title, lead, told)
    return pack(draft_docx(draft, reader_language()), WORD)


def _blocks(said: list[tuple[str, Remark]]) -> Iterator[Block]:
    """Yield a paragraph for each remark, however many lines it has: it is one place's."""
    for place, each in said:
        lines = "\n".join(line for line in each.text.split("\n") if line.strip())
        yield Block("paragraph", (Run(f"{place}: ", strong=True), Run(lines)))


def _named(kind: str, make: Written) -> Written:
    """Call a file by whether what is hidden is in it, and after its room."""

    def written(room: Consultation, remarks: list[Remark]) -> Packed:
        name = "-".join(filter(None, ("framtid-innspill", plain(room.title)[:LONGEST])))
        return replace(make(room, remarks), file=f"{name}-{kind}")

    return written


FILES: Mapping[str, Written] = {
    "csv": _named(ALL + ending(""), lambda _room, remarks: _csv(remarks, norwegian=False)),
    "excel": _named(ALL + ending(NORWEGIAN), lambda _room, remarks: _csv(remarks, norwegian=True)),
    "docx": _named("uten-skjulte.docx", _docx),
}
"""By what the form's button says."""
