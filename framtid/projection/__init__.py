"""The projection of every municipality, controlled to SSB's national figures."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framtid.places import Place, places
from framtid.projection.cohort import project
from framtid.projection.control import ALTERNATIVES, control
from framtid.projection.history import Floats, history
from framtid.projection.rates import Rates, fit
from framtid.statistics.snapshot import per_edition

EDITION = 2026
"""SSB's edition that the projection is controlled to, and its first year."""

__all__ = ["ALTERNATIVES", "EDITION", "Projection", "projection"]


@dataclass(frozen=True)
class Projection:
    """Population on 1 January for one alternative, (year, municipality, sex, age)."""

    alternative: str
    years: NDArray[np.int64]
    population: Floats

    def of(self, place: Place) -> Floats:
        """Return a place's population, (year, sex, age): the sum of its municipalities."""
        index = places().index
        members = [index[code] for code in place.members]
        total: Floats = self.population[:, members].sum(1)
        return total


@per_edition(maxsize=1)
def fitted() -> Rates:
    """Return the rates fitted on the whole committed history."""
    return fit(history())


@per_edition(maxsize=len(ALTERNATIVES))
def projection(alternative: str = "MMMM") -> Projection:
    """Return one alternative, computed once; raise UnknownAlternativeError for others."""
    target = control(alternative, EDITION)
    population = project(history().population[-1], EDITION, fitted(), target)
    return Projection(alternative, target.years, population)
