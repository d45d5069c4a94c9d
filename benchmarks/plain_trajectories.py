"""The compiled trajectories in plain NumPy: the same figures, for comparison and for proof."""

import numpy as np
from numpy.typing import NDArray

from framtid.projection.uncertainty.cells import Cells, Singles
from framtid.projection.uncertainty.kernel import BYTES, GOLDEN, SMALL_NUMBERS, Plan
from framtid.projection.uncertainty.national_shocks import Drivers

Bits = NDArray[np.uint64]


def mix(key: Bits, value: int) -> Bits:
    """Return 64 well-mixed bits of keys and a value."""
    bits = (key + np.uint64(value) + np.uint64(1)) * GOLDEN
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Bits = bits ^ (bits >> np.uint64(31))
    return mixed


def normal(bits: Bits) -> NDArray[np.float64]:
    """Return standard normals of 64 bits each."""
    radius = ((bits >> np.uint64(32)).astype(float) + 0.5) / 2**32
    angle = (bits & np.uint64(2**32 - 1)).astype(float) / 2**32
    found: NDArray[np.float64] = np.sqrt(-2 * np.log(radius)) * np.cos(2 * np.pi * angle)
    return found


def noise(key: Bits, weyl: NDArray[np.uint32]) -> Singles:
    """Return numbers of about standard normal spread, (key, age)."""
    first, second = key.astype(np.uint32)[:, None], (key >> np.uint64(32)).astype(np.uint32)
    bits = first + weyl
    bits = (bits ^ (bits >> np.uint32(16))) * np.uint32(0x7FEB352D)
    bits ^= second[:, None]
    bits = (bits ^ (bits >> np.uint32(15))) * np.uint32(0x846CA68B)
    bits ^= bits >> np.uint32(16)
    total = bits.view(np.uint8).reshape(*bits.shape, 4).sum(-1, dtype=np.int32)
    even: Singles = (total.astype(np.float32) - np.float32(510)) * BYTES
    return even


def _both(values: NDArray[np.float64] | Singles) -> Singles:
    """Return each pair's values and their opposites along the first axis."""
    stacked = np.stack([values, -values], axis=1, dtype=np.float32)
    return stacked.reshape(-1, *values.shape[1:])


def carry(place: Cells, nation: Drivers, plan: Plan, number: int, moves: Singles) -> Singles:
    """Return one municipality's persons, (step, group, trajectory); see the compiled form."""
    pair = np.array([mix(np.array([plan.seed], np.uint64), int(one))[0] for one in plan.pairs])
    key = mix(pair, SMALL_NUMBERS + number)
    births = np.exp(_both(plan.local[0] * normal(mix(key, 0))))
    deaths = np.exp(_both(plan.local[1] * normal(mix(key, 1))))
    now = np.repeat(place.start[None], 2 * len(key), axis=0)
    told = []
    for step in range(len(place.pattern)):
        chance = np.stack([noise(mix(mix(key, 2 + step), sex), plan.weyl) for sex in (0, 1)], 1)
        leave = place.leave[step]
        shock = _both(moves[:, step, plan.band][:, None] * leave[:, 0] + leave[:, 1] * chance)
        dying = place.dying[step] * (nation.mortality[:, step] * deaths)[:, None, None]
        kept = (1 - dying) * place.flow[step, :, 0]
        then = place.flow[step, :, 1] * (1 + nation.tide[:, step]) + shock
        then[..., 1:] += now[..., :-1] * kept[..., 1:]
        then[..., -1] += now[..., -1] * kept[..., -1]
        women = 0.5 * (now[:, 1, 1:] + then[:, 1, 1:]) @ place.pattern[step, 1:]
        children = women * place.births[step] * nation.fertility[:, step] * births
        then[:, 0, 0] = place.boys * children + shock[:, 0, 0]
        then[:, 1, 0] = (1 - place.boys) * children + shock[:, 1, 0]
        now = then
        groups = np.add.reduceat(now.sum(1), plan.starts[:-1], axis=1)
        official = place.official[step]
        told.append(np.maximum(official + plan.widen * (groups - official), 0).T)
    return np.array(told)
