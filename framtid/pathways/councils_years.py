"""The years of a game: a place's outlook in one of the model's own trajectories."""

from dataclasses import dataclass, replace
from functools import cached_property

from framtid.pathways.councils import councils
from framtid.pathways.hundred import hundred_of
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.projection.history import Floats
from framtid.projection.hundred import Hundred
from framtid.projection.uncertainty.one_trajectory import deviation
from framtid.statistics.keeping import kept


@dataclass(frozen=True, eq=False)
class YearsOutlook(Outlook):
    """An outlook whose people follow one trajectory: what the years brought, and not the middle.

    The trajectory's deviation from the controlled run, by age group and year, is laid on whichever
    pathway is taken, so that two pathways meet the same years.
    """

    trajectory: int = 0
    """Its number among the model's, from 0."""

    def along(self, pathway: Pathway) -> Outlook:
        """Return the same place and the same years along another pathway."""
        return years_of(self.place.code, self.trajectory, pathway)

    @cached_property
    def expected(self) -> Outlook:
        """The same pathway as the projection has it, in the middle of all trajectories."""
        return outlook_of(self.place.code, self.alternative, self.pathway, self.setting)

    @cached_property
    def lives(self) -> Hundred:
        """A hundred who live through these years; each group counted exactly as a term ends."""
        return hundred_of(self, tuple(term.until for term in councils().terms))


@kept(maxsize=96)
def years_of(code: str, trajectory: int, pathway: Pathway = AS_IT_IS) -> YearsOutlook:
    """Return a municipality's outlook in one trajectory.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    middle = outlook_of(code, pathway=pathway)
    future: Floats = middle.population.copy()
    start = middle.base_year - middle.first_year
    future[start:] *= deviation(code, trajectory)[:, None, :]
    return replace(
        YearsOutlook(
            middle.place,
            middle.alternative,
            middle.first_year,
            future,
            middle.base_year,
            middle.pathway,
            middle.setting,
        ),
        trajectory=trajectory,
    )
