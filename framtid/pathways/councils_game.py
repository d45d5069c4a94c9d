"""A game of four councils: what each has to decide, what it has room for, and where it leads."""

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from typing import Literal

from framtid.pathways.councils import (
    Term,
    councils,
    decided,
    free,
    price,
    room,
)
from framtid.pathways.councils_code import Answer, DecodedGame, Game, Note
from framtid.pathways.councils_years import YearsOutlook, years_of
from framtid.pathways.dilemmas import Dilemma, dilemmas
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.statistics.keeping import kept

Lack = Literal["starts", "money"]
"""What a council lacks for one more yes."""
NEVER, NO_BEFORE = 0, 1
"""Dilemmas that nobody has answered are met before those that an earlier council said no to."""


@dataclass(frozen=True)
class Council:
    """One council's term: what it meets, what it answered, and the pathway before and after."""

    code: str
    """The municipality."""
    term: Term
    agenda: tuple[str, ...]
    """The dilemmas it meets, in order; those it has answered first."""
    answers: tuple[Answer, ...]
    before: Pathway
    asked: frozenset[str]
    """Dilemmas that an earlier council has answered."""

    @cached_property
    def after(self) -> Pathway:
        """The pathway after what is answered so far."""
        pathway = self.before
        for at, answer in enumerate(self.answers):
            if not self.put_off(at):
                found = dilemmas()[answer.dilemma]
                pathway = decided(pathway, found, yes=answer.yes, term=self.term)
        return pathway

    def put_off(self, at: int) -> bool:
        """Return whether an answer is a no only because there was no room for a yes.

        It is left to the next council: nobody has decided against it, so nothing is let go of.
        """
        answer, earlier = self.answers[at], replace(self, answers=self.answers[:at])
        return not answer.yes and earlier.lacks(answer.dilemma) is not None

    @property
    def case(self) -> str | None:
        """The dilemma that is on the table; None when all are answered."""
        return next(iter(self.agenda[len(self.answers) :]), None)

    @property
    def started(self) -> int:
        """How many changes it has said yes to."""
        return sum(each.yes for each in self.answers)

    @property
    def spent(self) -> float:
        """Kroner per inhabitant that its yes takes in the dearest years."""
        yes = (each.dilemma for each in self.answers if each.yes)
        return sum(price(self.code, name, self.term.number) for name in yes)

    @property
    def room(self) -> float:
        """Kroner per inhabitant that it has room for in all."""
        return room(self.code, self.term)

    def lacks(self, name: str) -> Lack | None:
        """Return what it lacks for a yes to a dilemma; None where there is room."""
        if self.started >= councils().starts.number:
            return "starts"
        cost = price(self.code, name, self.term.number)
        return "money" if cost and self.spent + cost > self.room else None


@dataclass(frozen=True, eq=False)
class Play:
    """A game in a place: its councils so far, and the years as they went."""

    code: str
    game: Game
    councils: tuple[Council, ...]
    """Those that have sat, the last of them the one that sits unless the game is over."""
    note: Note | None = None

    @property
    def now(self) -> Council:
        """The council that sits, or the last that sat."""
        return self.councils[-1]

    @property
    def pathway(self) -> Pathway:
        """What has been decided so far, as a pathway."""
        return self.now.after

    @property
    def years(self) -> YearsOutlook:
        """The place along that, as the years went."""
        return years_of(self.code, self.game.seed - 1, self.pathway)

    @property
    def foreseen(self) -> Outlook:
        """The place along that, as the projection has it."""
        return outlook_of(self.code, pathway=self.pathway)

    @property
    def done(self) -> bool:
        """Whether the council that sits has answered all it meets."""
        return self.now.case is None


def _order(game: Game, code: str, name: str) -> bytes:
    """Return what decides in which order dilemmas are met: the seed, and nothing else."""
    return blake2b(f"{game.seed}.{code}.{name}".encode(), digest_size=8).digest()


@kept(maxsize=512)
def _fitting(code: str, seed: int, year: int) -> frozenset[str]:
    """Return the dilemmas that fit a place in a year, as the years went along today's course."""
    outlook = years_of(code, seed - 1)
    return frozenset(name for name, each in dilemmas().items() if each.suits(outlook, year))


def agenda(
    code: str, game: Game, term: Term, before: Pathway, answers: tuple[Answer, ...]
) -> tuple[str, ...]:
    """Return the dilemmas a council meets: those it has answered, then those it is yet to.

    They fit the place and the year, nothing in them is decided already, no two ask about the
    same, and a yes to each has room by itself. The seed picks among them.

    Args:
        code: the municipality.
        game: with the answers of earlier councils, and of this one.
        term: the council's.
        before: what earlier councils have decided.
        answers: what this one has answered.

    """
    met = [each.dilemma for each in answers]
    asked = {each.dilemma for each in game.answers} - set(met)
    touched = {lever for name in met for lever in _levers(dilemmas()[name])}
    limit, fits = room(code, term), _fitting(code, game.seed, term.first)

    def rank(name: str) -> tuple[int, bytes]:
        return (NO_BEFORE if name in asked else NEVER, _order(game, code, name))

    for name in sorted(fits - set(met), key=rank):
        found = dilemmas()[name]
        if len(met) >= term.cases:
            break
        apart = not touched & _levers(found)
        if apart and free(found, before) and price(code, name, term.number) <= limit:
            met.append(name)
            touched |= _levers(found)
    return tuple(met)


def _levers(found: Dilemma) -> set[str]:
    return {*found.if_yes, *found.if_no}


def sits(code: str, game: Game, number: int, before: Pathway) -> Council:
    """Return a council at the beginning of its term."""
    term, so_far = councils().terms[number], Game(game.seed, game.terms[:number])
    asked = frozenset(each.dilemma for each in so_far.answers)
    return Council(code, term, agenda(code, so_far, term, before, ()), (), before, asked)


def _may(council: Council, answer: Answer) -> bool:
    """Whether a council may give an answer: nothing in it is decided, and a yes has room."""
    found = dilemmas()[answer.dilemma]
    if len(council.answers) >= council.term.cases or not free(found, council.before):
        return False
    if _levers(found) & {lever for each in council.answers for lever in _levers_of(each)}:
        return False
    return not answer.yes or council.lacks(answer.dilemma) is None


def _levers_of(answer: Answer) -> set[str]:
    return _levers(dilemmas()[answer.dilemma])


def answering(council: Council, game: Game, answers: tuple[Answer, ...]) -> Council:
    """Return a council with what it answered, and its agenda after that."""
    so_far = Game(game.seed, game.terms[: council.term.number])
    met = agenda(council.code, so_far, council.term, council.before, answers)
    return Council(council.code, council.term, met, answers, council.before, council.asked)


def play(code: str, decoded: DecodedGame) -> Play:
    """Return a game in a municipality, played as far as its answers can be given.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    game, pathway = decoded.game, AS_IT_IS
    sat: list[Council] = []
    for number, answers in enumerate(game.terms[: len(councils().terms)]):
        council = sits(code, game, number, pathway)
        for at, answer in enumerate(answers):
            if not _may(council, answer):
                cut = Game(game.seed, (*game.terms[:number], answers[:at]))
                return Play(code, cut, (*sat, council), "partly")
            council = answering(council, game, (*council.answers, answer))
        sat.append(council)
        pathway = council.after
        if council.case is not None and number < game.sitting:
            cut = Game(game.seed, game.terms[: number + 1])
            return Play(code, cut, tuple(sat), "partly")
    longest = game.terms[: len(councils().terms) + 1]
    note = decoded.note or ("partly" if len(longest) < len(game.terms) else None)
    return Play(code, Game(game.seed, longest), tuple(sat), note)
