"""``/standpunkt``: statements to agree with or not, and where one's own stands lead and collide."""

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.along import Along
from framtid.documents.serving import placed, write
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways.codec import Side, encode, encode_comparison
from framtid.pathways.codec import decode as decode_path
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.pathway import AS_IT_IS
from framtid.pathways.rounding import told
from framtid.pathways.stands import LONGEST, NO, YES, Note, Stands, answered_by, decode
from framtid.pathways.stands_told import Statement, result, statements
from framtid.pathways.switches import told as told_switches
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.stories.path_facts import PathFacts
from framtid.stories.reach import lacking
from framtid.web.packed import Packed

RESULT = "#svar"
"""The part of the page that tells where stands lead."""
KRONER = "balance_per_inhabitant"
FORM = "svar"
"""The query parameter that says that the form was sent, also where no stand is taken."""


def _address(along: Along, code: str, stands: str = "") -> str:
    """Return the address of the page with all that comes along."""
    query = {addresses.STAND: stands, **along.switches.query}
    return addresses.page(addresses.STANDS, code, along.way, **query)


def _answered(way: str, met: list[Statement], language: Language) -> list[dict[str, object]]:
    """Return the statements that a path answers, each with its answer in words."""
    taken = answered_by(decode_path(way).pathway) if way else Stands()
    return [
        {"id": each.id, "title": each.words.title, "answer": _text(language, f"answers.{answer}")}
        for each in met
        if (stand := taken.on(each.id)) is not None
        for answer in ["yes" if stand else "no"]
    ]


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"stands.{key}", **values))


@kept(128, by=spoken)
def stands_html(place: Place, stands: Stands, note: Note | None, brought: Along) -> Packed:
    """Write the page."""
    language = reader_language()
    outlook = brought.switches.outlook(place.code, stands.pathway)
    inside, way = language.inside(place), encode(stands.pathway)
    met = statements(outlook, stands, language)
    official = {name: told(outlook, name, HORIZON)["official"] for name in ("gap", KRONER)}
    text = partial(_text, language)
    return write(
        "stands.html",
        title=text("title", inside=inside),
        description=text("description", inside=inside),
        kind="ft-broad",
        code=place.code,
        inside=inside,
        several=len(place.members) > 1,
        text=text,
        note=text(f"link.{note}") if note else brought.note,
        marks=told_switches(brought.switches, language),
        answered=_answered(brought.way, met, language),
        brought=brought.query,
        again=_address(brought, place.code),
        elsewhere=_address(brought, "{code}", _code(stands)),
        switches=brought.switches.query,
        course=text(
            "course",
            inside=inside,
            gap=official["gap"],
            kroner=official[KRONER],
            reach=lacking(PathFacts(outlook.official, language)),
        ),
        statements=met,
        taken=bool(stands.answers),
        said={
            name: text(f"answers.{'yes' if yes else 'no'}").lower() for name, yes in stands.answers
        },
        result=result(stands, outlook, language),
        values={True: YES, False: NO},
        form=FORM,
        way=way,
        stands=stands.code,
        compare=encode_comparison(Side(stands.pathway), Side(AS_IT_IS)),
    )


def _page(request: Request, place: Place) -> Packed:
    code = request.query_params.get(addresses.STAND, "")[: LONGEST + 1]
    return stands_html(place, *decode(code), Along.of(request))


def _elsewhere(request: Request, code: str) -> str:
    """Return the address of the same stands in another place."""
    taken = decode(request.query_params.get(addresses.STAND, "")[: LONGEST + 1])[0]
    return _address(Along.of(request), code, _code(taken))


def _code(stands: Stands) -> str:
    """Return the code for an address; nothing where no stand is taken."""
    return stands.code if stands.answers else ""


def _sent(request: Request) -> Stands:
    """Return the stands that a form tells of, a parameter for each dilemma."""
    query = request.query_params
    told = {name: query.get(each.code) for name, each in dilemmas().items()}
    return Stands.of({name: got == YES for name, got in told.items() if got in {YES, NO}})


_respond = placed(_page, _elsewhere)


def respond(request: Request) -> Response:
    """Answer with the stands in the address; those of a form are led on to a short address."""
    if FORM not in request.query_params:
        return _respond(request)
    code = _code(_sent(request))
    place = request.query_params.get(addresses.PLACE, "")[:12]
    return RedirectResponse(_address(Along.of(request), place, code) + RESULT, 303)
