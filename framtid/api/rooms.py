"""Live rooms over HTTP: open one, lead it, answer in it, and delete it with all that is in it."""

from collections.abc import Awaitable, Callable
from functools import lru_cache, wraps

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from framtid import addresses
from framtid.answers import Model, encode
from framtid.api.endpoint import failed
from framtid.api.rooms_events import HEADERS, Hub
from framtid.api.rooms_sent import (
    Comments,
    Hidden,
    Moved,
    NewRoom,
    Nothing,
    OpenedRoom,
    SentBallot,
    SentComment,
    Told,
    read,
    state,
)
from framtid.errors import FramtidError, UnknownOptionError
from framtid.meeting.agenda import lengths
from framtid.meeting.ballots import Ballot, comments, hide, set_levers, tallies, vote, write
from framtid.meeting.errors import RoomsFullError
from framtid.meeting.questions import HERE
from framtid.meeting.rooms import Rooms
from framtid.meeting.sitting import sitting
from framtid.web import room_limits as limits
from framtid.web.live_rooms import rooms
from framtid.web.packed import answered

NOT_KEPT = {"cache-control": "no-store"}
Answer = Callable[[Request], Awaitable[Response]]


@lru_cache(maxsize=4)
def _hub(kept: Rooms) -> Hub:
    return Hub(kept, lambda code: told_state(kept, code))


def told_state(kept: Rooms, code: str) -> bytes:
    """Return where a room's meeting is, as JSON; raises UnknownRoomError."""
    room = kept.room(code)
    asked = room.session.asked
    many = kept.answered(room, asked) if asked else 0
    joined = kept.answered(room, HERE)
    return encode(state(room, many, joined, tallies(kept, room), set_levers(kept, room)))


def _told(answer: Answer) -> Answer:
    """Tell what goes wrong as JSON; nobody who guesses codes is let go on."""

    @wraps(answer)
    async def respond(request: Request) -> Response:
        try:
            with limits.guesses(limits.address(request)):
                return await answer(request)
        except FramtidError as error:
            return failed(error)

    return respond


def _done(content: Model | None = None, status: int = 200) -> Response:
    return answered(content or Nothing(), status, NOT_KEPT)


def _secret(request: Request) -> str:
    """Return the facilitator's secret: a header, so that it stands in no log."""
    return request.headers.get("authorization", "").removeprefix("Bearer ")[:64]


def _code(request: Request) -> str:
    code: str = request.path_params["code"][:20]
    return code


async def open_room(request: Request) -> Response:
    """Open a room."""
    limits.OPENED.take(limits.address(request))
    wish = await read(request, NewRoom)
    if wish.length not in lengths():
        known = [str(length) for length in lengths()]
        raise UnknownOptionError("length", str(wish.length)[:20], known)

    def made() -> OpenedRoom:
        meeting = sitting(wish.place, wish.length, tuple(wish.dilemmas))
        opened = rooms().open(meeting.place.code, wish.length, meeting.agenda)
        return OpenedRoom(opened.code, opened.secret)

    return _done(await run_in_threadpool(made), 201)


async def look(request: Request) -> Response:
    """Answer with where the meeting is."""
    body = await run_in_threadpool(lambda: told_state(rooms(), _code(request)))
    return Response(body, headers=NOT_KEPT, media_type="application/json")


async def events(request: Request) -> Response:
    """Answer with a stream of where the meeting is."""
    code = _code(request)
    kept = await run_in_threadpool(rooms)
    await run_in_threadpool(kept.room, code)
    hub = _hub(kept)
    if hub.full():
        raise RoomsFullError
    return StreamingResponse(hub.stream(code), headers=HEADERS, media_type="text/event-stream")


async def move(request: Request) -> Response:
    """Move the meeting."""
    sent = await read(request, Moved)
    where = sent.at, sent.turn, sent.revealed, sent.council, sent.game, sent.way, sent.hands
    await run_in_threadpool(lambda: rooms().move(_code(request), _secret(request), *where))
    return await look(request)


async def ballot(request: Request) -> Response:
    """Count an answer."""
    limits.BALLOTS.take(limits.address(request))
    sent = await read(request, SentBallot)
    question = request.path_params["question"][:40]
    given = Ballot(sent.voter, question, sent.answer, sent.role, sent.turn, sent.path)
    await run_in_threadpool(lambda: vote(rooms(), _code(request), given))
    return _done()


async def renew(request: Request) -> Response:
    """Make a new secret, and let the one of before open nothing more."""
    code = _code(request)
    fresh = await run_in_threadpool(lambda: rooms().renew(code, _secret(request)))
    return _done(OpenedRoom(code, fresh))


async def close(request: Request) -> Response:
    """Delete the room."""
    await run_in_threadpool(lambda: rooms().close(_code(request), _secret(request)))
    return _done()


async def comment(request: Request) -> Response:
    """Keep a comment."""
    limits.BALLOTS.take(limits.address(request))
    sent = await read(request, SentComment)
    said = sent.key, sent.step, sent.text
    await run_in_threadpool(lambda: write(rooms(), _code(request), *said))
    return _done(status=201)


async def commented(request: Request) -> Response:
    """Answer with what was written, to the facilitator."""

    def told() -> Comments:
        written = comments(rooms(), _code(request), _secret(request))
        return Comments([Told(each.id, each.step, each.text, each.hidden) for each in written])

    return _done(await run_in_threadpool(told))


async def hidden(request: Request) -> Response:
    """Hide a comment, or show it again."""
    sent, number = await read(request, Hidden), request.path_params["number"]
    who = _code(request), _secret(request)
    await run_in_threadpool(lambda: hide(rooms(), *who, number, hidden=sent.hidden))
    return _done()


ROOM = addresses.ROOMS + "/{code}"
HANDLERS: tuple[tuple[str, str, Answer], ...] = (
    ("POST", addresses.ROOMS, open_room),
    ("GET", ROOM, look),
    ("DELETE", ROOM, close),
    ("GET", ROOM + "/events", events),
    ("PUT", ROOM + "/session", move),
    ("PUT", ROOM + "/ballots/{question}", ballot),
    ("POST", ROOM + "/secret", renew),
    ("POST", ROOM + "/comments", comment),
    ("GET", ROOM + "/comments", commented),
    ("PUT", ROOM + "/comments/{number:int}", hidden),
)


def room_routes() -> list[Route]:
    """Return the routes of live rooms."""
    return [Route(path, _told(handler), methods=[method]) for method, path, handler in HANDLERS]
