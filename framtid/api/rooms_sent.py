"""What phones and facilitators send to a room, read and bounded, and what they are answered."""

from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta
from starlette.requests import Request

from framtid.answers import Model
from framtid.meeting.ballots import LONGEST
from framtid.meeting.errors import WrongRequestError
from framtid.meeting.hands import Hands
from framtid.meeting.rooms import Room
from framtid.meeting.spread import Spread
from framtid.meeting.tally import Tally
from framtid.pathways.codec import LONGEST as LONGEST_PATH

LARGEST = 8_192
"""Bytes of the largest that may be sent."""
Token = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{16,64}$")]
"""A number that a phone has drawn."""
Turn = Annotated[int, Meta(ge=0, le=2**53)]
Name = Annotated[str, Meta(max_length=40)]
Code = Annotated[str, Meta(max_length=LONGEST_PATH, pattern="^[0-9A-Za-z.~-]*$")]
"""A path, or a game."""
M = TypeVar("M", bound=Model)


class NewRoom(Model, frozen=True):
    """A wish for a room."""

    place: Name
    length: int
    dilemmas: Annotated[list[Name], Meta(max_length=12)]


class OpenedRoom(Model, frozen=True):
    """A room that was opened; the secret is told this once."""

    code: str
    secret: str


class Moved(Model, frozen=True):
    """Where the facilitator's screen is."""

    at: int
    turn: Turn
    revealed: Annotated[list[Name], Meta(max_length=40)] = msgspec.field(default_factory=list)
    council: Name = ""
    """The case of a council that stands on it."""
    game: Code = ""
    """The code of the game of four councils."""
    way: Code = ""
    """The code of the path that is chosen so far."""
    hands: dict[Name, Hands] = msgspec.field(default_factory=dict)
    """Raised hands that have been counted, by question."""


class SentBallot(Model, frozen=True):
    """An answer to the question in the address."""

    voter: Token
    answer: Name
    turn: Turn
    role: Name = ""
    path: Code = ""
    """Where the levers should stand, where that is what is asked."""


class SentComment(Model, frozen=True):
    """A comment; ``key`` is drawn anew for each, so that one that is sent twice is one."""

    key: Token
    step: Name
    text: Annotated[str, Meta(min_length=1, max_length=LONGEST)]


class Hidden(Model, frozen=True):
    """Whether a comment is hidden."""

    hidden: bool


class Nothing(Model, frozen=True):
    """Nothing more than that it was done."""


class Told(Model, frozen=True):
    """A comment, as the facilitator reads it."""

    id: int
    step: str
    text: str
    hidden: bool


class Comments(Model, frozen=True):
    """What was written in a room, the oldest first."""

    comments: list[Told]


class RoomState(Model, frozen=True):
    """Where a meeting is, for every screen in the room."""

    at: int
    turn: int
    asked: str | None
    """The question that takes answers now."""
    answered: int
    """How many have answered it."""
    joined: int
    """How many phones have joined."""
    tallies: dict[str, Tally]
    """How the room spread, on the questions whose answers have been shown."""
    council: str
    """The case of a council that stands on the screen: ``"0.tillit"``, or empty."""
    game: str
    """The code of the game of four councils."""
    way: str
    """The code of the path that the meeting has chosen so far, hands counted in."""
    hands: dict[str, Hands]
    """Raised hands by question, as who leads has counted them."""
    spread: Spread | None
    """How the room set the levers, where that has been shown."""
    expires: int
    """When the room is deleted, seconds since 1970."""


def state(
    room: Room,
    answered: int,
    joined: int,
    tallies: dict[str, Tally],
    spread: Spread | None = None,
) -> RoomState:
    """Return what every screen may know of a room."""
    session = room.session
    return RoomState(
        at=session.at,
        turn=session.turn,
        asked=session.asked,
        answered=answered,
        joined=joined,
        tallies=tallies,
        council=session.council,
        game=session.game,
        way=session.way,
        hands=dict(session.hands),
        spread=spread,
        expires=room.expires,
    )


async def read(request: Request, model: type[M]) -> M:
    """Read what was sent.

    Raises:
        WrongRequestError: it is too large, not JSON, or not as the model says.

    """
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise WrongRequestError("not application/json")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise WrongRequestError("too large")
    try:
        return msgspec.json.decode(body, type=model)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise WrongRequestError(str(error)[:200]) from error
