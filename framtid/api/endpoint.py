"""What every answer for programs has in common: what it may be asked, how it leads on and fails."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.answers import ErrorAnswer
from framtid.errors import (
    FramtidError,
    UnknownOptionError,
    UnknownParameterError,
    UnknownPlaceError,
)
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.statistics.snapshot import edition, snapshot
from framtid.web.current_language import sentence
from framtid.web.faults import number
from framtid.web.packed import FOREVER, Packed, answered
from framtid.web.statuses import BUSY, MANY, status
from framtid.web.turns import DEAR, QUICK, SHARES, WRITTEN, in_turn

BRIEFLY = "public, max-age=300"
OPEN = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
"""Anyone may read the figures from any page."""
EDITION = "v"
EVERYWHERE = (EDITION, addresses.LANGUAGE)
"""What any answer may be asked for: an edition of the figures, and a language."""


def chosen(request: Request, name: str, known: Sequence[str]) -> str:
    """Return one of the known values of a parameter, empty where the address has none.

    Raises:
        UnknownOptionError: it is another.

    """
    value = request.query_params.get(name, "")
    if value and value not in known:
        raise UnknownOptionError(name, value[:40], known)
    return value


def check(request: Request, parameters: Sequence[str] = ()) -> None:
    """Let through what an answer may be asked for.

    Raises:
        UnknownParameterError: it is asked for something else.
        UnknownOptionError: there is no such language.

    """
    known = (*parameters, *EVERYWHERE)
    for name, value in request.query_params.items():
        if value and name not in known:
            raise UnknownParameterError(name[:40], known)
    chosen(request, addresses.LANGUAGE, LANGUAGES)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An answer for programs; a parameter that it knows nothing of is told, and not passed over."""

    answer: Callable[[Request], Packed]
    parameters: tuple[str, ...] = ()
    dear: bool = False
    """Whether it takes so long that it waits for its turn, apart from what is cheap."""

    quick: bool = False
    """Whether it is found at once, and waits for nothing that is written."""

    goes_on: bool = False
    """Whether an open page asks for it, and goes on with today's figures where its edition is gone.

    Anything else of an edition that is not kept is refused: it could be taken for that day's.
    """

    @property
    def handler(self) -> Callable[[Request], Awaitable[Response]]:
        """What a route calls."""
        return self.respond_in_turn

    async def respond_in_turn(self, request: Request) -> Response:
        """Answer as ``respond`` does, on the threads for what is dear, written or quick."""
        turns = DEAR if self.dear else QUICK if self.quick else WRITTEN
        try:
            if self.dear:
                SHARES.take(request.client.host if request.client else "")
            return await in_turn(partial(self.respond, request), turns)
        except FramtidError as error:
            return failed(error, **OPEN)

    def respond(self, request: Request) -> Response:
        """Answer, lead on from a place's code of old, or tell what was wrong with the question."""
        try:
            return self._answered(request)
        except FramtidError as error:
            return failed(error, **OPEN)

    def _answered(self, request: Request) -> Response:
        check(request, self.parameters)
        wanted = request.query_params.get(EDITION, "")
        if wanted and not self.goes_on:
            edition(wanted[:40])
        try:
            packed = self.answer(request)
        except UnknownPlaceError as error:
            return _onward(request, str(error.values["code"]))
        kept = wanted == snapshot().edition
        return packed.response(request.headers, FOREVER if kept else BRIEFLY, **OPEN)


def failed(error: FramtidError, **headers: str) -> Response:
    """Tell what went wrong; who came too often or at a busy time is told when to come again."""
    code = status(error)
    fault = number() if code in {BUSY, MANY} else ""
    told = ErrorAnswer(error=error.key, message=sentence(error), fault=fault)
    later = {"retry-after": "5"} if code in {BUSY, MANY} else {}
    return answered(told, code, {"cache-control": "no-store", **later, **headers})


def _onward(request: Request, code: str) -> Response:
    """Lead on to the same answer for what a code of old stands for today.

    Raises:
        UnknownPlaceError, DividedPlaceError: it stands for none, or for several.

    """
    today, query = places().follow(code).code, dict(request.query_params)
    folder, _, name = request.url.path.rpartition("/")
    if query.get(addresses.PLACE) == code:
        query[addresses.PLACE] = today
    else:
        name = today + name.removeprefix(code)
    asked = f"?{urlencode(query)}" if query else ""
    return RedirectResponse(f"{folder}/{quote(name, safe='@')}{asked}", 301, OPEN)
