"""``/meld-hemmer``: a form for what stands in the way, without a name; and what may show of it."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial, wraps
from secrets import token_hex
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framtid import addresses
from framtid.documents.not_found import at_its_place
from framtid.documents.reported import reported, reports_csv, text, told_reports
from framtid.documents.serving import write
from framtid.errors import FramtidError
from framtid.language.current import reader_language, spoken
from framtid.meeting.errors import WrongRequestError
from framtid.meeting.reports import (
    LONGEST,
    LONGEST_RULE,
    MOST_SHOWN,
    SHOWN_DAYS,
    UNREAD_DAYS,
    Report,
    Sent,
    send,
    withdraw,
)
from framtid.meeting.said import plain
from framtid.pathways.causes import barriers
from framtid.pathways.causes_told import title
from framtid.places import Level, places
from framtid.tables.csv import MEDIA_TYPE
from framtid.web import room_limits as limits
from framtid.web.current_language import sentence
from framtid.web.live_rooms import rooms
from framtid.web.packed import Packed
from framtid.web.sent_forms import fields
from framtid.web.statuses import WRONG, status
from framtid.web.turns import WRITTEN, by_turn, in_turn

FIELDS = {
    **{"key": "nokkel", "text": "tekst", "rule": addresses.RULE},
    **{"node": addresses.NODE, "place": addresses.PLACE},
}
"""What the fields of the form are called."""
KEY = range(32, 65)
"""Letters of a key."""
GROUP = 4
"""Letters of it that stand together, to be read and compared."""
WITHDRAW = addresses.REPORT + "/slett"
NOT_KEPT = "no-store"
NOTHING = Sent("")
Answer = Callable[[Request], Awaitable[Response]]


def _page(
    sent: Sent, key: str, problem: str = "", node: str | None = None, near: str = ""
) -> Packed:
    """Write the page: the form with what is written in it, and what shows, of a node or of all.

    Where one comes from (``near``) is the first to choose, and chosen by nobody but who sends it.
    """
    language = reader_language()
    municipalities = sorted(
        ((each.code, language.plain(each)) for each in places().municipalities),
        key=lambda pair: (pair[0] != near, pair[1]),
    )
    return write(
        "report.html",
        **_common(text("page.title")),
        code=sent.place or near or None,
        near=near or None,
        key=key,
        sent=sent,
        problem=problem,
        barriers={name: title(name, language) for name in barriers()},
        municipalities=municipalities,
        longest=LONGEST,
        longest_rule=LONGEST_RULE,
        unread=UNREAD_DAYS,
        shown_days=SHOWN_DAYS,
        reports=told_reports(reported(node, MOST_SHOWN), places().nation.code),
        csv=addresses.REPORT + ".csv",
    )


def _common(named: str) -> dict[str, Any]:
    described = text("page.description")
    told = {"title": named, "description": described, "text": text}
    return told | {"fields": FIELDS, "withdraw": WITHDRAW}


def _after(report: Report | None, near: str, key: str = "") -> Packed:
    """Write what one who has sent a report sees, or has deleted one; ``near`` leads on."""
    told = [] if report is None else told_reports([report], places().nation.code)
    return write(
        "report_sent.html",
        **_common(text("sent.gone") if report is None else text("sent.title")),
        code=(report.place if report else "") or near or None,
        near=near or None,
        report=told[0] if told else None,
        key=key,
        groups=[key[at : at + GROUP] for at in range(0, len(key), GROUP)],
    )


def _whole(request: Request, page: Packed, code: int = 200) -> Response:
    answer = page.response(request.headers, NOT_KEPT)
    answer.status_code = code
    return answer


def _node(name: str) -> str:
    return name if name in barriers() else ""


def _place(code: str) -> str:
    known = places().by_code.get(code)
    return code if known and known.level is Level.MUNICIPALITY else ""


def _near(request: Request) -> str:
    """Return the municipality one comes from: it leads on, and is no part of what is sent."""
    return _place(request.query_params.get(addresses.PLACE, ""))


def form(request: Request) -> Response:
    """Answer with an empty form in which the barrier of the address is chosen, and no place."""
    near = _near(request)
    node = _node(request.query_params.get(addresses.NODE, ""))
    sent = Sent("", node=node)
    return _whole(request, _page(sent, token_hex(16), node=node or None, near=near))


def _sent(answer: Callable[[Request, Mapping[str, str]], Response]) -> Answer:
    """Read what a form sends, and tell what goes wrong in the form, with what was written in it."""

    @wraps(answer)
    async def respond(request: Request) -> Response:
        told: Mapping[str, str] = {}
        try:
            told = await fields(request)
            return await in_turn(partial(answer, request, told), WRITTEN)
        except FramtidError as error:
            code = status(error)
            again = partial(_again, request, told, sentence(error), code)
            return await in_turn(again, WRITTEN)

    return respond


def _again(request: Request, told: Mapping[str, str], problem: str, code: int = WRONG) -> Response:
    """Answer with the form as it was filled in, its key the same, so that it still counts once."""
    key = told.get(FIELDS["key"], "")
    shown = key if _is_key(key) else token_hex(16)
    page = _page(_written(told), shown, problem, near=_near(request))
    return _whole(request, page, code)


def _written(told: Mapping[str, str]) -> Sent:
    return Sent(
        told.get(FIELDS["text"], ""),
        told.get(FIELDS["rule"], ""),
        _node(told.get(FIELDS["node"], "")),
        _place(told.get(FIELDS["place"], "")),
        spoken(),
    )


def _is_key(key: str) -> bool:
    return len(key) in KEY and key.isascii() and key.isalnum()


@_sent
def take(request: Request, told: Mapping[str, str]) -> Response:
    """Keep a report, and answer with it as it is kept."""
    limits.REPORTS.take(limits.address(request))
    key, sent = told.get(FIELDS["key"], ""), _written(told)
    if not _is_key(key):
        message = "no key"
        raise WrongRequestError(message)
    if len(plain(sent.text, LONGEST + 1)) > LONGEST:
        return _again(request, told, text("page.problems.long", longest=LONGEST))
    return _whole(request, _after(send(rooms(), key, sent), _near(request), key), 201)


@_sent
def delete(request: Request, told: Mapping[str, str]) -> Response:
    """Delete the report whose number is told."""
    limits.BALLOTS.take(limits.address(request))
    key = "".join(told.get(FIELDS["key"], "").split())[: KEY.stop]
    if not withdraw(rooms(), key):
        unknown = text("page.problems.unknown")
        page = _page(NOTHING, token_hex(16), unknown, near=_near(request))
        return _whole(request, page, 404)
    return _whole(request, _after(None, _near(request)))


def as_csv(_request: Request) -> Response:
    """Answer with what shows, as CSV."""
    written = reports_csv(reported(None, MOST_SHOWN))
    return Response(written, media_type=MEDIA_TYPE, headers={"cache-control": NOT_KEPT})


ROUTES = (
    Route(addresses.REPORT, by_turn(at_its_place(form), WRITTEN)),
    Route(addresses.REPORT, take, methods=["POST"]),
    Route(addresses.REPORT + ".csv", by_turn(at_its_place(as_csv), WRITTEN)),
    Route(WITHDRAW, by_turn(at_its_place(form), WRITTEN)),
    Route(WITHDRAW, delete, methods=["POST"]),
)
