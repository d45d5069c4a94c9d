"""Where a meeting is, as a pure state: which screen is shown, what has been shown, what is open.

Every message may come late, twice or after a newer one: an earlier turn changes nothing. What has
been shown stays shown until the facilitator goes back to its question, which opens it again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from framtid.errors import UnknownOptionError
from framtid.meeting.agenda import ASKS, SHOWS, Step
from framtid.meeting.hands import Counted, later
from framtid.meeting.questions import HERE, LEVERS, is_council_question
from framtid.pathways.councils import councils


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting on its way through its agenda."""

    agenda: tuple[Step, ...]
    at: int = 0
    """The screen that is shown, counted from nought."""
    revealed: frozenset[str] = frozenset()
    """Questions whose answers have been shown."""
    turn: int = 0
    """How many times the facilitator has moved; whoever says an earlier one comes late."""
    council: str = ""
    """The case of a council that stands on the screen, where it plays the four councils."""
    game: str = ""
    """The code of their game, as far as it is played."""
    way: str = ""
    """The code of the path that the meeting has chosen so far, hands counted in."""
    hands: Counted = field(default_factory=dict)
    """Raised hands, by question."""

    @property
    def step(self) -> Step:
        """The screen that is shown."""
        return self.agenda[self.at]

    @property
    def questions(self) -> tuple[str, ...]:
        """What the meeting asks, in order."""
        return questions(self.agenda)

    @property
    def most(self) -> int:
        """How many answers a phone has at most: to all that is asked, and that it is here."""
        return len(self.questions) + 2 + sum(term.cases for term in councils().terms)

    @property
    def asked(self) -> str | None:
        """The question that stands on the screen and is open."""
        asking = {"dilemma": self.step.id, "levers": LEVERS, "councils": self.council}
        name = asking.get(self.step.kind, "")
        return name if self.accepts(name) else None

    def accepts(self, question: str) -> bool:
        """Whether an answer counts: the question has been asked, and its answers are not shown."""
        if question == HERE:
            return True
        if not question or question in self.revealed:
            return False
        if question == LEVERS:
            return any(step.kind == "levers" for step in self._so_far)
        if question == self.council:
            return self.step.kind == "councils"
        return any(step.kind == "dilemma" and step.id == question for step in self._so_far)

    @property
    def _so_far(self) -> Sequence[Step]:
        return self.agenda[: self.at + 1]

    def moved(
        self,
        at: int,
        turn: int,
        revealed: Iterable[str] = (),
        council: str = "",
        game: str = "",
        way: str = "",
        hands: Counted | None = None,
    ) -> "Session":
        """Return the meeting after the facilitator has moved.

        Args:
            at: the screen that is shown now.
            turn: how many times they have moved; one of before comes late and changes nothing, and
                of the same turn only what has been shown is added.
            revealed: what their screen has shown, also while it had no network.
            council: the case of a council that stands on it.
            game: the code of the game.
            way: the code of the path that is chosen so far.
            hands: that have been counted, each with a turn of its own, so that they are kept also
                where the rest comes late.

        Raises:
            UnknownOptionError: there is no such screen or question.

        """
        if at not in range(len(self.agenda)):
            raise UnknownOptionError("at", str(at)[:20], [f"0–{len(self.agenda) - 1}"])
        shown = frozenset(revealed)
        told = hands or {}
        named = {name for name in (*shown, council) if name and not self._knows(name)}
        if other := named | (set(told) - set(self.questions)):
            raise UnknownOptionError("revealed", min(other)[:40], self.questions)
        now = replace(self, hands=later(self.hands, told))
        if turn < self.turn:
            return now
        if self.agenda[at].kind in SHOWS:
            shown |= {self.agenda[at].id}
        if turn > self.turn:
            now = replace(now, at=at, turn=turn, council=council, game=game, way=way)
        return replace(now, revealed=(self.revealed | shown) - now._reopened)

    @property
    def _reopened(self) -> frozenset[str]:
        """The question that the screen asks: who goes back to it asks it again."""
        return frozenset({self.step.id} if self.step.kind in ASKS else ())

    def _knows(self, name: str) -> bool:
        """Whether the agenda may ask a question at all."""
        kinds = {step.kind for step in self.agenda}
        if name == LEVERS:
            return "levers" in kinds
        return name in self.questions or ("councils" in kinds and is_council_question(name))


def questions(agenda: Sequence[Step]) -> tuple[str, ...]:
    """Return what an agenda asks, in order."""
    return tuple(step.id for step in agenda if step.kind == "dilemma")
