"""A controlled run taken apart into who survives, arrives, leaves and is born each year."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from framtid.projection import ALTERNATIVES, base_year, fitted, projection
from framtid.projection.cohort import OLD, future_pattern, future_survival
from framtid.projection.history import Floats
from framtid.projection.parameters import Parameters, parameters
from framtid.projection.rates import Rates, aged
from framtid.statistics.keeping import kept
from framtid.statistics.laid_by import laid_by


@dataclass(frozen=True, eq=False)
class Flows:
    """What carries a population from each 1 January to the next.

    From age 1, ``population[t + 1] = (1 - leaving) * aged(population[t]) + arriving`` to
    rounding, whatever the control did: its corrections are deaths from age 67, moves before.

    Attributes:
        years: 1 January of each population, the first being the base, (year,).
        population: persons, (year, municipality, sex, age).
        survival: chance of living from age a-1 to a, at index a, (step, sex, age).
        arriving: persons who settle during the year, never negative,
            (step, municipality, sex, age), by age at its end.
        leaving: share of the survivors who leave, 0 to 1, (step, municipality, sex, age).
        births: children aged 0 at the year's end per ``women @ pattern``, where women are the
            mean of both ends of the year, (step, municipality).
        pattern: weight of each mother's age, (step, age).
        boys: share of boys among the newborn.
        settling: arriving persons of the whole country, (step, sex, age).
        moving: share of these who come from within the country, (step, sex, age).
        foreign: net immigrants of one extra, by sex and age; sums to 1, (sex, age).

    """

    years: NDArray[np.int64]
    population: Floats
    survival: Floats
    arriving: Floats
    leaving: Floats
    births: Floats
    pattern: Floats
    boys: float
    settling: Floats
    moving: Floats
    foreign: Floats

    @property
    def steps(self) -> int:
        """How many years are carried."""
        return len(self.years) - 1

    @cached_property
    def alive(self) -> Floats:
        """Survivors before anyone moves, (step, municipality, sex, age)."""
        return aged(self.population[:-1], self.survival[:, None])

    @cached_property
    def share(self) -> Floats:
        """Share of the country's arriving who settle here, (step, municipality, sex, age)."""
        found: Floats = self.arriving / np.maximum(self.settling, 1e-9)[:, None]
        return found

    @cached_property
    def mothers(self) -> Floats:
        """Women weighted by the chance of becoming a mother, (step, municipality)."""
        return _mothers(self.population, self.pattern)

    def at(self, members: NDArray[np.int64] | list[int]) -> "Flows":
        """Return the same for some municipalities, by position; the country stays the whole."""
        if list(members) == list(range(self.population.shape[1])):
            return replace(self)
        return replace(
            self,
            population=self.population[:, members],
            arriving=self.arriving[:, members],
            leaving=self.leaving[:, members],
            births=self.births[:, members],
        )


def _controlled(survival: Floats, population: Floats) -> Floats:
    """Return survival with what the control did from 67 on: it counts as deaths, not as moves."""
    nation = population.sum(1)
    everyone = aged(nation[:-1], np.ones_like(survival))[..., OLD:]
    controlled = survival.copy()
    controlled[..., OLD:] = np.minimum(nation[1:, :, OLD:] / np.maximum(everyone, 1e-9), 1)
    return controlled


def _mothers(population: Floats, pattern: Floats) -> Floats:
    women = (population[:-1, :, 1] + population[1:, :, 1]) / 2
    found: Floats = np.matmul(women, pattern[..., None])[..., 0]
    return found


def split(population: Floats, alive: Floats, usual: Floats) -> tuple[Floats, Floats]:
    """Return who arrives (persons) and leaves (share of ``alive``) between two years.

    People leave at the ``usual`` rates; where even nobody arriving would leave too many
    behind, more leave. All (step, municipality, sex, age); age 0 neither arrives nor leaves.
    """
    arriving = population[1:] - alive * (1 - usual)
    short = (arriving < 0) & (alive > 0)
    leaving = np.where(short, 1 - population[1:] / np.where(short, alive, 1), usual)
    arriving[short] = 0
    arriving[..., 0] = leaving[..., 0] = 0
    return arriving, leaving


def take_apart(population: Floats, base: int, rates: Rates, p: Parameters | None = None) -> Flows:
    """Take a run of all municipalities apart.

    Args:
        population: persons, (year, municipality, sex, age), the first year being ``base``.
        base: the first year.
        rates: what the run was made with.
        p: parameters, the committed ones by default.

    """
    p = p or parameters()
    steps = len(population) - 1
    alive = _controlled(future_survival(rates, steps, p), population)
    pattern = future_pattern(rates, base, steps)
    usual = np.broadcast_to(rates.out, population[1:].shape)
    survivors = aged(population[:-1], alive[:, None])
    arriving, leaving = split(population, survivors, usual)
    settling = arriving.sum(1)
    foreign = np.maximum(rates.national, 0)
    return Flows(
        years=np.arange(base, base + steps + 1),
        population=population,
        survival=alive,
        arriving=arriving,
        leaving=leaving,
        births=population[1:, ..., 0].sum(-1) / np.maximum(_mothers(population, pattern), 1e-9),
        pattern=pattern,
        boys=p.boys,
        settling=settling,
        moving=np.minimum((leaving * survivors).sum(1) / np.maximum(settling, 1e-9), 1),
        foreign=foreign / foreign.sum(),
    )


@kept(maxsize=len(ALTERNATIVES))
def flows(alternative: str = "MMMM") -> Flows:
    """Return the committed projection taken apart; UnknownAlternativeError for others."""
    found = take_apart(projection(alternative).population, base_year(), fitted())
    return replace(found, arriving=laid_by(found.arriving), leaving=laid_by(found.leaving))


@dataclass(frozen=True)
class Year:
    """What one year does to a place, in persons."""

    before: float
    died: float
    born: float
    """Children who live here at the year's end: who was born, less the few who died or moved."""
    moved: float
    """Net moves; below zero where more leave than come."""

    @property
    def after(self) -> float:
        """Everybody a year later."""
        return self.before - self.died + self.born + self.moved


def first_year(flows: Flows, members: NDArray[np.int64] | list[int]) -> Year:
    """Return the first year's bookkeeping of some municipalities together."""
    here = flows.at(members)
    before, after = here.population[0], here.population[1]
    alive = here.alive[0]
    return Year(
        before=float(before.sum()),
        died=float(before.sum() - alive.sum()),
        born=float(after[..., 0].sum()),
        moved=float((after[..., 1:] - alive[..., 1:]).sum()),
    )
