"""One meeting of a municipality: its dilemmas, and the agenda they give."""

from collections.abc import Sequence
from dataclasses import dataclass

from framtid.addresses import DEFAULT_STORY
from framtid.errors import UnknownOptionError, UnknownPlaceError
from framtid.meeting.agenda import Step, agenda, asks
from framtid.pathways.dilemmas import fitting
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, Place, places
from framtid.stories import stories


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as it is planned."""

    place: Place
    length: int
    dilemmas: tuple[str, ...]
    agenda: tuple[Step, ...]


def suggested(code: str, many: int) -> tuple[str, ...]:
    """Return dilemmas for a municipality, each about another lever as far as there are such."""
    met = fitting(outlook_of(code))
    firsts: dict[frozenset[str], str] = {}
    for name, dilemma in met.items():
        firsts.setdefault(frozenset(dilemma.if_yes), name)
    rest = (name for name in met if name not in firsts.values())
    return (*firsts.values(), *rest)[:many]


def sitting(code: str, length: int, dilemmas: Sequence[str] = ()) -> Sitting:
    """Plan a meeting.

    Args:
        code: of a municipality.
        length: minutes, one of ``lengths``.
        dilemmas: those it asks; some that suit the place where none are named.

    Raises:
        UnknownPlaceError: no municipality has that code.
        UnknownOptionError: the place meets no such dilemma, or there are more than it has time for.

    """
    place = places().get(code)
    if place.level is not Level.MUNICIPALITY:
        raise UnknownPlaceError(code)
    chosen, met = tuple(dict.fromkeys(dilemmas)), fitting(outlook_of(code))
    wrong = [name for name in chosen if name not in met] or chosen[asks(length) :]
    if wrong:
        raise UnknownOptionError("dilemmas", wrong[0][:40], list(met))
    chosen = chosen or suggested(code, asks(length))
    told = {step.id: step for step in stories()[DEFAULT_STORY].steps if place.level in step.levels}
    return Sitting(place, length, chosen, agenda(length, chosen, told))
