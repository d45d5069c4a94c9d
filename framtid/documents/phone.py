"""``/rom``: the door that a code is typed at, and what a phone in the room shows."""

import segno
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.answers import encode
from framtid.documents.meeting import text
from framtid.documents.serving import way_of, write
from framtid.errors import FramtidError
from framtid.language.current import reader_language, spoken
from framtid.meeting.agenda import Step, settings
from framtid.meeting.ballots import LONGEST
from framtid.meeting.codes import LENGTH, read_code
from framtid.meeting.errors import UnknownRoomError
from framtid.meeting.rooms import KEPT_DAYS
from framtid.pathways.codec import VERSION, decode
from framtid.pathways.codec import encode as encode_path
from framtid.pathways.descriptions import all_levers
from framtid.pathways.dilemmas import fitting, in_words
from framtid.pathways.levers import LEVELS
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.web.current_language import sentence
from framtid.web.host import host
from framtid.web.live_rooms import rooms
from framtid.web.packed import Packed
from framtid.web.room_limits import address, guesses
from framtid.web.statuses import status

CODE = "kode"
"""The query parameter that holds a typed code."""
NOT_KEPT = "no-store"
QR_MARGIN = 2


@kept(16, by=spoken)
def door_html(problem: str = "", typed: str = "") -> Packed:
    """Write the page where a code is typed, with what was wrong with the one that was typed."""
    return write(
        "phone_door.html",
        title=text("phone.title"),
        description=text("phone.description"),
        text=text,
        problem=problem,
        typed=typed,
        parameter=CODE,
    )


@kept(256, by=spoken)
def phone_html(place: str, agenda: tuple[Step, ...]) -> Packed:
    """Write what a phone shows: every question at once, of which a script shows the one that is on.

    Args:
        place: code of the municipality.
        agenda: of the meeting.

    """
    language, kinds = reader_language(), {step.kind for step in agenda}
    asked = [step.id for step in agenda if step.kind == "dilemma"]
    cases = fitting(outlook_of(place)) if "councils" in kinds else {}
    inside = language.inside(places().get(place))
    return write(
        "phone.html",
        title=text("phone.room_title", inside=inside),
        description=text("phone.description"),
        text=text,
        inside=inside,
        questions={name: in_words(name, language) for name in asked},
        cases={name: in_words(name, language) for name in cases},
        levers=all_levers(language) if "levers" in kinds else [],
        steps={level: language.say(f"pathways.steps.{level}") for level in LEVELS},
        version=VERSION,
        roles=settings().roles,
        fewest=settings().fewest,
        days=KEPT_DAYS,
        longest=LONGEST,
        code=place,
        data=encode(
            {
                "agenda": agenda,
                "rooms": addresses.ROOMS,
                "path": addresses.page(addresses.TOLD, place, "{way}"),
            }
        ).decode(),
    )


def door(request: Request) -> Response:
    """Answer with the door, or lead a typed code on to its room."""
    typed = request.query_params.get(CODE, "")
    code = read_code(typed)
    if len(code) == LENGTH:
        return RedirectResponse(addresses.page(f"{addresses.ROOM}/{code}"), 302)
    problem = text("phone.unknown", code=typed[:20]) if typed.strip() else ""
    return door_html(problem, typed[:20]).response(request.headers, "no-cache")


def phone(request: Request) -> Response:
    """Answer with a room, or with the door where there is none of that code."""
    code = read_code(request.path_params["code"])
    try:
        with guesses(address(request)):
            room = rooms().room(code)
    except FramtidError as error:
        unknown = isinstance(error, UnknownRoomError)
        said = text("phone.unknown", code=code) if unknown else sentence(error)
        answer = door_html(said, code).response(request.headers, NOT_KEPT)
        answer.status_code = status(error)
        return answer
    page = phone_html(room.place, room.session.agenda)
    return page.response(request.headers, NOT_KEPT)


def picture(request: Request) -> Response:
    """Answer with a room's address as a QR code, whether or not there is such a room."""
    code = read_code(request.path_params["code"])
    return drawn_link(host(request) + addresses.page(f"{addresses.ROOM}/{code}"))


def result(request: Request) -> Response:
    """Answer with the address of the path that a meeting chose, as a QR code."""
    code = request.query_params.get(addresses.PLACE, "")[:10]
    way = encode_path(decode(way_of(request)).pathway)
    return drawn_link(host(request) + addresses.page(addresses.TOLD, code, way))


def drawn_link(leads: str) -> Response:
    """Answer with an address as a QR code."""
    drawn = segno.make(leads, error="m").svg_inline(border=QR_MARGIN, light="#fff", scale=8)
    svg = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return Response(svg, media_type="image/svg+xml", headers={"cache-control": NOT_KEPT})
