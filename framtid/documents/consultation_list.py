"""What was said in a longer room, gathered; and the pages of who leads it."""

from collections.abc import Mapping

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from framtid.documents.consultation import (
    ORDER,
    code_of,
    group_of,
    room_address,
    text,
    told,
    until,
    whole,
)
from framtid.documents.phone import drawn_link
from framtid.documents.serving import write
from framtid.language.current import reader_language
from framtid.meeting.consultations import Consultation, consultation
from framtid.meeting.remarks import ORDERS, Remark, ordered, shared
from framtid.meeting.subjects import title
from framtid.places import places
from framtid.web.host import host
from framtid.web.live_rooms import rooms
from framtid.web.packed import Packed


@told
def gathered(request: Request) -> Response:
    """Answer with what all may read of what was said."""
    code, order = code_of(request), asked_order(request.query_params)
    kept = consultation(rooms(), code)
    page = list_html(code, kept, shared(rooms(), code), order)
    return whole(request, page)


def asked_order(query: QueryParams | Mapping[str, str]) -> str:
    """Return how a list is asked to be ordered."""
    wish = query.get(ORDER, "")
    return wish if wish in ORDERS else ORDERS[0]


def list_html(
    code: str, room: Consultation, remarks: list[Remark], order: str, **leading: object
) -> Packed:
    """Write what was said, gathered; to who leads the room with ways to hide, save and delete."""
    return write(
        "consultation_list.html",
        title=text("room_title", title=room.title),
        description=text("description"),
        text=text,
        room=room,
        until=until(room),
        order=order,
        orders=ORDERS,
        parts=parts(ordered(remarks, order), order),
        many=len(remarks),
        home=room_address(code),
        here=room_address(code, "/samlet" if not leading else "/leder"),
        leading=leading,
    )


def parts(remarks: list[Remark], order: str) -> list[tuple[str, list[tuple[str, Remark]]]]:
    """Return remarks under headings: what they are about and whose, or the other way round."""
    language, made = reader_language(), dict[str, list[tuple[str, Remark]]]()
    for each in remarks:
        about = f"{group_of(each.subject)}: {title(each.subject, each.place, language)}"
        place = place_name(each.place)
        # One step may have another heading elsewhere; it stands together by what it is.
        heading, label = (place, about) if order == "place" else (each.subject.code, place)
        made.setdefault(heading, []).append((label, each))
    if order == "place":
        return list(made.items())
    named = {code: _common(told[0][1]) for code, told in made.items()}
    return [(named[code], told) for code, told in made.items()]


def _common(first: Remark) -> str:
    named = title(first.subject, first.place, reader_language())
    return f"{group_of(first.subject)}: {named}"


def place_name(code: str) -> str:
    """Return the name of a municipality; the code where there is none of that code any more."""
    known = places().by_code.get(code)
    return reader_language().label(known) if known else code


def opened_html(request: Request, code: str, secret: str, room: Consultation) -> Packed:
    """Write what one who opens a room is told, this once."""
    own = host(request)
    return write(
        "consultation_opened.html",
        title=text("opened.title"),
        description=text("description"),
        text=text,
        room=room,
        until=until(room),
        code=None,
        room_code=code,
        secret=secret,
        link=own + room_address(code),
        leader=f"{own}{room_address(code, '/leder')}#nokkel={secret}",
        picture=room_address(code, ".svg"),
    )


def picture(request: Request) -> Response:
    """Answer with a room's address as a QR code, whether or not there is such a room."""
    return drawn_link(host(request) + room_address(code_of(request)))


def leader(request: Request) -> Response:
    """Answer with the page where the secret is given: it stands behind ``#``, or is pasted."""
    return whole(request, leader_html(code_of(request)))


def leader_html(code: str, problem: str = "") -> Packed:
    """Write the page where the secret is given, with what was wrong with the one that was."""
    return write(
        "consultation_leader.html",
        title=text("leader.title"),
        description=text("description"),
        text=text,
        problem=problem,
        send=room_address(code, "/leder"),
    )


def deleted_html() -> Packed:
    """Write that a room is deleted."""
    return write(
        "consultation_deleted.html",
        title=text("title"),
        description=text("description"),
        text=text,
    )
