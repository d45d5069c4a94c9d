"""``/mote/rad.json``: all that four councils can be asked, for a wall that loses its network."""

from starlette.requests import Request

from framtid import addresses
from framtid.answers import Model
from framtid.documents.councils import code_of
from framtid.documents.serving import placed
from framtid.errors import NotAMunicipalityError
from framtid.language.current import reader_language, spoken
from framtid.pathways.councils import councils
from framtid.pathways.councils_ahead import Step, every_step
from framtid.pathways.councils_code import Game, decode, encode
from framtid.pathways.dilemmas import dilemmas, in_words
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json

ADDRESS = addresses.MEETING + "/rad.json"


class Asked(Model, frozen=True):
    """A dilemma as it is put to the room."""

    title: str
    question: str
    favour: str
    against: str
    price: str


class Ahead(Model, frozen=True):
    """Every step that can be taken, and the words of what is asked."""

    begins: str
    """The code of the game that nobody has played yet."""
    councils: int
    steps: tuple[Step, ...]
    asked: dict[str, Asked]
    """By the two letters of a dilemma."""


@kept(32, by=spoken)
def ahead_json(code: str, seed: int) -> Packed:
    """Return every step of a game, with the words of its dilemmas."""
    steps, language = every_step(code, seed), reader_language()
    met = {step[0] for step in steps}
    asked = {}
    for name, dilemma in dilemmas().items():
        if dilemma.code in met:
            words = in_words(name, language)
            asked[dilemma.code] = Asked(
                title=words.title,
                question=words.question,
                favour=words.favour,
                against=words.against,
                price=words.price,
            )
    return to_json(Ahead(encode(Game(seed)), len(councils().terms), steps, asked))


def ahead(request: Request, place: Place) -> Packed:
    """Answer for the municipality and the years of the game in the address."""
    if place.level is not Level.MUNICIPALITY:
        raise NotAMunicipalityError(place.code)
    return ahead_json(place.code, decode(code_of(request)).game.seed)


ANSWER = placed(ahead)
