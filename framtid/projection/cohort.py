"""The cohort-component step: a year of ageing, deaths, moves and births for all municipalities.

Everything national is worked out on sums over municipalities, and the municipalities themselves
are passed over as few times as can be: the run is as fast as memory is. The same in plain steps:
``benchmarks/plain_projection.py``.
"""

from dataclasses import dataclass

import numpy as np

from framtid.projection.control import Control
from framtid.projection.history import Floats
from framtid.projection.mortality import fallen
from framtid.projection.parameters import AGES, Parameters, parameters
from framtid.projection.rates import Rates, survival

OLD = 67
"""From this age a gap to the control is spread as mortality, below it as migration."""
TINY = 1e-9


def future_survival(rates: Rates, steps: int, p: Parameters) -> Floats:
    """Return survival of each coming year as mortality goes on falling, (step, sex, age)."""
    return survival(fallen(rates.death, np.arange(1, steps + 1), p))


def future_pattern(rates: Rates, base: int, steps: int) -> Floats:
    """Return the mothers' ages of each coming year, the last known one kept, (step, age)."""
    last = max(rates.fertility)
    return np.array([rates.fertility[min(base + step, last)] for step in range(1, steps + 1)])


@dataclass(frozen=True, eq=False)
class _Moves:
    """Net migration as factors that hold every year; a cell is a sex and an age.

    The pool sends people out at the same rates everywhere and settles them by in-shares, so
    that emptying districts send fewer and growing towns lose more. Net rates have the rest of
    the weight; their sum is brought to the nation's in proportion to gross moves.

    Attributes:
        pooled: share of the survivors whom the pool sends out, (cell,).
        kept: who is left per survivor, with the net rates' moves, (municipality, cell).
        traffic: gross moves per survivor at the net rates' weight, (municipality, cell).
        settle: share of the pool who settle here, (municipality, cell).
        weight: the pool's weight.

    """

    pooled: Floats
    kept: Floats
    traffic: Floats
    settle: Floats
    weight: float


def _moves(rates: Rates, p: Parameters) -> _Moves:
    rest = 1 - p.pool_weight
    kept = 1 - p.pool_weight * rates.out + rest * rates.net
    traffic = rest * (rates.out + np.abs(rates.net))
    flat = (len(rates.net), -1)
    return _Moves(
        np.tile(p.pool_weight * rates.out, 2),
        kept.reshape(flat),
        traffic.reshape(flat),
        rates.in_share.reshape(flat),
        p.pool_weight,
    )


def _sum(people: Floats) -> Floats:
    """Sum over municipalities, as a product of matrices because that is fastest."""
    total: Floats = np.ones(len(people)) @ people
    return total


def _grouped(cells: Floats, control: Control) -> Floats:
    """Return persons in the control's age groups, (cell,) to (group,)."""
    groups: Floats = np.add.reduceat(cells.reshape(2, AGES).sum(0), control.starts)
    return groups


def _per_cell(groups: Floats, control: Control) -> Floats:
    """Return each cell's group's figure, (group,) to (cell,)."""
    lengths = np.diff(np.append(control.starts, AGES))
    return np.tile(np.repeat(groups, lengths), 2)


def _national_moves(alive: Floats, target: Floats, control: Control, rates: Rates) -> Floats:
    """Scale the recent age pattern of net migration to the growth the control asks for, (cell,)."""
    young = slice(1, int(np.searchsorted(control.starts, OLD)))
    recent = rates.national[:, 1:OLD].sum()
    growth = target[young].sum() - _grouped(alive, control)[young].sum()
    factor = growth / recent if recent > 0 else 0.0
    scaled: Floats = rates.national.ravel() * np.clip(factor, -0.5, 2.0)
    return scaled


def _age(before: Floats, alive: Floats, after: Floats) -> None:
    """Fill in survivors a year later, one year older; the two oldest ages pool."""
    np.multiply(before[..., :-1], alive[..., 1:], out=after[..., 1:])
    after[..., -1] += before[..., -1] * alive[..., -1]


def _move(
    alive: Floats, target: Floats, moves: _Moves, control: Control, rates: Rates, after: Floats
) -> None:
    """Fill in who lives where after a year's moves, each age group as the control has it.

    A group's gap to the control is closed first as moves before OLD and as deaths from then on,
    then exactly. ``alive`` is used up. (municipality, cell)
    """
    nation = _sum(alive)
    national = _national_moves(nation, target, control, rates)
    np.multiply(alive, moves.kept, out=after)
    alive *= moves.traffic
    direct = _sum(after) - (1 - moves.pooled) * nation
    closing = ((1 - moves.weight) * national - direct) / np.maximum(_sum(alive), TINY)

    expected = nation + national
    size = np.maximum(_grouped(expected, control), TINY)
    gap = expected * _per_cell((target - _grouped(expected, control)) / size, control)
    young = np.tile(np.arange(AGES) < OLD, 2)
    pool = moves.pooled * nation + moves.weight * national + np.where(young, gap, 0)
    factor = np.where(young, 1, 1 + gap / np.maximum(expected, TINY))

    alive *= closing
    after += alive
    after += np.multiply(moves.settle, pool, out=alive)
    np.maximum(after, 0, out=after)
    have = np.maximum(_grouped(_sum(after) * factor, control), TINY)
    after *= factor * _per_cell(target / have, control)


def _newborn(
    before: Floats, after: Floats, pattern: Floats, total: float, rates: Rates, p: Parameters
) -> Floats:
    """Return children aged 0 on 1 January, (municipality, sex), summing to ``total``."""
    women = before[:, 1] @ pattern + after[:, 1] @ pattern
    births = rates.births * women
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
    steps, moves = len(targets), _moves(rates, p)
    alive, pattern = future_survival(rates, steps, p), future_pattern(rates, base, steps)
    result = np.empty((steps + 1, *start.shape))
    result[0] = start
    older = np.zeros_like(start)
    for step, target in enumerate(targets):
        before, after = result[step], result[step + 1]
        older[..., 0] = 0
        _age(before, alive[step], older)
        without_newborn = np.append(0.0, target[1:])
        _move(
            older.reshape(len(start), -1),
            without_newborn,
            moves,
            control,
            rates,
            after.reshape(len(start), -1),
        )
        after[..., 0] = 0
        after[..., 0] = _newborn(before, after, pattern[step], target[0], rates, p)
    return result
