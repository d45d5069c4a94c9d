"""The protocol with what the phones wrote: for who holds the room's secret, and kept nowhere.

The code and the secret are sent in the body of a form, so that no address and no log holds them.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from msgspec import structs
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framtid import addresses
from framtid.documents.not_found import plain
from framtid.documents.protocol import FORM, FORMS, file_name, protocol_of
from framtid.errors import FramtidError
from framtid.language import on_one_line
from framtid.language.current import reader_language
from framtid.meeting.written import Written, written
from framtid.places import Level, Place, places
from framtid.tables.csv import MEDIA_TYPE, NORWEGIAN, csv_file, ending, harmless
from framtid.web import room_limits as limits
from framtid.web.current_language import say, sentence
from framtid.web.live_rooms import rooms
from framtid.web.packed import Packed, pack
from framtid.web.sent_forms import Fields, fields
from framtid.web.statuses import status
from framtid.web.turns import SHARES, WRITTEN, in_turn

CODE, SECRET = "kode", "hemmelig"
"""Fields of the form, which no address holds."""
PAPER = ("txt", "docx", "pdf")
"""Forms of the protocol that have room for what was written; figures have a file of their own."""


async def led(request: Request) -> Response:
    """Answer with a file, or say as a page why there is none."""
    try:
        sent = await fields(request)
        with limits.guesses(limits.address(request)):
            return await in_turn(partial(_made, request, sent), WRITTEN)
    except FramtidError as error:
        return await run_in_threadpool(_refused, error)


def _refused(error: FramtidError) -> Response:
    return plain(
        status(error), say("titles.missing"), heading=say("fault.heading"), lead=sentence(error)
    )


def _made(request: Request, sent: Fields) -> Response:
    SHARES.take(limits.address(request))
    place = places().get(request.query_params.get(addresses.PLACE, ""))
    if place.level is not Level.MUNICIPALITY:
        raise HTTPException(404)
    said = written(rooms(), sent.get(CODE, ""), sent.get(SECRET, "")[:64], place, reader_language())
    file = _file(request, place, said)
    return file.response(request.headers, "no-store")


def _file(request: Request, place: Place, said: list[Written]) -> Packed:
    form = request.path_params.get("form", "")
    if not form:
        asked = request.query_params.get(FORM, "")
        made = _csv(said, norwegian=asked == NORWEGIAN)
        return replace(made, file=file_name(place, "tekster", ending(asked)))
    if form not in PAPER:
        raise HTTPException(404)
    told, spread = protocol_of(request, place)
    # On a line each: a comment takes no more room than its words, and makes no heading.
    flat = [structs.replace(one, texts=list(map(on_one_line, one.texts))) for one in said]
    made = FORMS[form](structs.replace(told, written=flat), spread, "")
    return replace(made, file=file_name(place, "protokoll-med-tekster", f".{form}"))


def _csv(said: list[Written], *, norwegian: bool) -> Packed:
    header = [
        reader_language().say(f"meeting.comments.columns.{name}") for name in ("screen", "text")
    ]
    return pack(csv_file(header, _rows(said), norwegian=norwegian), MEDIA_TYPE)


def _rows(said: list[Written]) -> Iterator[tuple[str, str]]:
    for one in said:
        yield from ((harmless(one.heading), harmless(text)) for text in one.texts)


ROUTES = (
    Route(addresses.MEETING + "/protokoll.{form}", led, methods=["POST"]),
    Route(addresses.MEETING + "/skrevet.csv", led, methods=["POST"]),
)
