"""Drafts to work on, as a page, a Word document and a PDF; all that is asked is in the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.requests import Request

from framtid import addresses
from framtid.debate.draft import Draft
from framtid.debate.draft_docx import draft_docx
from framtid.debate.files import DOCX
from framtid.debate.pdf import TEMPLATES, common, typeset
from framtid.documents.reported import Reports, told_reports
from framtid.documents.reported import text as report_text
from framtid.documents.serving import write
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.meeting.said import plain
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.web.packed import Packed, pack

PDF = "application/pdf"


@dataclass(frozen=True)
class OwnWords:
    """A field for what a reader writes."""

    parameter: str
    """The query parameter that holds it."""
    text: str
    """Key of its label among the page's words; what helps stands at the same with ``_hint``."""
    longest: int
    """Letters of it that are told."""


@dataclass(frozen=True)
class DraftPage:
    """One kind of draft: where it is, what can be chosen, and how it is written."""

    address: str
    subject: str
    """The query parameter that holds what the draft is of."""
    texts: str
    """Key of the page's words."""
    own: tuple[OwnWords, ...]
    """What a reader may write, in the order that the form asks."""
    subjects: Callable[[Language], Mapping[str, str]]
    """What it may be of, by id, with what each is called."""
    make: Callable[[str, Place, Language, Sequence[str]], Draft]
    area: Callable[[str], str]
    """The area of innovation whose projects it leads to; empty for all."""
    reports: Callable[[str], Reports] | None = None
    """What people have reported of a subject; None where nobody can."""

    def asked(self, request: Request) -> tuple[str, tuple[str, ...]]:
        """Return what is asked for, the first where the address names none, and own words.

        Who says nothing but own words asks for what has no name, where there is such.
        """
        query, known = request.query_params, self.subjects(reader_language())
        own = tuple(_written(query.get(each.parameter, ""), each.longest) for each in self.own)
        name = query.get(self.subject)
        if name is None and any(own):
            name = ""
        return name if name is not None and name in known else next(iter(known)), own

    def page(self, request: Request, place: Place) -> Packed:
        """Answer with the page; what a reader wrote is never kept."""
        name, own = self.asked(request)
        reports = self.reports(name) if self.reports else ()
        if any(own):
            return _page(self, name, place, reports, own)
        return _kept_page(self, name, place, reports)

    def file(self, request: Request, place: Place) -> Packed:
        """Answer with the draft in the form that the address ends with."""
        form = request.path_params["form"]
        if form not in FORMS:
            raise HTTPException(404)
        name, own = self.asked(request)
        language = reader_language()
        packed = FORMS[form](self.make(name, place, language, own), language)
        called = f"framtid-{self.address.strip('/')}-{name}-{place.code}.{form}"
        return replace(packed, file=called)

    def for_place(self, request: Request, code: str) -> str:
        """Return the address for another place, the subject kept."""
        return addresses.page(self.address, code, **{self.subject: self.asked(request)[0]})


def _written(text: str, longest: int) -> str:
    """Return what a reader wrote as lines without what is not printed, at most so long."""
    lines = (" ".join(line.split()) for line in plain(text, longest).split("\n"))
    kept_lines = ("".join(each for each in line if each.isprintable()) for line in lines)
    return "\n".join(line for line in kept_lines if line)


def _page(
    drafts: DraftPage, name: str, place: Place, reports: Reports, own: Sequence[str]
) -> Packed:
    language = reader_language()
    choices, inside = drafts.subjects(language), language.inside(place)
    written = {each.parameter: said for each, said in zip(drafts.own, own, strict=True)}

    def say(key: str) -> str:
        values = {"inside": inside, "subject": choices[name], "many": sum(map(bool, choices))}
        return on_one_line(language.say(f"{drafts.texts}.{key}", **values))

    return write(
        "draft.html",
        title=say("title"),
        description=say("description"),
        code=place.code,
        text=say,
        told=drafts.make(name, place, language, own),
        choices=choices,
        alone=place.level is Level.NATION,
        chosen=name,
        written=written,
        drafts=drafts,
        reports=told_reports(reports, place.code),
        report_text=report_text,
        files={
            form: addresses.page(
                f"{drafts.address}.{form}", place.code, **{drafts.subject: name, **written}
            )
            for form in FORMS
        },
        projects=addresses.projects(place.code, drafts.area(name)),
    )


@kept(256, by=spoken)
def _kept_page(drafts: DraftPage, name: str, place: Place, reports: Reports) -> Packed:
    return _page(drafts, name, place, reports, [""] * len(drafts.own))


def _docx(told: Draft, language: Language) -> Packed:
    return pack(draft_docx(told, language), DOCX)


def _pdf(told: Draft, language: Language) -> Packed:
    footer = f"{language.say('site.name')} · {snapshot().edition}"
    given = common(language) | {"draft": told, "footer": footer}
    return pack(typeset(TEMPLATES / "draft.typ", given, language), PDF)


FORMS: dict[str, Callable[[Draft, Language], Packed]] = {"docx": _docx, "pdf": _pdf}
