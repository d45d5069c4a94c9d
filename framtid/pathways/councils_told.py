"""A game of four councils as data, for programs and the terminal."""

from framtid.answers import Id, Model
from framtid.errors import WrongLevelError
from framtid.horizon import HORIZON
from framtid.pathways.codec import encode as encode_path
from framtid.pathways.councils_code import DecodedGame, Note, encode
from framtid.pathways.councils_game import Council, Play, play
from framtid.pathways.outlook import Outlook
from framtid.places import Level, places
from framtid.statistics.snapshot import snapshot


class SatCouncil(Model, frozen=True):
    """One council: what it meets, and what it has answered."""

    first: int
    until: int
    """The year it is told of what its work came to, 1 January."""
    agenda: list[Id]
    """The dilemmas it meets, by id."""
    favoured: list[Id]
    refused: list[Id]
    put_off: list[Id]
    """Those it had no room for: left to the next."""
    room: float
    """Kroner per inhabitant that its yes may take in the dearest years."""
    spent: float
    """Kroner per inhabitant that it takes so far."""


class GameYear(Model, frozen=True):
    """One year of a game, as the drawn years went; man-years, kroner and persons."""

    year: int
    gap: float
    """Man-years missing along the path."""
    gap_as_today: float
    """The same in the same years when nothing is chosen."""
    gap_expected: float
    """The same along the path in the projection."""
    balance_per_inhabitant: float
    outside: float
    people: float


class GameAnswer(Model, frozen=True):
    """A game of four councils in a municipality, as far as it is played."""

    edition: str
    place: Id
    game: str
    """Code of the game as it was read."""
    note: Note | None
    """What was wrong with the code that was asked for."""
    over: bool
    case: Id | None
    """The dilemma that is on the table."""
    path: str
    """Code of the path that is decided so far."""
    councils: list[SatCouncil]
    years: list[GameYear]
    """From the base year to the horizon; of years to come as they will go if nothing more is
    decided."""


def _council(council: Council) -> SatCouncil:
    put_off = [each.dilemma for at, each in enumerate(council.answers) if council.put_off(at)]
    said = [[each.dilemma for each in council.answers if each.yes is yes] for yes in (True, False)]
    return SatCouncil(
        first=council.term.first,
        until=council.term.until,
        agenda=list(council.agenda),
        favoured=said[0],
        refused=[name for name in said[1] if name not in put_off],
        put_off=put_off,
        room=round(council.room, 1),
        spent=round(council.spent, 1),
    )


def _years(here: Play) -> list[GameYear]:
    years = here.years

    def at(outlook: Outlook, name: str, year: int) -> float:
        return round(outlook.consequences.at(name, year), 2)

    return [
        GameYear(
            year=year,
            gap=at(years, "gap", year),
            gap_as_today=at(years.official, "gap", year),
            gap_expected=at(years.expected, "gap", year),
            balance_per_inhabitant=at(years, "balance_per_inhabitant", year),
            outside=at(years, "outside", year),
            people=at(years, "people", year),
        )
        for year in range(years.base_year, HORIZON + 1)
    ]


def game_answer(code: str, decoded: DecodedGame) -> GameAnswer:
    """Return a game in a municipality.

    Raises:
        UnknownPlaceError: no place has that code.
        WrongLevelError: the place is no municipality, and has no council.

    """
    if places().get(code).level is not Level.MUNICIPALITY:
        raise WrongLevelError("councils", code)
    here = play(code, decoded)
    return GameAnswer(
        edition=snapshot().edition,
        place=code,
        game=encode(here.game),
        note=here.note,
        over=here.game.over,
        case=None if here.game.over else here.now.case,
        path=encode_path(here.pathway),
        councils=[_council(each) for each in here.councils],
        years=_years(here),
    )
