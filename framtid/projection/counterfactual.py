"""Changing the course: the effect of a lever is a difference on the controlled run.

Only the difference is carried through the years. Without a change it is zero from the first
step to the last, so the figures are the controlled ones to the last digit. Whoever leaves
because of a change arrives somewhere, and whoever arrives has left somewhere: what a place
gains or loses by moves is spread over the country in proportion to where people settle.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framtid.projection.flows import Flows, split
from framtid.projection.history import Floats
from framtid.projection.rates import aged

Members = NDArray[np.int64] | list[int]
"""Positions of municipalities in arrays."""
NEAR = 32
"""Municipalities, or steps of one of them, that are worked out together."""


def _none() -> Floats:
    return np.zeros(1)


@dataclass(frozen=True, eq=False)
class Change:
    """What is to be otherwise in some municipalities; zero everywhere is no change.

    Relative changes are shares: 0.1 is a tenth more. An array may have one element for all
    steps, and be without the axes it does not vary over.

    Attributes:
        fertility: relative change in children per woman, (step,), from -1.
        mortality: relative change in the chance of dying, (step,) or (step, sex, age), from -1.
        immigration: net immigrants to the whole country beyond the controlled run's, persons,
            (step,); each municipality has its share of them by where people settle.
        arrivals: relative change in who moves in from the rest of the country, -1 to 1,
            (step,) or (step, age).
        departures: relative change in who leaves, -1 to 1, (step,) or (step, age).
        settlers: persons who settle from abroad in each municipality, (step, sex, age), or
            differently in each, (step, municipality, sex, age).
        staying: persons who would leave at the rates of their age and stay, or leave though they
            would stay where negative, (step, municipality, sex, age).

    """

    fertility: Floats = field(default_factory=_none)
    mortality: Floats = field(default_factory=_none)
    immigration: Floats = field(default_factory=_none)
    arrivals: Floats = field(default_factory=_none)
    departures: Floats = field(default_factory=_none)
    settlers: Floats = field(default_factory=_none)
    staying: Floats = field(default_factory=_none)


def _per_cell(values: Floats) -> Floats:
    """Give (step,), (step, age) or (step, sex, age) the axes (step, municipality, sex, age)."""
    steps, *rest = values.shape
    return values.reshape(steps, *[1] * (3 - len(rest)), *rest)


class _Terms(NamedTuple):
    """A change as what it does to each cell in a step, apart from what grows of the difference.

    Those of several steps together have the step as their first axis.
    """

    survival: Floats
    leaving: Floats
    births: Floats
    share: Floats
    """Share of the country's arriving who settle here."""
    saved: Floats
    """Survivors more than in the controlled run, of the controlled population."""
    left: Floats
    """Who leaves beyond the controlled run, of the controlled population."""
    moved_in: Floats
    """Who arrives beyond the controlled run from the rest of the country."""
    come: Floats
    """Who arrives beyond the controlled run, from there and from abroad."""
    born: Floats
    """Children beyond the controlled run, of the controlled mothers, (municipality,)."""


def _terms(here: Flows, change: Change, at: slice) -> _Terms:
    """Return the terms of some steps, (step, municipality, sex, age)."""

    def of(values: Floats) -> Floats:
        cells = _per_cell(values)
        return cells[at] if len(cells) > 1 else cells

    usual, known, arriving = here.leaving[at], here.survival[at], here.arriving[at]
    survival = np.clip(known - (1 - known) * of(change.mortality)[:, 0], 0, 1)
    leaving = np.clip(usual * (1 + of(change.departures)), 0, 1)
    share = arriving / np.maximum(here.settling[at], 1e-9)[:, None]
    domestic = arriving * here.moving[at][:, None]
    moved_in = domestic * of(change.arrivals)
    come = moved_in + np.maximum(of(change.immigration) * here.foreign * share, domestic - arriving)
    more = np.broadcast_to(change.fertility, here.steps)[at, None]
    before = here.population[:-1][at]
    return _Terms(
        survival=survival,
        leaving=leaving,
        births=here.births[at] * (1 + more),
        share=share,
        saved=aged(before, (survival - known)[:, None]),
        left=(leaving - usual) * aged(before, known[:, None]) - of(change.staying),
        moved_in=moved_in,
        come=come + of(change.settlers),
        born=here.births[at] * more * here.mothers[at],
    )


def _every_step(here: Flows, change: Change) -> Iterator[_Terms]:
    """Yield each step's terms; so many are worked out at a time as stay near the processor."""
    together = max(NEAR // here.population.shape[1], 1)
    for first in range(0, here.steps, together):
        yield from map(_Terms, *_terms(here, change, slice(first, first + together)))


def _bear(here: Flows, difference: Floats, step: int, births: Floats, born: Floats) -> None:
    """Put in the children of the difference's women and of a changed fertility."""
    women = (difference[step, :, 1] + difference[step + 1, :, 1]) / 2
    children = births * (women @ here.pattern[step]) + born
    difference[step + 1, :, 0, 0] = here.boys * children
    difference[step + 1, :, 1, 0] = (1 - here.boys) * children


def _carry(here: Flows, every: Iterable[_Terms]) -> tuple[Floats, Floats]:
    """Return the difference, (year, municipality, sex, age), and what others must take.

    The latter is who leaves less who arrives, (step, sex, age), before their own share of it.
    """
    difference = np.zeros_like(here.population)
    balance = np.zeros_like(here.survival)
    for step, terms in enumerate(every):
        grown = aged(difference[step], terms.survival) + terms.saved
        gone = terms.leaving * grown + terms.left
        balance[step] = (gone - terms.moved_in).sum(0)
        after = grown - gone + terms.come + terms.share * balance[step]
        difference[step + 1] = np.maximum(after, -here.population[step + 1])
        _bear(here, difference, step, terms.births, terms.born)
    return difference, balance


def changed(flows: Flows, members: Members, change: Change) -> Floats:
    """Return the members' population under a change, (year, municipality, sex, age).

    With all municipalities as members, moves within the country cancel out: from age 1 only
    deaths and who comes from abroad change the nation.
    """
    here = flows.at(members)
    population: Floats = here.population + _carry(here, _every_step(here, change))[0]
    return population


def whole(flows: Flows, members: Members, change: Change) -> Floats:
    """Return everybody's population when some change, (year, municipality, sex, age).

    The members are as in ``changed``; the others settle fewer or more by as much.
    """
    here = flows.at(members)
    ours, balance = _carry(here, _every_step(here, change))
    others = np.setdiff1d(np.arange(flows.population.shape[1]), members)
    there = flows.at(others)
    difference = np.zeros_like(there.population)
    share = there.share
    among = share / np.maximum(share.sum(1, keepdims=True), 1e-9)
    for step in range(there.steps):
        grown = aged(difference[step], there.survival[step])
        gone = there.leaving[step] * grown
        after = grown - gone + share[step] * balance[step] + among[step] * gone.sum(0)
        difference[step + 1] = np.maximum(after, -there.population[step + 1])
        _bear(there, difference, step, there.births[step], np.zeros(1))
    population = flows.population.copy()
    population[:, members] += ours
    population[:, others] += difference
    return population


def under(flows: Flows, members: Members, change: Change) -> Flows:
    """Return the members' run under a change, taken apart, so that more can be changed."""
    here = flows.at(members)
    terms = list(_every_step(here, change))
    population = here.population + _carry(here, terms)[0]
    survival = np.stack([each.survival for each in terms])
    alive = aged(population[:-1], survival[:, None])
    arriving, leaving = split(population, alive, np.stack([each.leaving for each in terms]))
    return replace(
        here,
        population=population,
        survival=survival,
        arriving=arriving,
        leaving=leaving,
        births=np.stack([each.births for each in terms]),
        settling=flows.settling + (arriving - here.arriving).sum(1),
    )
