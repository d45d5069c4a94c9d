"""``/standpunkt``: statements to agree with or not, and where one's own stands lead and collide."""

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.serving import placed, write
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways.codec import Side, encode, encode_comparison
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS
from framtid.pathways.rounding import told
from framtid.pathways.stands import LONGEST, NO, YES, Note, Stands, decode
from framtid.pathways.stands_told import result, statements
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed

RESULT = "#svar"
"""The part of the page that tells where stands lead."""
KRONER = "balance_per_inhabitant"
FORM = "svar"
"""The query parameter that says that the form was sent, also where no stand is taken."""


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"stands.{key}", **values))


@kept(128, by=spoken)
def stands_html(place: Place, stands: Stands, note: Note | None) -> Packed:
    """Write the page."""
    language = reader_language()
    outlook = outlook_of(place.code).along(stands.pathway)
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
        note=text(f"link.{note}") if note else "",
        course=text("course", inside=inside, gap=official["gap"], kroner=official[KRONER]),
        statements=met,
        taken=bool(stands.answers),
        result=result(stands, outlook, language),
        values={True: YES, False: NO},
        form=FORM,
        way=way,
        stands=stands.code,
        compare=encode_comparison(Side(stands.pathway), Side(AS_IT_IS)),
    )


def _page(request: Request, place: Place) -> Packed:
    code = request.query_params.get(addresses.STAND, "")[: LONGEST + 1]
    return stands_html(place, *decode(code))


def _elsewhere(request: Request, code: str) -> str:
    """Return the address of the same stands in another place."""
    taken = decode(request.query_params.get(addresses.STAND, "")[: LONGEST + 1])[0]
    return addresses.page(addresses.STANDS, code, **{addresses.STAND: _code(taken)})


def _code(stands: Stands) -> str:
    """Return the code for an address; nothing where no stand is taken."""
    return stands.code if stands.answers else ""


def _answered(request: Request) -> Stands:
    """Return the stands that a form tells of, a parameter for each dilemma."""
    query = request.query_params
    told = {name: query.get(each.code) for name, each in dilemmas().items()}
    return Stands.of({name: got == YES for name, got in told.items() if got in {YES, NO}})


_respond = placed(_page, _elsewhere)


def respond(request: Request) -> Response:
    """Answer with the stands in the address; those of a form are led on to a short address."""
    if FORM not in request.query_params:
        return _respond(request)
    code = _code(_answered(request))
    place = request.query_params.get(addresses.PLACE, "")[:12]
    address = addresses.page(addresses.STANDS, place, **{addresses.STAND: code})
    return RedirectResponse(address + RESULT, 303)
