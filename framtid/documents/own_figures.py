"""``/egne-tall``: figures that a municipality knows better than we do, by a form or from a file."""

from dataclasses import replace
from email.parser import BytesParser
from email.policy import HTTP
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from framtid import addresses
from framtid.consequences.own_figures import NOTHING, OwnFigures, OwnFiguresError, own_rows
from framtid.documents.along import Along
from framtid.documents.not_found import at_its_place
from framtid.documents.own_reading import LARGEST, Read, own_csv, read_file, read_typed, typed_of
from framtid.documents.serving import placed, switches_of, write
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language
from framtid.pathways.codec import decode
from framtid.pathways.own_effects import own_effects
from framtid.pathways.own_told import official_of, say_own, value_said
from framtid.pathways.switches import OWN
from framtid.places import Level, Place, places
from framtid.tables import csv
from framtid.web.packed import Packed, pack
from framtid.web.sent_forms import bounded
from framtid.web.turns import WRITTEN, by_turn, in_turn

FILLED, SURE = "fylt", "stemmer"
"""The fields that say that the form was sent, and that what we ask about is right."""
FILE = addresses.OWN + ".csv"
RESULT = "#bruk"


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"own_figures.{key}", **values))


def _rows(place: Place, read: Read, language: Language) -> list[dict[str, Any]]:
    """Return every figure as the form shows it: what it is, the official one, what is typed."""
    official = official_of(place)
    return [
        {
            "id": name,
            "title": _text(language, f"rows.{name}.title"),
            "text": _text(language, f"rows.{name}.text"),
            "unit": _text(language, f"units.{row.unit}.name"),
            "official": "" if row.beside else value_said(name, official[name], language),
            "typed": read.typed.get(name, ""),
            "source": row.source,
            "problems": [each.said(language) for each in read.problems if each.row == name],
        }
        for name, row in own_rows().items()
    ]


def _effects(asked: Along, own: OwnFigures, language: Language) -> list[str]:
    """Return what each figure changes by itself, along today's course and the address' path."""
    return own_effects(asked.switches.with_own(own), decode(asked.way).pathway, language)


def _links(place: Place, asked: Along, own: OwnFigures) -> list[tuple[str, str]]:
    """Return where the figures are used, each with its address."""
    query = asked.switches.with_own(own).query
    pages = (addresses.CHOICE, addresses.TOLD, addresses.DEBATE)
    names = ("choice", "path", "debate")
    return [
        (name, addresses.page(page, place.code, asked.way, **query))
        for name, page in zip(names, pages, strict=True)
    ]


def own_html(place: Place, asked: Along, read: Read, trouble: str = "") -> Packed:
    """Write the page; nothing of it is kept.

    Args:
        place: a municipality, or another place, where one is asked to choose a municipality.
        asked: what comes along.
        read: what was read of what was typed, or of the figures in the address.
        trouble: what was wrong with a file that could not be read at all.

    """
    language, one = reader_language(), place.level is Level.MUNICIPALITY
    say, name = partial(_text, language), language.name(place)
    hidden = {addresses.PLACE: place.code, addresses.PATH: asked.way, **asked.without_own}
    own = {OWN: read.own.code} if read.own.values else {}
    return write(
        "own_figures.html",
        title=say("title", one=one, name=name),
        description=say("description"),
        code=place.code,
        one=one,
        name=name,
        text=say,
        note=trouble or asked.note,
        wrong=[each.said(language) for each in read.wrong if not each.row],
        failed=bool(trouble or read.wrong),
        questions=bool(read.questions),
        rows=_rows(place, read, language) if one else [],
        marks=say_own(read.own, language),
        effects=_effects(asked, read.own, language),
        links=_links(place, asked, read.own) if one else [],
        hidden={key: value for key, value in {**hidden, **addresses.carried()}.items() if value},
        fields={"filled": FILLED, "sure": SURE},
        empty=addresses.page(FILE, place.code),
        filled=addresses.page(FILE, place.code, **own),
        without=addresses.page(addresses.OWN, place.code, asked.way, **asked.without_own),
        send=addresses.page(addresses.OWN, place.code, asked.way, **asked.without_own),
        elsewhere=addresses.page(addresses.OWN, "{code}", asked.way, **asked.without_own),
    )


def _page(request: Request, place: Place) -> Packed:
    """Answer with the form as it was filled in, or with the figures of the address."""
    language, asked = reader_language(), Along.of(request)
    query, one = request.query_params, place.level is Level.MUNICIPALITY
    if one and FILLED in query:
        typed = {name: query.get(name, "")[:30] for name in own_rows()}
        read = read_typed(place, typed, language, sure=SURE in query)
        return own_html(place, replace(asked, note=""), read)
    own = asked.switches.setting.own if one else NOTHING
    return own_html(place, asked, Read(own, typed_of(own, language), ()))


_respond = placed(_page)


def respond(request: Request) -> Response:
    """Answer with the page; a form that is filled in well is led on to a short address."""
    query = request.query_params
    place = places().by_code.get(query.get(addresses.PLACE, ""))
    if FILLED in query and place and place.level is Level.MUNICIPALITY:
        read = read_typed(place, query, reader_language(), sure=SURE in query)
        if not read.problems:
            return _onward(place, Along.of(request), read.own)
    return _respond(request)


def _onward(place: Place, asked: Along, own: OwnFigures) -> Response:
    more = asked.switches.with_own(own).query
    address = addresses.page(addresses.OWN, place.code, asked.way, **more)
    return RedirectResponse(address + RESULT, 303)


def _file_in(content_type: str, body: bytes) -> bytes:
    """Return the file that a form sends.

    Raises:
        OwnFiguresError: there is none.

    """
    head = f"content-type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    for part in message.iter_parts() if message.is_multipart() else ():
        if part.get_param("name", header="content-disposition") == "fil":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return content
    raise OwnFiguresError("file_none")


def _received(request: Request, body: bytes | None) -> Response:
    code = request.query_params.get(addresses.PLACE, "")
    place, asked = places().get(code), replace(Along.of(request), note="")
    language = reader_language()
    try:
        if place.level is not Level.MUNICIPALITY:
            raise OwnFiguresError("place", code)
        if body is None:
            raise OwnFiguresError("file_large")
        sent = _file_in(request.headers.get("content-type", ""), body)
        read = read_file(place, sent, language)
    except OwnFiguresError as error:
        trouble = on_one_line(language.say(f"errors.{error.key}", **error.values))
        before = asked.switches.setting.own
        page = own_html(place, asked, Read(before, typed_of(before, language), ()), trouble)
        return page.response(request.headers, "no-store")
    if not read.problems:
        return _onward(place, asked, read.own)
    return own_html(place, asked, read).response(request.headers, "no-store")


async def receive(request: Request) -> Response:
    """Read a file that is sent; it is kept nowhere, only what stands in it comes into the address.

    The file of another site's page is not read.
    """
    body = None
    if request.headers.get("sec-fetch-site") != "cross-site":
        body = await bounded(request, LARGEST + 2048)
    return await in_turn(partial(_received, request, body), WRITTEN)


def _csv(request: Request, place: Place) -> Packed:
    own = switches_of(request).setting.own
    name = f"framtid-egne-tall-{place.code}.csv"
    if place.level is not Level.MUNICIPALITY:
        raise OwnFiguresError("place", place.code)
    return replace(pack(own_csv(place, own, reader_language()), csv.MEDIA_TYPE), file=name)


ROUTES = (
    Route(addresses.OWN, by_turn(at_its_place(respond), WRITTEN)),
    Route(addresses.OWN, receive, methods=["POST"]),
    Route(FILE, by_turn(at_its_place(placed(_csv)), WRITTEN)),
)
