"""The projection of every municipality, controlled to SSB's national figures."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framtid.places import Place, places
from framtid.projection.cohort import project
from framtid.projection.control import ALTERNATIVES, control, newest
from framtid.projection.history import Floats, history
from framtid.projection.rates import Rates, fit
from framtid.statistics.keeping import kept

__all__ = ["ALTERNATIVES", "Projection", "base_year", "projection"]


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


def base_year() -> int:
    """Return the last observed year, 1 January: where the projection begins."""
    return int(history().years[-1])


@kept(maxsize=1)
def fitted() -> Rates:
    """Return the rates fitted on the whole committed history."""
    return fit(history())


@kept(maxsize=len(ALTERNATIVES))
def projection(alternative: str = "MMMM") -> Projection:
    """Return one alternative, computed once; raise UnknownAlternativeError for others."""
    base = base_year()
    target = control(alternative, newest(base))
    population = project(history().population[-1], base, fitted(), target)
    return Projection(alternative, target.years[target.years >= base], population)
