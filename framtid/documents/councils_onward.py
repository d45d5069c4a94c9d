"""``/spill/nytt`` and ``/spill/mot``: a game with new years, and two games side by side."""

from secrets import randbelow
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.councils import code_of
from framtid.pathways.codec import Side, encode_comparison
from framtid.pathways.councils_code import LONGEST, Game, decode, encode
from framtid.pathways.councils_game import play
from framtid.places import Level, places
from framtid.projection.uncertainty.one_trajectory import trajectory_count

LONGEST_LINK = 500
"""Characters of a link that we read."""


def begin(request: Request) -> Response:
    """Send the reader to a game with years that nobody has chosen."""
    game = Game(randbelow(trajectory_count()) + 1)
    code = request.query_params.get(addresses.PLACE, "")[:10]
    address = addresses.game(code if code in places().by_code else None, encode(game))
    return RedirectResponse(address, 303, {"cache-control": "no-store"})


def _side(told: str, code: str) -> Side:
    """Return a game as a side of a comparison: from its code, or from the whole link to it."""
    query = parse_qs(urlsplit(told.strip()).query)
    there = query.get(addresses.PLACE, [code])[0]
    where = there if _is_municipality(there) else code
    decoded = decode(query.get(addresses.GAME, [told])[0][: LONGEST + 1])
    return Side(play(where, decoded).pathway, where)


def _is_municipality(code: str) -> bool:
    place = places().by_code.get(code)
    return place is not None and place.level is Level.MUNICIPALITY


def against(request: Request) -> Response:
    """Lay two games side by side on *Sammenlign*, as the projection has their paths."""
    query = request.query_params
    code = query.get(addresses.PLACE, "")[:10]
    if not _is_municipality(code):
        return RedirectResponse(addresses.page(addresses.COUNCILS), 303)
    other = query.get(addresses.OTHER_GAME, "")[:LONGEST_LINK]
    sides = _side(code_of(request) or "", code), _side(other, code)
    way = encode_comparison(*sides)
    return RedirectResponse(addresses.page(addresses.COMPARE, code, way), 303)
