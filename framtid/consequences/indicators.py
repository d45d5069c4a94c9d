"""What an indicator is: unit, formula, sources, certainty and whose figures it rests on."""

from dataclasses import dataclass

from framtid.consequences.figure import Basis, Figure
from framtid.consequences.figure import weakest as weakest_basis
from framtid.consequences.local import Local
from framtid.consequences.parameters import Certainty, Parameter, Reference, parameters, weakest
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import snapshot


@dataclass(frozen=True)
class Indicator:
    """One series of consequences; its words stand at ``consequences.<id>``.

    Attributes:
        id: its name in answers.
        unit: key of the unit's words.
        rests_on: parameters ("care.cap") and tables of the snapshot ("need_index"), of which
            some come only with a refresh from SSB.
        local: which figures of ``Local`` it uses; they may be the nation's.
        method: how sure the way of computing is, apart from the figures.

    """

    id: str
    unit: str
    rests_on: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    method: Certainty = Certainty.SOLID

    @property
    def formula(self) -> str:
        """Key of the sentence that says how it is computed."""
        return f"consequences.{self.id}.formula"

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters it rests on."""
        named = (name.split(".") for name in self.rests_on if "." in name)
        return tuple(parameters(field)[name] for field, name in named)

    @property
    def certainty(self) -> Certainty:
        """The certainty of the weakest it rests on: its figures and its method."""
        return weakest([self.method, *(parameter.certainty for parameter in self.parameters)])

    @property
    def sources(self) -> tuple[Reference | Source, ...]:
        """Publications and tables, each once."""
        figures = snapshot()
        tables = (figures.source(name) for name in self.rests_on if figures.has(name))
        read = (parameter.source for parameter in self.parameters)
        return tuple(dict.fromkeys([*tables, *read]))

    def own(self, place: Local) -> bool:
        """Whether all local figures it uses tell of the place, not of the nation."""
        return self.basis(place) != "nation"

    def basis(self, place: Local) -> Basis:
        """Return what it is known from where least is known: "own" only where all is counted."""
        return weakest_basis(
            figure.basis for name in self.local for figure in _figures(place, name)
        )


def _figures(place: Local, name: str) -> tuple[Figure, ...]:
    if name in place.need:
        return (place.need[name],)
    found: Figure | tuple[Figure, ...] = getattr(place, name)
    return found if isinstance(found, tuple) else (found,)
