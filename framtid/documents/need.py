"""``/behov``: a draft need statement as a page, a Word document and a PDF, all in the address."""

from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request

from framtid import addresses
from framtid.debate.draft_docx import draft_docx
from framtid.debate.files import DOCX
from framtid.debate.need import LONGEST, needs, statement
from framtid.debate.pdf import common, typeset
from framtid.documents.serving import placed, write
from framtid.language import on_one_line
from framtid.language.current import reader_language, spoken
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.web.packed import Packed, pack

NEED, OWN = "behov", "ord"
"""The query parameters that hold which need, and what a reader wrote of it."""
PDF = "application/pdf"


def _asked(request: Request) -> tuple[str, str]:
    """Return the need in the address, the first where it names none, and the reader's own words."""
    name = request.query_params.get(NEED, "")
    own = " ".join(request.query_params.get(OWN, "").split())[:LONGEST]
    printable = "".join(each for each in own if each.isprintable())
    return name if name in needs() else next(iter(needs())), printable


def _page(name: str, place: Place, own: str) -> Packed:
    language = reader_language()
    inside, title = language.inside(place), language.say(f"needs.list.{name}.title")

    def say(key: str) -> str:
        return on_one_line(language.say(f"needs.page.{key}", inside=inside, need=title))

    query = {NEED: name, OWN: own}
    return write(
        "need.html",
        title=say("title"),
        description=say("description"),
        code=place.code,
        text=say,
        told=statement(name, place, language, own),
        choices={each: language.say(f"needs.list.{each}.title") for each in needs()},
        chosen=name,
        own=own,
        longest=LONGEST,
        names=(NEED, OWN),
        kept={NEED: name},
        files={
            form: addresses.page(f"{addresses.NEED}.{form}", place.code, **query)
            for form in ("docx", "pdf")
        },
        projects=addresses.projects(place.code, needs()[name].area),
    )


@kept(128, by=spoken)
def _kept_page(name: str, place: Place) -> Packed:
    return _page(name, place, "")


def need(request: Request, place: Place) -> Packed:
    """Answer with the page; what a reader wrote is never kept."""
    name, own = _asked(request)
    return _page(name, place, own) if own else _kept_page(name, place)


def _docx(name: str, place: Place, own: str) -> Packed:
    language = reader_language()
    return pack(draft_docx(statement(name, place, language, own), language), DOCX)


def _pdf(name: str, place: Place, own: str) -> Packed:
    language = reader_language()
    told = {"draft": statement(name, place, language, own), "footer": _footer()}
    return pack(typeset("need.typ", common(language) | told), PDF)


def _footer() -> str:
    return f"{reader_language().say('site.name')} · {snapshot().edition}"


FORMS = {"docx": _docx, "pdf": _pdf}


def need_file(request: Request, place: Place) -> Packed:
    """Answer with the statement in the form that the address ends with."""
    form = request.path_params["form"]
    if form not in FORMS:
        raise HTTPException(404)
    name, own = _asked(request)
    file = f"framtid-{addresses.NEED.strip('/')}-{name}-{place.code}.{form}"
    return replace(FORMS[form](name, place, own), file=file)


def _chosen(request: Request, code: str) -> str:
    """Return the address for another place, the need kept."""
    return addresses.page(addresses.NEED, code, **{NEED: _asked(request)[0]})


ANSWER, AS_FILE = placed(need, _chosen), placed(need_file)
