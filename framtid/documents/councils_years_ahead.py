"""``/mote/aar.json``: what the years come to after each council, for a wall without a network."""

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.routing import Route

from framtid import addresses
from framtid.answers import Model
from framtid.documents.councils import code_of
from framtid.documents.councils_parts import FIGURES, figures, say
from framtid.documents.not_found import at_its_place
from framtid.documents.serving import placed
from framtid.errors import NotAMunicipalityError
from framtid.language.current import spoken
from framtid.pathways.councils import councils
from framtid.pathways.councils_closing import closings
from framtid.pathways.councils_code import Game, decode, encode
from framtid.pathways.councils_years import years_of
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json
from framtid.web.room_limits import address
from framtid.web.turns import SHARES, by_turn

ADDRESS = addresses.MEETING + "/aar.json"
AHEAD = CapacityLimiter(1)
"""Turns of their own, one at a time: a game has some 2 400 endings, two seconds of work, and many
walls that open at once take no turn from those who read."""


class YearsAhead(Model, frozen=True):
    """The figures of every ending."""

    begins: str
    """The code of the game that nobody has played yet."""
    until: list[int]
    """The year that each council's term is told of, in order."""
    figures: list[tuple[str, str]]
    """What each figure is called, and its unit."""
    years: dict[str, list[str]]
    """The figures as told, by the game's code when its council has decided all."""


@kept(64, by=spoken)
def years_json(code: str, seed: int) -> Packed:
    """Return what the years come to after each council, however a game is played."""
    game = Game(seed)
    years = {
        encode(end): [
            figure.value
            for figure in figures(years_of(code, seed - 1, council.after), council.term.until)
        ]
        for end, council in closings(code, game)
    }
    names = [(say(f"figures.{name}.label"), say(f"figures.{name}.unit")) for name in FIGURES]
    return to_json(
        YearsAhead(encode(game), [term.until for term in councils().terms], names, years)
    )


def years_ahead(request: Request, place: Place) -> Packed:
    """Answer for the municipality and the years of the game in the address."""
    if place.level is not Level.MUNICIPALITY:
        raise NotAMunicipalityError(place.code)
    SHARES.take(address(request))
    return years_json(place.code, decode(code_of(request)).game.seed)


ROUTES = (Route(ADDRESS, by_turn(at_its_place(placed(years_ahead)), AHEAD)),)
"""An answer that waits for its turn apart from all pages."""
