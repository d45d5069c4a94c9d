"""``/innspill``: a longer room, in which municipalities say what they think of what is told."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from secrets import token_hex

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.serving import write
from framtid.errors import FramtidError
from framtid.language import on_one_line
from framtid.language.current import reader_language
from framtid.language.dates import day
from framtid.meeting.codes import read_code
from framtid.meeting.consultations import DAYS, LONGEST_TITLE, Consultation, consultation
from framtid.meeting.remarks import LONGEST
from framtid.meeting.subjects import Subject, subjects, title
from framtid.places import Level, Place, places
from framtid.stories import headline, stories
from framtid.web.current_language import sentence
from framtid.web.live_rooms import rooms
from framtid.web.packed import Packed
from framtid.web.room_limits import address, guesses
from framtid.web.statuses import status

CODE, SUBJECT, THANKS, ORDER = "kode", "om", "takk", "ordne"
"""The query parameters of a code that is typed, of what a remark is about, and of the list."""
KEY, TEXT, SECRET = "nokkel", "tekst", "hemmelig"
"""Fields of the forms that no address holds."""
NOT_KEPT = "no-store"
LONGEST_WAY, LONGEST_SUBJECT = 200, 80
"""Characters of a path and of a subject in an address that come along."""
Page = Callable[[Request], Response]


def text(key: str, /, **values: object) -> str:
    """Return one of the longer rooms' texts (``consultation.yml``) on a single line."""
    return on_one_line(reader_language().say(f"consultation.{key}", **values))


def new_key() -> str:
    """Return a number that a form gives what it sends, so that one sent twice is one."""
    return token_hex(24)


def whole(request: Request, page: Packed, code: int = 200) -> Response:
    """Answer with a page that nobody keeps: it holds what is only for this room or this form."""
    answer = page.response(request.headers, NOT_KEPT)
    answer.status_code = code
    return answer


def door_html(problem: str = "", kept: Mapping[str, str] | None = None) -> Packed:
    """Write the page where a code is typed, or a room is opened.

    Args:
        problem: what was wrong with the code that was typed.
        kept: what comes along to the room, the place for one.

    """
    return write(
        "consultation_door.html",
        title=text("title"),
        description=text("description"),
        text=text,
        problem=problem,
        kept=kept or {},
        days=DAYS,
        longest=LONGEST_TITLE,
        key=new_key(),
    )


def told(page: Page) -> Page:
    """Tell what goes wrong as a page with the door; nobody who guesses codes is let go on."""

    @wraps(page)
    def respond(request: Request) -> Response:
        try:
            with guesses(address(request)):
                return page(request)
        except FramtidError as error:
            return refused(request, error)

    return respond


def refused(request: Request, error: FramtidError) -> Response:
    """Answer with what went wrong, and the door."""
    unknown = error.key == "unknown_room"
    said = text("unknown") if unknown else sentence(error)
    return whole(request, door_html(said), status(error))


def code_of(request: Request) -> str:
    """Return the code in a room's address, as it is kept."""
    return read_code(request.path_params["code"])


def room_address(code: str, part: str = "", place: str = "", way: str = "", **more: str) -> str:
    """Return the address of a room, or of a part of it, for a place and along a path."""
    return addresses.page(f"{addresses.CONSULTATION}/{code}{part}", place, way, **more)


def door(request: Request) -> Response:
    """Answer with the door, or lead a typed code on to its room."""
    query = request.query_params
    typed, asked = query.get(CODE, ""), query.get(SUBJECT, "")[:LONGEST_SUBJECT]
    place, way = query.get(addresses.PLACE, ""), query.get(addresses.PATH, "")[:LONGEST_WAY]
    if code := read_code(typed):
        return RedirectResponse(room_address(code, "", place, way, **{SUBJECT: asked}), 302)
    kept = {addresses.PLACE: place, addresses.PATH: way, SUBJECT: asked}
    return whole(request, door_html(text("unknown") if typed.strip() else "", kept))


def until(room: Consultation) -> str:
    """Return the last day of a room."""
    last = datetime.fromtimestamp(room.expires, UTC).date().isoformat()
    return day(last, reader_language())


def room_html(
    code: str,
    room: Consultation,
    query: QueryParams | Mapping[str, str],
    problem: str = "",
    written: str = "",
    key: str = "",
) -> Packed:
    """Write the page where a remark is made.

    Args:
        code: of the room.
        room: it.
        query: what the remark is about, its place and its path, where the address says.
        problem: what was wrong with the remark that was sent.
        written: its text, which is not lost.
        key: its number; a new one where there is none.

    """
    chosen, place = subjects().get(query.get(SUBJECT, "")), asked_place(query)
    way = query.get(addresses.PATH, "")[:LONGEST_WAY]
    again = {addresses.REMARKS_IN: code}
    at = place.code if place else ""
    return write(
        "consultation.html",
        title=text("room_title", title=room.title),
        description=text("description"),
        text=text,
        code=at or None,
        room=room,
        until=until(room),
        problem=problem,
        written=written,
        thanks=bool(query.get(THANKS)),
        key=key or new_key(),
        longest=LONGEST,
        groups=_groups(at or places().nation.code),
        municipalities=_municipalities(),
        place=place,
        way=way,
        chosen=chosen,
        chosen_title=title(chosen, at, reader_language()) if chosen else "",
        back=chosen.address(at, way, **again) if chosen else "",
        send=room_address(code),
        read={
            "story": addresses.story(code=at or None, **again),
            "choice": addresses.page(addresses.CHOICE, at or None, **again),
            "municipality": addresses.page(addresses.MUNICIPALITY, at or None, **again),
        },
        gathered=room_address(code, "/samlet") if room.shared else "",
        leader=room_address(code, "/leder"),
    )


def asked_place(query: QueryParams | Mapping[str, str]) -> Place | None:
    """Return the municipality of an address; None where it names none."""
    place = places().by_code.get(query.get(addresses.PLACE, ""))
    return place if place and place.level is Level.MUNICIPALITY else None


def _groups(place: str) -> dict[str, dict[str, str]]:
    """Return what a remark may be about, by what it is, with the name of each."""
    language, groups = reader_language(), dict[str, dict[str, str]]()
    for subject in subjects().values():
        groups.setdefault(group_of(subject), {})[subject.code] = title(subject, place, language)
    return groups


def group_of(subject: Subject) -> str:
    """Return what a subject is among: the steps of its story, the levers, or the figures."""
    if subject.kind != "step":
        return text(f"kinds.{subject.kind}")
    return text("kinds.step", story=_story(subject.story))


def _story(name: str) -> str:
    return headline(name, places().nation.code, reader_language())[0] if name in stories() else name


def _municipalities() -> dict[str, str]:
    language = reader_language()
    named = {each.code: language.label(each) for each in places().municipalities}
    return dict(sorted(named.items(), key=lambda one: one[1]))


@told
def room(request: Request) -> Response:
    """Answer with a room, or with the door where there is none of that code."""
    code = code_of(request)
    return whole(request, room_html(code, consultation(rooms(), code), request.query_params))
