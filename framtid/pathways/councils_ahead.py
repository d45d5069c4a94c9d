"""All that four councils can come to decide, as one table: a game goes on by it without a network.

What a council meets follows from what was answered before it, and from nothing that the years
bring. So the whole of it is small; what the years came to is worked out when the network is back.
"""

from dataclasses import dataclass, field

from framtid.pathways.councils import councils
from framtid.pathways.councils_code import Game
from framtid.pathways.councils_game import Council, answering, sits
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.levers import levers
from framtid.pathways.pathway import AS_IT_IS
from framtid.statistics.keeping import kept

Step = tuple[str, int, int]
"""A dilemma's two letters, and the steps that follow a yes and a no; or ``CLOSES``, and what is
next twice. ``NOWHERE`` where there is no room for a yes, and where the last council has closed."""
CLOSES, NOWHERE = ".", -1
_Key = tuple[object, ...]


@dataclass
class _Table:
    """The steps, each once: games that have the same before them go on alike."""

    code: str
    steps: list[Step] = field(default_factory=list)
    known: dict[_Key, int] = field(default_factory=dict)

    def at(self, council: Council, game: Game) -> int:
        """Return the number of the step where a council stands, with all that follows it."""
        moved = frozenset(name for name in levers() if council.before.choice(name).level)
        key = (council.term.number, moved, council.asked, council.answers)
        if key not in self.known:
            self.known[key] = number = len(self.steps)
            self.steps.append((CLOSES, NOWHERE, NOWHERE))
            self.steps[number] = self._step(council, game)
        return self.known[key]

    def _step(self, council: Council, game: Game) -> Step:
        name = council.case
        if name is None:
            following = self._closed(council, game)
            return CLOSES, following, following
        yes = NOWHERE if council.lacks(name) else self._answered(council, game, name, yes=True)
        return dilemmas()[name].code, yes, self._answered(council, game, name, yes=False)

    def _answered(self, council: Council, game: Game, name: str, *, yes: bool) -> int:
        later = game.answered(name, yes=yes)
        return self.at(answering(council, later, later.terms[-1]), later)

    def _closed(self, council: Council, game: Game) -> int:
        number = council.term.number + 1
        if number == len(councils().terms):
            return NOWHERE
        later = game.closed()
        return self.at(sits(self.code, later, number, council.after), later)


@kept(maxsize=16)
def every_step(code: str, seed: int) -> tuple[Step, ...]:
    """Return every step of every game in a municipality; the first is where all begin.

    Args:
        code: the municipality.
        seed: which of the model's trajectories, from 1.

    """
    table, game = _Table(code), Game(seed)
    table.at(sits(code, game, 0, AS_IT_IS), game)
    return tuple(table.steps)
