"""Trajectories of municipalities, compiled: every cell, every year, every shock of its own.

Shocks are not drawn in turn but looked up: a hash of the seed, the pair of trajectories, the
municipality, the step and the cell is the random number. So it does not matter who computes
what in which order. The functions release the interpreter's lock; threads share the work.
"""

import math
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
from numba import njit, uint32, uint64
from numpy.typing import NDArray

from framtid.projection.uncertainty.cells import Cells, Singles
from framtid.projection.uncertainty.national_shocks import Drivers

Whole = NDArray[np.int64]
Weyl = NDArray[np.uint32]
Bits = int | np.uint64
Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile a function at its first call and keep the result on disk."""
    made = njit(nogil=True, cache=True, fastmath=True, error_model="numpy")(function)
    return cast("Function", made)


def compiled_as_written(function: Function) -> Function:
    """Compile a function whose sums are so short that rearranging them costs more than it gives."""
    made = njit(nogil=True, cache=True, error_model="numpy")(function)
    return cast("Function", made)


class Plan(NamedTuple):
    """What holds for all places and trajectories of a run.

    Attributes:
        seed: the seed of all shocks.
        pairs: the pairs of trajectories, by number.
        local: spread of a municipality's own fertility and mortality, (2,).
        band: band of moves that each age belongs to, (age,).
        starts: first age of each group, and one past the last.
        widen: factor on each group's deviation.
        weyl: a number for each age that a hash starts from.

    """

    seed: int
    pairs: Whole
    local: Singles
    band: Whole
    starts: Whole
    widen: Singles
    weyl: Weyl


GOLDEN = np.uint64(0x9E3779B97F4A7C15)
LINE = 16
"""Trajectories told at a time: a cache line of them, which memory takes in one piece."""
SMALL_NUMBERS = 1 << 20
"""Where the numbers of municipalities start in keys of what is theirs alone."""
BYTES = np.float32(1 / math.sqrt(4 * (256**2 - 1) / 12))
"""One over the standard deviation of the sum of four bytes."""


@compiled
def mix(key: Bits, value: Bits) -> np.uint64:
    """Return 64 well-mixed bits of a key and a value (the finaliser of SplitMix64)."""
    bits = (uint64(key) + uint64(value) + uint64(1)) * GOLDEN
    bits = (bits ^ (bits >> uint64(30))) * uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> uint64(27))) * uint64(0x94D049BB133111EB)
    return bits ^ (bits >> uint64(31))


@compiled
def normal(bits: Bits) -> float:
    """Return a standard normal of 64 bits (Box and Muller)."""
    radius = (float(uint64(bits) >> uint64(32)) + 0.5) / 4294967296.0
    angle = float(uint64(bits) & uint64(0xFFFFFFFF)) / 4294967296.0
    return math.sqrt(-2.0 * math.log(radius)) * math.cos(2.0 * math.pi * angle)


@compiled
def bands(key: Bits, correlation: float, result: Singles) -> None:
    """Fill ``result`` with standard normals that are correlated."""
    common = math.sqrt(correlation) * normal(mix(key, 0))
    for band in range(len(result)):
        own = math.sqrt(1 - correlation) * normal(mix(key, band + 1))
        result[band] = common + own


@compiled
def shocks(
    plan: Plan,
    groups: Whole,
    shares: Singles,
    drift: Singles,
    yearly: Singles,
    correlation: float,
    steps: int,
) -> Singles:
    """Return shocks to moves as shares of who leaves, (municipality, pair, step, band).

    ``groups`` holds each municipality's own number, its region's and its class's, all distinct,
    and ``shares`` the share of the drift's variance that is common to each of the three.
    """
    count, width = drift.shape
    result = np.zeros((count, len(plan.pairs), steps, width), np.float32)
    lasting, part = np.zeros(width, np.float32), np.zeros(width, np.float32)
    for place in range(count):
        for order in range(len(plan.pairs)):
            pair = mix(plan.seed, plan.pairs[order])
            lasting[:] = 0
            for group in range(groups.shape[1]):
                bands(mix(pair, groups[place, group]), correlation, part)
                lasting += np.float32(math.sqrt(shares[group])) * part
            own = mix(pair, groups[place, 0])
            for step in range(steps):
                bands(mix(own, step + 1), correlation, part)
                result[place, order, step] = drift[place] * lasting + yearly[place] * part
    return result


@compiled
def noise(first: np.uint32, second: np.uint32, weyl: np.uint32) -> np.float32:
    """Return a number of about standard normal spread from two keys and a cell's own number."""
    bits = uint32(first + weyl)
    bits = uint32((bits ^ (bits >> uint32(16))) * uint32(0x7FEB352D))
    bits = uint32(bits ^ uint32(second))
    bits = uint32((bits ^ (bits >> uint32(15))) * uint32(0x846CA68B))
    bits = uint32(bits ^ (bits >> uint32(16)))
    total = (
        (bits & uint32(255))
        + ((bits >> uint32(8)) & uint32(255))
        + ((bits >> uint32(16)) & uint32(255))
        + (bits >> uint32(24))
    )
    return (np.float32(np.int32(total)) - np.float32(510)) * BYTES


@compiled
def stir(key: Bits, moves: Singles, leave: Singles, plan: Plan, result: Singles) -> None:
    """Fill a year's cells, (sex, age), with their shocks: of moves, and of small numbers.

    ``moves`` is per band; ``leave`` who leaves and the spread of small numbers, (sex, 2, age).
    """
    move = moves[plan.band]
    for sex in range(2):
        cell = mix(key, sex)
        first, second = uint32(cell & uint64(0xFFFFFFFF)), uint32(cell >> uint64(32))
        unrest(first, second, move, leave[sex], plan.weyl, result[sex])


@compiled
def unrest(
    first: np.uint32,
    second: np.uint32,
    move: Singles,
    leave: Singles,
    weyl: Weyl,
    result: Singles,
) -> None:
    """Fill one sex's ages with their shocks, from two keys."""
    for age in range(len(result)):
        result[age] = move[age] * leave[0, age] + leave[1, age] * noise(first, second, weyl[age])


@compiled
def grow(
    old: Singles,
    dying: Singles,
    flow: Singles,
    tide: Singles,
    shock: Singles,
    factor: np.float32,
    sign: np.float32,
    new: Singles,
) -> None:
    """Fill a row with people a year older; ``flow`` is (2, age): who stays, who arrives."""
    oldest = len(new) - 1
    for age in range(1, len(new)):
        alive = old[age - 1] * (np.float32(1) - factor * dying[age])
        come = flow[1, age] * (np.float32(1) + tide[age])
        new[age] = alive * flow[0, age] + come + sign * shock[age]
    new[oldest] += old[oldest] * (np.float32(1) - factor * dying[oldest]) * flow[0, oldest]


@compiled
def bear(old: Singles, new: Singles, rates: Singles, boys: np.float32, shock: Singles) -> None:
    """Put in the newborn of the women of both years; ``shock`` is (sex,)."""
    women = np.float32(0)
    for age in range(1, len(rates)):
        women += rates[age] * (old[1, age] + new[1, age])
    children = np.float32(0.5) * women
    new[0, 0] = boys * children + shock[0]
    new[1, 0] = (np.float32(1) - boys) * children + shock[1]


@compiled_as_written
def tell(people: Singles, starts: Whole, official: Singles, widen: Singles, row: Singles) -> None:
    """Fill ``row`` with persons per age group, the deviation from the official widened."""
    for group in range(len(official)):
        men, women = np.float32(0), np.float32(0)
        for age in range(starts[group], starts[group + 1]):
            men += people[0, age]
            women += people[1, age]
        told = official[group] + widen[group] * (men + women - official[group])
        row[group] = max(told, np.float32(0))


@compiled
def carry(
    place: Cells, nation: Drivers, plan: Plan, number: int, moves: Singles, result: Singles
) -> None:
    """Carry one municipality through all years of some pairs of trajectories.

    Args:
        place: its controlled run.
        nation: what all municipalities share in these trajectories.
        plan: what holds for all places and trajectories.
        number: the municipality's own.
        moves: its shocks to moves, (pair, step, band).
        result: persons, (step, group, trajectory), filled in.

    """
    steps, ages = place.pattern.shape
    now = np.zeros((2, 2, ages), np.float32)
    then = np.zeros((2, 2, ages), np.float32)
    shock = np.zeros((2, ages), np.float32)
    mothers = np.zeros(ages, np.float32)
    own = np.zeros((2, 2), np.float32)
    row = np.zeros(len(plan.widen), np.float32)
    kept = np.zeros((steps, len(row), LINE), np.float32)
    for order in range(len(plan.pairs)):
        key = mix(mix(plan.seed, plan.pairs[order]), SMALL_NUMBERS + number)
        for side in range(2):
            own[side, 0] = math.exp((1 - 2 * side) * plan.local[0] * normal(mix(key, 0)))
            own[side, 1] = math.exp((1 - 2 * side) * plan.local[1] * normal(mix(key, 1)))
        now[0], now[1] = place.start, place.start
        for step in range(steps):
            stir(mix(key, 2 + step), moves[order, step], place.leave[step], plan, shock)
            for side in range(2):
                sign, which = np.float32(1 - 2 * side), 2 * order + side
                deaths = nation.mortality[which, step] * own[side, 1]
                for sex in range(2):
                    grow(
                        now[side, sex],
                        place.dying[step, sex],
                        place.flow[step, sex],
                        nation.tide[which, step, sex],
                        shock[sex],
                        deaths,
                        sign,
                        then[side, sex],
                    )
                more = nation.fertility[which, step] * own[side, 0] * place.births[step]
                for age in range(ages):
                    mothers[age] = place.pattern[step, age] * more
                bear(now[side], then[side], mothers, place.boys, sign * shock[:, 0])
                tell(then[side], plan.starts, place.official[step], plan.widen, row)
                for group in range(len(row)):
                    kept[step, group, which % LINE] = row[group]
            now, then = then, now
        if which % LINE == LINE - 1 or order == len(plan.pairs) - 1:
            first = which - which % LINE
            result[:, :, first : which + 1] = kept[:, :, : which + 1 - first]
