"""The controlled run as one would write it down: the same figures, for comparison and for proof."""

import numpy as np

from framtid.projection.cohort import OLD
from framtid.projection.control import Control
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES, Parameters, parameters
from framtid.projection.rates import Rates, aged, survival


def _moves(alive: Floats, national: Floats, rates: Rates, p: Parameters) -> Floats:
    """Return net migration that sums to ``national``: self-limiting pool and net rates in one.

    The pool sends people out at the same rates everywhere and settles them by in-shares, so
    that emptying districts send fewer and growing towns lose more.
    """
    leaving = rates.out * alive
    pooled = rates.in_share * (leaving.sum(0) + national) - leaving
    direct = rates.net * alive
    traffic = (rates.out + np.abs(rates.net)) * alive
    gap = national - direct.sum(0)
    direct += traffic * (gap / np.maximum(traffic.sum(0), 1e-9))
    moves: Floats = p.pool_weight * pooled + (1 - p.pool_weight) * direct
    return moves


def _national_moves(alive: Floats, target: Floats, control: Control, rates: Rates) -> Floats:
    """Scale the recent age pattern of net migration to the growth the control asks for."""
    young = slice(1, int(np.searchsorted(control.starts, OLD)))
    have = np.add.reduceat(alive.sum(0).sum(0), control.starts)
    recent = rates.national[:, 1:OLD].sum()
    factor = (target[young].sum() - have[young].sum()) / recent if recent > 0 else 0.0
    scaled: Floats = rates.national * np.clip(factor, -0.5, 2.0)
    return scaled


def _to_target(people: Floats, target: Floats, control: Control, rates: Rates) -> Floats:
    """Close the gap of each age group from age 1: first as moves or deaths, then exactly."""
    lengths = np.diff(np.append(control.starts, AGES))

    def gap_per_age() -> Floats:
        have = np.add.reduceat(people.sum((0, 1)), control.starts)
        return np.repeat(target - have, lengths)

    national = people.sum(0)
    size = np.repeat(np.add.reduceat(national.sum(0), control.starts), lengths)
    share = national / np.maximum(size, 1e-9)
    spread = np.where(np.arange(AGES) < OLD, rates.in_share, people / np.maximum(national, 1e-9))
    people = np.maximum(people + spread * share * gap_per_age(), 0)
    have = np.add.reduceat(people.sum((0, 1)), control.starts)
    ratio = target / np.maximum(have, 1e-9)
    ratio[0] = 1.0
    return people * np.repeat(ratio, lengths)


def _newborn(
    before: Floats, after: Floats, pattern: Floats, total: float, rates: Rates, p: Parameters
) -> Floats:
    """Return children aged 0 on 1 January, (municipality, sex), summing to ``total``."""
    women = (before[:, 1] + after[:, 1]) / 2
    births = rates.births * (women @ pattern)
    children = births * (total / births.sum())
    return np.stack([children * p.boys, children * (1 - p.boys)], axis=1)


def project(
    start: Floats, base: int, rates: Rates, control: Control, p: Parameters | None = None
) -> Floats:
    """Project all municipalities from ``base`` to the control's last year.

    Args:
        start: persons on 1 January of ``base``, (municipality, sex, age).
        base: the first year.
        rates: what was fitted.
        control: the nation's targets; must hold every year after ``base``.
        p: parameters, the committed ones by default.

    Returns:
        Persons on 1 January, (year, municipality, sex, age), the first year being ``base``.

    """
    p = p or parameters()
    targets = control.people[control.years > base]
    result = np.empty((len(targets) + 1, *start.shape))
    result[0] = start
    death = rates.death.copy()
    last_pattern = max(rates.fertility)
    for step, target in enumerate(targets, start=1):
        death *= (1 - p.mortality_decline)[:, None]
        alive = aged(result[step - 1], survival(death))
        national = _national_moves(alive, target, control, rates)
        people = np.maximum(alive + _moves(alive, national, rates, p), 0)
        people[..., 0] = 0
        people = _to_target(people, np.append(0.0, target[1:]), control, rates)
        pattern = rates.fertility[min(base + step, last_pattern)]
        people[..., 0] = _newborn(result[step - 1], people, pattern, target[0], rates, p)
        result[step] = people
    return result
