"""What becomes of each hundredth of a place in a year: births, deaths and moves per hundred."""

from dataclasses import dataclass

import numpy as np

from framtid.projection.flows import Flows, split
from framtid.projection.history import Floats
from framtid.projection.rates import aged

HUNDRED = 100


@dataclass(frozen=True, eq=False)
class Turnover:
    """A run seen as a hundred who are always a hundred.

    From age 1, ``stock[t + 1] = older(stock[t]) - died - out + into - room``. Where a place grows
    a figure stands for more people each year, so some figures make room though nobody has gone;
    where it shrinks, some come into view who were here all along.

    Attributes:
        first: the year of the first 1 January.
        people: persons whom the hundred stand for, (year,).
        stock: of a hundred, (year, sex, age).
        born: children aged 0 at the year's end, (step, sex).
        died: by age at the year's end, (step, sex, age), as the two below.
        out: who moves out, beyond those who move between members of the place.
        into: who moves in, counted the same.
        room: who makes room, or comes into view where negative.

    """

    first: int
    people: Floats
    stock: Floats
    born: Floats
    died: Floats
    out: Floats
    into: Floats
    room: Floats


def turnover(
    here: Flows, population: Floats, last: int, departures: Floats | None = None
) -> Turnover:
    """Return the turnover of one place from the base year to ``last``.

    Args:
        here: the place's flows as one, with the official rates of dying and leaving.
        population: persons of the run to be told, (year, sex, age), from the base year on.
        last: the last year, 1 January.
        departures: relative change in who leaves, (step, age).

    """
    first = int(here.years[0])
    steps = last - first
    people = population[: steps + 1]
    leaving = here.leaving[:steps, 0]
    if departures is not None:
        leaving = np.clip(leaving * (1 + departures[:steps, None]), 0, 1)
    everyone = aged(people[:-1], np.ones_like(leaving))
    alive = aged(people[:-1], here.survival[:steps])
    into, rate = split(people, alive, leaving)
    out = rate * alive
    share = np.clip(into / np.maximum(here.settling[:steps], 1e-9), 0, 1)
    within = np.minimum(out * share, into)
    total = people.sum((1, 2))
    unit = HUNDRED / total
    before, after = unit[:-1, None, None], unit[1:, None, None]
    return Turnover(
        first=first,
        people=total,
        stock=people * unit[:, None, None],
        born=people[1:, :, 0] * unit[1:, None],
        died=(everyone - alive) * after,
        out=(out - within) * after,
        into=(into - within) * after,
        room=(before - after) * everyone,
    )
