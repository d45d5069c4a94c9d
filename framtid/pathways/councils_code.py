"""A game of four councils as a short code: the years that are drawn, and what was answered.

``1-418-hejtin.foj`` is version 1 of the code: the years of trajectory 418, then council by council
what it has answered, ``he`` and ``j`` for a yes to whole positions, ``ti`` and ``n`` for a no. A
dot closes a council's term. Dilemmas have their two letters in ``data/dilemmas.yml``: they are
named, and not counted, so that a game that was shared is read for ever.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from framtid.pathways.councils import councils
from framtid.pathways.dilemmas import dilemmas
from framtid.projection.uncertainty.one_trajectory import trajectory_count

VERSION = "1"
YES, NO = "j", "n"
LONGEST = 120
"""Characters of the longest code we read; a whole game is shorter by half."""
Note = Literal["broken", "unknown_version", "partly"]
"""Why a code did not give what it asked for; the words stand at ``councils.link.<note>``."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a council said to a dilemma."""

    dilemma: str
    yes: bool


@dataclass(frozen=True)
class Game:
    """Which years are drawn, and each council's answers; the last council is the one that sits."""

    seed: int = 1
    """Which of the model's trajectories, from 1."""
    terms: tuple[tuple[Answer, ...], ...] = ((),)

    @property
    def sitting(self) -> int:
        """The number of the council that sits, from 0; as many as there are when all is over."""
        return len(self.terms) - 1

    @property
    def over(self) -> bool:
        """Whether every council has had its term."""
        return self.sitting >= len(councils().terms)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Everything that was answered, in order."""
        return tuple(answer for term in self.terms for answer in term)

    def answered(self, dilemma: str, *, yes: bool) -> "Game":
        """Return the game after an answer of the council that sits."""
        *before, now = self.terms
        return replace(self, terms=(*before, (*now, Answer(dilemma, yes))))

    def closed(self) -> "Game":
        """Return the game when the next council has come."""
        return replace(self, terms=(*self.terms, ()))

    def undone(self) -> "Game | None":
        """Return the game before the last step; None at the beginning."""
        *before, now = self.terms
        if now:
            return replace(self, terms=(*before, now[:-1]))
        return replace(self, terms=tuple(before)) if before else None

    def started_over(self) -> "Game":
        """Return the same years with nothing answered."""
        return Game(self.seed)


@dataclass(frozen=True)
class DecodedGame:
    """What a code gave: a game, and a note where it is not all that was asked."""

    game: Game
    note: Note | None = None


@lru_cache(maxsize=1)
def _by_code() -> Mapping[str, str]:
    return {each.code: name for name, each in dilemmas().items()}


def encode(game: Game) -> str:
    """Return the code of a game."""
    terms = [
        "".join(dilemmas()[each.dilemma].code + (YES if each.yes else NO) for each in term)
        for term in game.terms
    ]
    told = ".".join(terms)
    return f"{VERSION}-{game.seed}-{told}" if told else f"{VERSION}-{game.seed}"


_WHOLE = re.compile(r"(\d{1,6})(?:-((?:[a-z]{2}[jn])+(?:\.(?:[a-z]{2}[jn])+)*\.?))?", re.ASCII)
_PART = re.compile(r"([a-z]{2})([jn])")


def decode(code: str | None) -> DecodedGame:
    """Return the game of a code; what cannot be read is a game at its beginning, with a note.

    Never raises: what stands in an address may have been typed, cut off or made up.
    """
    told = (code or "").strip().lower()
    version, _, rest = told.partition("-")
    if version != VERSION:
        unknown = version.isascii() and version.isdigit()
        return DecodedGame(Game(), "unknown_version" if unknown else "broken")
    whole = _WHOLE.fullmatch(rest) if len(told) <= LONGEST else None
    if whole is None or not 1 <= int(whole[1]) <= trajectory_count():
        return DecodedGame(Game(), "broken")
    return _read(int(whole[1]), whole[2] or "")


def _read(seed: int, told: str) -> DecodedGame:
    """Return the game of a code's answers, up to the first that names no dilemma of ours."""
    terms: list[tuple[Answer, ...]] = []
    for part in told.split("."):
        pairs = _PART.findall(part)
        known = [_by_code().get(code) for code, _ in pairs]
        answers = tuple(
            Answer(name, said == YES)
            for name, (_, said) in zip(known, pairs, strict=True)
            if name is not None
        )
        if len(answers) < len(pairs):
            cut = answers[: known.index(None)]
            return DecodedGame(Game(seed, (*terms, cut)), "partly")
        terms.append(answers)
    return DecodedGame(Game(seed, tuple(terms)))
