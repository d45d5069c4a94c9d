"""``/mote/protokoll.txt``, ``.csv``, ``.pdf`` and ``.docx``: what is left of a meeting."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from msgspec import structs
from starlette.exceptions import HTTPException
from starlette.requests import Request

from framtid import addresses
from framtid.debate.pdf import typeset
from framtid.documents.meeting import asked_length
from framtid.documents.protocol_docx import protocol_docx
from framtid.documents.serving import placed
from framtid.language.current import reader_language
from framtid.meeting.agenda import lengths
from framtid.meeting.protocol import Part, Protocol, columns, protocol, rows
from framtid.meeting.protocol_more import councils_part, levers_part
from framtid.meeting.protocol_read import DIGITS, Said, lever_groups, read, with_groups
from framtid.pathways.codec import LONGEST, decode
from framtid.pathways.councils_code import LONGEST as LONGEST_GAME
from framtid.pathways.councils_code import decode as decode_game
from framtid.pathways.councils_code import encode as encode_game
from framtid.pathways.dilemmas import fitting
from framtid.pathways.outlook import outlook_of
from framtid.places import Place
from framtid.tables.csv import MEDIA_TYPE, NORWEGIAN, csv_file, ending
from framtid.web.host import host
from framtid.web.packed import Packed, pack
from framtid.web.room_limits import address
from framtid.web.turns import SHARES

SAID, FORM = "svar", "form"
"""The query parameters that hold how the meeting spread, and another form of CSV."""
MIDDLE, MANY = "midten", "satte"
"""Those that hold the path in the middle of the levers, and how many set them."""
HANDS = "hender"
"""The one that holds how the raised hands spread, as ``svar``."""
GROUPS = "grupper"
"""The one that holds how the groups spread, of those that enough have answered for."""
LEVER_GROUPS = "spakgrupper"
"""The one that holds how many of each group set the levers, and the path in their middle."""
JOINED = "med"
"""The one that holds how many took part with a phone."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEMPLATE = Path(__file__).with_name("templates") / "protocol.typ"


def _text(told: Protocol, _said: Said, _form: str) -> Packed:
    return pack(told.plain.encode(), "text/plain; charset=utf-8")


def _csv(_told: Protocol, said: Said, form: str) -> Packed:
    language = reader_language()
    norwegian = form == NORWEGIAN
    content = csv_file(columns(language), rows(said, language), norwegian=norwegian)
    return pack(content, MEDIA_TYPE)


def _pdf(told: Protocol, _said: Said, _form: str) -> Packed:
    return pack(typeset(TEMPLATE, told, reader_language()), "application/pdf")


def _docx(told: Protocol, _said: Said, _form: str) -> Packed:
    return pack(protocol_docx(told, reader_language()), WORD)


FORMS: dict[str, Callable[[Protocol, Said, str], Packed]] = {
    "txt": _text,
    "csv": _csv,
    "pdf": _pdf,
    "docx": _docx,
}


SET = frozenset(("pdf", "docx"))
"""Forms that are set anew each time, which is dear: an address has its share of them."""


def kept_of(request: Request, place: Place) -> Packed:
    """Answer with the protocol in the form that the address ends with."""
    form = request.path_params["form"]
    if form not in FORMS:
        raise HTTPException(404)
    if form in SET:
        SHARES.take(address(request))
    told, said = protocol_of(request, place)
    asked = request.query_params.get(FORM, "")
    made = FORMS[form](told, said, asked)
    kind, end = ("svar", ending(asked)) if form == "csv" else ("protokoll-uten-tekster", f".{form}")
    return replace(made, file=file_name(place, kind, end))


def file_name(place: Place, kind: str, end: str) -> str:
    """Return what a file of a meeting is called: what is in it, and of which municipality."""
    return f"framtid-{addresses.MEETING.strip('/')}-{place.code}-{kind}{end}"


def protocol_of(request: Request, place: Place) -> tuple[Protocol, Said]:
    """Return the protocol that an address tells of, and how the meeting spread."""
    met = fitting(outlook_of(place.code))
    said, hands = (read(request.query_params.get(name, ""), met) for name in (SAID, HANDS))
    said = with_groups(said, hands, request.query_params.get(GROUPS, ""))
    length = asked_length(request) or min(lengths())
    joined = _counted(request.query_params.get(JOINED, ""))
    told = protocol(place, length, said, host(request), reader_language(), joined, hands)
    return structs.replace(told, more=list(more(request, place))), said


def more(request: Request, place: Place) -> Iterator[Part]:
    """Yield what the address tells of the levers and the councils, where the meeting had them."""
    query, language = request.query_params, reader_language()
    many, middle = _counted(query.get(MANY, "")), decode(query.get(MIDDLE, "")[: LONGEST + 1])
    if many and middle.note is None:
        groups = lever_groups(query.get(LEVER_GROUPS, ""), many)
        yield levers_part(place, middle, many, groups, language)
    played = decode_game(query.get(addresses.GAME, "")[: LONGEST_GAME + 1])
    if played.note is None and played.game.answers:
        again = host(request) + addresses.game(place.code, encode_game(played.game))
        yield councils_part(played.game, again, language)


def _counted(written: str) -> int:
    """Return a number of an address, nought where it is none."""
    return int(written[:DIGITS]) if written.isascii() and written.isdigit() else 0


ANSWER = placed(kept_of)
