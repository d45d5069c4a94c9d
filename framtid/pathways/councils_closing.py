"""Every way in which councils can end, from where a game stands: for years that are laid by."""

from collections.abc import Iterator

from framtid.pathways.councils import councils
from framtid.pathways.councils_code import DecodedGame, Game
from framtid.pathways.councils_game import Council, answering, play, sits

Closing = tuple[Game, Council]
"""A game whose last council has answered all that it meets, and that council."""


def closings(code: str, game: Game) -> list[Closing]:
    """Return every closing that a game can come to from where it stands, council by council."""
    found: list[Closing] = []
    here = play(code, DecodedGame(game))
    sitting = [] if here.game.over else [(here.game, here.now)]
    while sitting:
        ends = [end for game_, council in sitting for end in _ends(game_, council)]
        found += ends
        number = sitting[0][1].term.number + 1
        last = number == len(councils().terms)
        sitting = [] if last else [_next(code, number, end) for end in ends]
    return found


def _next(code: str, number: int, end: Closing) -> Closing:
    game, council = end
    later = game.closed()
    return later, sits(code, later, number, council.after)


def _ends(game: Game, council: Council) -> Iterator[Closing]:
    name = council.case
    if name is None:
        yield game, council
        return
    for yes in (True, False):
        if not yes or council.lacks(name) is None:
            later = game.answered(name, yes=yes)
            yield from _ends(later, answering(council, later, later.terms[-1]))
