"""``/mote/aar.json``: what the years come to after each council, for a wall that loses its network.

All of a game is some 2 400 endings. Those that can be reached soonest are told: three councils'
from the beginning, and all of them when the first has sat.
"""

from starlette.requests import Request
from starlette.routing import Route

from framtid import addresses
from framtid.answers import Model
from framtid.documents import councils_ahead
from framtid.documents.councils import code_of
from framtid.documents.councils_parts import FIGURES, figures, say
from framtid.documents.serving import placed
from framtid.errors import NotAMunicipalityError
from framtid.language.current import spoken
from framtid.pathways.councils import councils
from framtid.pathways.councils_closing import closings
from framtid.pathways.councils_code import decode, encode
from framtid.pathways.councils_years import years_of
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json
from framtid.web.room_limits import address
from framtid.web.turns import SHARES

ADDRESS = addresses.MEETING + "/aar.json"
MOST = 500
"""Endings that are told in an answer: a second or two of work."""


class YearsAhead(Model, frozen=True):
    """The figures of every ending."""

    until: list[int]
    """The year that each council's term is told of, in order."""
    figures: list[tuple[str, str]]
    """What each figure is called, and its unit."""
    years: dict[str, list[str]]
    """The figures as told, by the game's code when its council has decided all."""


@kept(32, by=spoken)
def years_json(code: str, told: str) -> Packed:
    """Return what the years come to after each council, from where a game stands."""
    game = decode(told).game
    years = {
        encode(end): [
            figure.value
            for figure in figures(years_of(code, game.seed - 1, council.after), council.term.until)
        ]
        for end, council in closings(code, game, MOST)
    }
    names = [(say(f"figures.{name}.label"), say(f"figures.{name}.unit")) for name in FIGURES]
    return to_json(YearsAhead([term.until for term in councils().terms], names, years))


def years_ahead(request: Request, place: Place) -> Packed:
    """Answer for the municipality and the game in the address."""
    if place.level is not Level.MUNICIPALITY:
        raise NotAMunicipalityError(place.code)
    SHARES.take(address(request))
    return years_json(place.code, encode(decode(code_of(request)).game))


ROUTES = (
    Route(councils_ahead.ADDRESS, councils_ahead.ANSWER),
    Route(ADDRESS, placed(years_ahead)),
)
"""All that a wall lays by of the game."""
