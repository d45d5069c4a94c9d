"""What the forms of a longer room send: a room is opened, a remark made, and the rest led."""

from collections.abc import Awaitable, Callable
from functools import partial, wraps

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from framtid import addresses
from framtid.documents import consultation as pages
from framtid.documents.consultation import (
    KEY,
    LONGEST_WAY,
    SECRET,
    SUBJECT,
    TEXT,
    THANKS,
    code_of,
    refused,
    room_address,
    room_html,
    text,
    whole,
)
from framtid.documents.consultation_list import (
    asked_order,
    deleted_html,
    leader,
    leader_html,
    list_html,
    opened_html,
    picture,
)
from framtid.documents.consultation_list import (
    gathered as gathered_page,
)
from framtid.documents.not_found import at_its_place
from framtid.documents.remarks_files import FILES
from framtid.errors import FramtidError
from framtid.meeting.consultations import (
    DAYS,
    close,
    consultation,
    open_consultation,
    renew,
)
from framtid.meeting.errors import WrongRequestError
from framtid.meeting.remarks import gathered, hide, remark
from framtid.web import room_limits as limits
from framtid.web.current_language import sentence
from framtid.web.live_rooms import rooms
from framtid.web.sent_forms import Fields, fields
from framtid.web.statuses import status
from framtid.web.turns import SHARES, WRITTEN, by_turn, in_turn

SHORTEST_KEY, LONGEST_KEY = 32, 64
DIGITS = 12
Answer = Callable[[Request], Awaitable[Response]]


def _sent(answer: Callable[[Request, Fields], Response]) -> Answer:
    """Read what a form sends, and tell what goes wrong as a page."""

    @wraps(answer)
    async def respond(request: Request) -> Response:
        try:
            sent = await fields(request)
            with limits.guesses(limits.address(request)):
                return await in_turn(partial(answer, request, sent), WRITTEN)
        except FramtidError as error:
            return await run_in_threadpool(refused, request, error)

    return respond


def _key(sent: Fields) -> str:
    key = sent.get(KEY, "")
    if not (SHORTEST_KEY <= len(key) <= LONGEST_KEY and key.isascii() and key.isalnum()):
        raise WrongRequestError("no key")
    return key


@_sent
def opened(request: Request, sent: Fields) -> Response:
    """Open a room; sent again it is the same one."""
    limits.OPENED.take(limits.address(request))
    days = sent.get("dager", "")
    named = sent.get("tittel", "").strip() or text("untitled")
    made = open_consultation(
        rooms(),
        _key(sent),
        named,
        int(days) if days in map(str, DAYS) else DAYS[0],
        shared="lest" in sent,
    )
    kept = consultation(rooms(), made.code)
    return whole(request, opened_html(request, made.code, made.secret, kept), 201)


@_sent
def remarked(request: Request, sent: Fields) -> Response:
    """Keep a remark, and lead back; where it cannot be kept, its text stands in the form."""
    limits.REMARKS.take(limits.address(request))
    code, about, place = code_of(request), sent.get(SUBJECT, ""), sent.get(addresses.PLACE, "")
    room = consultation(rooms(), code)
    try:
        remark(rooms(), code, _key(sent), about, place, sent.get(TEXT, ""))
    except FramtidError as error:
        known = {"unknown_place": text("choose_place"), "unknown_option": text("choose_subject")}
        said = known.get(error.key) or sentence(error)
        page = room_html(code, room, sent, said, sent.get(TEXT, ""), sent.get(KEY, ""))
        return whole(request, page, 400 if error.key in known else status(error))
    way = sent.get(addresses.PATH, "")[:LONGEST_WAY]
    back = room_address(code, "", place, way, **{SUBJECT: about, THANKS: "1"})
    return RedirectResponse(back, 303)


@_sent
def led(request: Request, sent: Fields) -> Response:
    """Do what who leads the room asks for, and answer with all that was said."""
    code, secret, asked = code_of(request), sent.get(SECRET, "")[:64], sent.get("gjor", "")
    word, _, number = asked.partition("-")
    try:
        room = consultation(rooms(), code)
        if word in {"skjul", "vis"} and number.isascii() and number.isdigit():
            hide(rooms(), code, secret, int(number[:DIGITS]), hidden=word == "skjul")
        elif word == "ny":
            secret = renew(rooms(), code, secret)
            return whole(request, opened_html(request, code, secret, room))
        elif word == "slett":
            close(rooms(), code, secret)
            return whole(request, deleted_html())
        remarks = gathered(rooms(), code, secret)
    except FramtidError as error:
        if error.key != "not_facilitator":
            raise
        return whole(request, leader_html(code, sentence(error)), status(error))
    if word in FILES:
        SHARES.take(limits.address(request))
        made = FILES[word](room, remarks)
        return made.response(request.headers, "no-store")
    page = list_html(code, room, remarks, asked_order(sent), secret=secret)
    return whole(request, page)


ROOM = addresses.CONSULTATION + "/{code}"
ROUTES = (
    Route(addresses.CONSULTATION, by_turn(at_its_place(pages.door), WRITTEN)),
    Route(addresses.CONSULTATION, opened, methods=["POST"]),
    Route(ROOM + ".svg", at_its_place(picture)),
    Route(ROOM, by_turn(at_its_place(pages.room), WRITTEN)),
    Route(ROOM, remarked, methods=["POST"]),
    Route(ROOM + "/samlet", by_turn(at_its_place(gathered_page), WRITTEN)),
    Route(ROOM + "/leder", by_turn(at_its_place(leader), WRITTEN)),
    Route(ROOM + "/leder", led, methods=["POST"]),
)
