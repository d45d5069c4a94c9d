"""What a room answered, what its majority decided, and the pathway that leads to."""

from collections.abc import Iterable, Mapping
from itertools import product

import msgspec

from framtid.answers import Id, Model
from framtid.meeting.agenda import settings
from framtid.pathways.pathway import Pathway
from framtid.pathways.stands import Stands

ANSWERS = ("yes", "no", "blank")
"""What one may say to a dilemma; ``blank`` is one who will not choose."""
Counts = Mapping[str, int]
"""How many said each of ANSWERS; those left out are nought."""


class Tally(Model, frozen=True):
    """How a room spread on a question."""

    yes: int = 0
    no: int = 0
    blank: int = 0
    groups: dict[Id, tuple[int, int, int]] = msgspec.field(default_factory=dict)
    """Yes, no and blank by role; only roles that enough have answered for."""

    @property
    def decided(self) -> bool | None:
        """What the majority of those who chose said; None where as many said yes as no."""
        return None if self.yes == self.no else self.yes > self.no


def tally(rows: Iterable[tuple[str, str, int]]) -> Tally:
    """Return how a room spread.

    Args:
        rows: a role ("" where none is said), an answer, and how many gave it.

    """
    counts = dict.fromkeys(ANSWERS, 0)
    groups: dict[str, dict[str, int]] = {}
    for role, answer, many in rows:
        counts[answer] += many
        if role:
            groups.setdefault(role, dict.fromkeys(ANSWERS, 0))[answer] += many
    shown = {
        role: (groups[role]["yes"], groups[role]["no"], groups[role]["blank"])
        for role in settings().roles
        if role in groups and sum(groups[role].values()) >= settings().fewest
    }
    return Tally(**counts, groups=shown if _safe(counts, shown, groups) else {})


def _safe(counts: Counts, shown: Mapping[str, object], groups: Mapping[str, Counts]) -> bool:
    """Whether the groups that are not shown are many enough not to be what is left over."""
    hidden = sum(sum(given.values()) for role, given in groups.items() if role not in shown)
    silent = sum(counts.values()) - sum(sum(given.values()) for given in groups.values())
    return safe(hidden + silent)


def safe(left: int) -> bool:
    """Whether groups may be shown, where so many are left over: nobody, or enough."""
    return left == 0 or left >= settings().fewest


def pathway(decided: Mapping[str, bool | None]) -> Pathway:
    """Return where some decisions lead, as stands do; what is not decided stays as today."""
    return Stands.of({name: yes for name, yes in decided.items() if yes is not None}).pathway


def possible(questions: Iterable[str]) -> tuple[Pathway, ...]:
    """Return every pathway that a meeting with these questions can end on, each once."""
    names = tuple(questions)
    every = (
        pathway(dict(zip(names, said, strict=True)))
        for said in product((None, True, False), repeat=len(names))
    )
    return tuple(dict.fromkeys(every))
