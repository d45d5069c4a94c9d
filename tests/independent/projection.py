"""The projection once more, written from docs/method.md and the snapshot's tables alone.

It shares no line with ``framtid.projection``: plain NumPy, one step after the other as the text
has them. Municipalities are in the order of ``population_municipality``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import yaml
from numpy.typing import NDArray

DATA = Path(__file__).parents[2] / "data"
AGES = np.arange(106)
OLD = 67

Array = NDArray[np.float64]
Raw = dict[str, Any]


def _table(name: str) -> pd.DataFrame:
    return pd.read_parquet(DATA / "snapshot" / f"{name}.parquet")


def _raw() -> Raw:
    raw: Raw = yaml.safe_load((DATA / "parameters" / "projection.yml").read_text(encoding="utf-8"))
    return raw


@dataclass
class Observed:
    """The tables as arrays; P[year] is (municipality, sex, age)."""

    codes: list[str]
    people: dict[int, Array]
    counts: dict[int, Array]
    """Transition, by the year that it begins in → 1 where it counts and 0 where not, (m,)."""
    classes: NDArray[np.int64]
    counties: NDArray[np.str_]
    pattern: dict[int, Array]


def _observed() -> Observed:
    table = _table("population_municipality").sort_values(["municipality", "sex", "age"])
    codes = sorted(set(table["municipality"]))
    years = [int(name[1:]) for name in table.columns if name[0] == "y"]
    people = {
        year: table[f"y{year}"].to_numpy(float).reshape(len(codes), 2, len(AGES)) for year in years
    }
    counts = {year: np.ones(len(codes)) for year in years[:-1]}
    for row in _table("population_estimated").to_dict("records"):
        for year in (row["year"] - 1, row["year"]):
            if year in counts:
                counts[year][codes.index(row["municipality"])] = 0
    of = _table("municipalities").set_index("code").loc[codes]
    shares = _table("fertility_pattern")
    pattern = {}
    for name in shares.columns:
        if name[0] == "y":
            pattern[int(name[1:])] = np.zeros(len(AGES))
            pattern[int(name[1:])][shares["age"]] = shares[name]
    return Observed(
        codes, people, counts, of["centrality"].to_numpy(), of["county"].to_numpy(str), pattern
    )


def _dying(raw: Raw) -> dict[int, Array]:
    """Return the chance of dying by year, (sex, age), the last table falling to 2050."""
    table = _table("life_table")
    table = table[table["age"] <= AGES[-1]].sort_values(["sex", "age"])
    dying = {
        int(year): rows["q"].to_numpy(float).reshape(2, len(AGES))
        for year, rows in table.groupby("year")
    }
    last = max(dying)
    left = 1 - np.array(raw["mortality"]["yearly_decline"])
    for year in range(last + 1, 2050):
        dying[year] = dying[last] * (left ** (year - last))[:, None]
    return dying


def _survivors(people: Array, dying: Array) -> Array:
    alive = 1 - (dying[:, :-1] + dying[:, 1:]) / 2
    after = np.zeros_like(people)
    after[..., 1:] = people[..., :-1] * alive
    after[..., -1] += people[..., -1] * alive[:, -1]
    return after


def _leaving(raw: Raw) -> Array:
    knots = raw["migration"]["out_rate"]
    rates: Array = np.interp(AGES, list(knots), list(knots.values()))
    return rates


def _class_rates(moved: Array, exposed: Array, classes: NDArray[np.int64], raw: Raw) -> Array:
    width = np.zeros(len(AGES))
    for first, years in raw["migration"]["bandwidth"].items():
        width[first:] = years
    kernel = np.exp(-0.5 * ((AGES[:, None] - AGES) / width[:, None]) ** 2)
    rates = np.zeros_like(moved)
    for label in set(classes):
        here = classes == label
        top, bottom = (np.einsum("ab,msb->sa", kernel, of[here]) for of in (moved, exposed))
        rates[here] = top / bottom
    return rates


def _kept(moved: Array, exposed: Array, said: Array, raw: Raw) -> Array:
    """Return what every unit keeps of its own, (unit, 1, age)."""
    migration = raw["migration"]
    starts = migration["blocks"]
    noisy = exposed * (2 * _leaving(raw) + migration["extra_turnover"])
    kept = np.zeros((len(moved), 1, len(AGES)))
    for first, stop in zip(starts, [*starts[1:], len(AGES)], strict=True):
        here = np.s_[:, :, first:stop]
        people = exposed[here].sum((1, 2))
        there = people > 0  # a place without a usable year has nothing of its own to keep
        size = people[there]
        own = (moved - said)[here].sum((1, 2))[there] / size
        noise = migration["overdispersion"] * noisy[here].sum((1, 2))[there] / size**2
        unlike = max(0, (np.sqrt(size) * (own**2 - noise)).sum() / np.sqrt(size).sum())
        kept[there, 0, first:stop] = (own * unlike / (unlike + noise))[:, None]
    return kept


def _net_rates(moved: Array, exposed: Array, seen: Observed, raw: Raw) -> Array:
    rates = _class_rates(moved, exposed, seen.classes, raw)
    names, of = np.unique(seen.counties, return_inverse=True)

    def by_county(values: Array) -> Array:
        return np.array([values[of == number].sum(0) for number in range(len(names))])

    rates += _kept(by_county(moved), by_county(exposed), by_county(rates * exposed), raw)[of]
    rates += _kept(moved, exposed, rates * exposed, raw)
    rates[..., 0] = 0
    return rates


def _fertility(seen: Observed, raw: Raw) -> Array:
    children, expected = np.zeros(len(seen.codes)), np.zeros(len(seen.codes))
    for year in sorted(seen.counts)[-raw["fertility"]["window"] :]:
        born = seen.people[year + 1][..., 0].sum(1)
        women = (seen.people[year][:, 1] + seen.people[year + 1][:, 1]) / 2
        usual = women @ seen.pattern[year + 1]
        usual *= born.sum() / usual.sum()
        children += seen.counts[year] * born
        expected += seen.counts[year] * usual
    of_class = np.zeros(len(seen.codes))
    for label in set(seen.classes):
        here = seen.classes == label
        of_class[here] = children[here].sum() / expected[here].sum()
    unlike = expected * ((children / expected - of_class) ** 2 - of_class / expected)
    spread = max(unlike.sum() / expected.sum(), 1e-4)
    fertility: Array = (children + of_class / spread) / (expected + 1 / spread)
    return fertility


@dataclass
class Control:
    """SSB's figures: the first age of each group, and persons by year, (group,)."""

    first: list[int]
    people: dict[int, Array]

    def groups(self) -> Iterator[tuple[int, slice]]:
        """Yield every group's number and ages."""
        stops = [*self.first[1:], len(AGES)]
        return enumerate(map(slice, self.first, stops))


def _control(alternative: str, base: int) -> Control:
    table = _table("projection_nation")
    table = table[(table["alternative"] == alternative) & (table["edition"] <= base)]
    table = table[table["edition"] == table["edition"].max()].sort_values("first_age")
    people = {int(y): rows["population"].to_numpy(float) for y, rows in table.groupby("year")}
    return Control(sorted({int(age) for age in table["first_age"]}), people)


def _controlled(people: Array, target: Array, settle: Array, control: Control) -> Array:
    for number, ages in control.groups():
        if ages.start == 0:
            continue
        nation = people[..., ages].sum(0)
        gap = (target[number] - nation.sum()) * nation / nation.sum()
        share = (
            settle[..., ages] if ages.start < OLD else people[..., ages] / np.maximum(nation, 1e-9)
        )
        people[..., ages] = np.maximum(people[..., ages] + share * gap, 0)
        people[..., ages] *= target[number] / people[..., ages].sum()
    return people


def _lately_moved(seen: Observed, dying: dict[int, Array], raw: Raw) -> Array:
    """Return the nation's net migration a year, (sex, age), the latest years counting most."""
    moved, weights = [], []
    for year in seen.counts:
        moves = (seen.people[year + 1] - _survivors(seen.people[year], dying[year])).sum(0)
        moves[:, 0] = 0
        weights.append(0.5 ** ((max(seen.counts) - year) / raw["migration"]["half_life"]))
        moved.append(weights[-1] * moves)
    mean: Array = np.sum(moved, axis=0) / sum(weights)
    return mean


def project(alternative: str) -> tuple[list[str], dict[int, Array]]:
    """Return municipalities' codes, and persons on 1 January by year, (m, sex, age)."""
    raw, seen = _raw(), _observed()
    dying, out = _dying(raw), _leaving(raw)
    base = max(seen.people)
    alive = {year: _survivors(seen.people[year], dying[year]) for year in seen.counts}
    residual = {year: seen.people[year + 1] - alive[year] for year in seen.counts}
    for moves in residual.values():
        moves[..., 0] = 0
    weight = {y: 0.5 ** ((base - 1 - y) / raw["migration"]["half_life"]) for y in seen.counts}
    own = {year: (weight[year] * seen.counts[year])[:, None, None] for year in seen.counts}
    moved = np.sum([own[year] * residual[year] for year in own], axis=0)
    exposed = np.sum([own[year] * alive[year] for year in own], axis=0)
    net = _net_rates(moved, exposed, seen, raw)
    lately = np.mean([alive[year] for year in sorted(alive)[-10:]], axis=0)
    settle = np.maximum(net + out, raw["migration"]["least_in_share"] * out) * lately
    settle = settle / np.maximum(settle.sum(0), 1e-9)
    recent = _lately_moved(seen, dying, raw)
    fertility, control = _fertility(seen, raw), _control(alternative, base)
    pool, boys = raw["migration"]["pool_weight"], raw["fertility"]["boys"]
    grown = [number for number, ages in control.groups() if 1 <= ages.start < OLD]
    result = {base: seen.people[base]}
    for year in range(base, max(control.people)):
        target, before = control.people[year + 1], result[year]
        left = _survivors(before, dying[year])
        asked = target[grown].sum() - left[..., 1:OLD].sum()
        nation = recent * np.clip(asked / recent[:, 1:OLD].sum(), -0.5, 2)
        leavers, gross = out * left, (out + abs(net)) * left
        first = settle * (leavers.sum(0) + nation) - leavers
        missing = nation - (net * left).sum(0)
        second = net * left + gross * missing / np.maximum(gross.sum(0), 1e-9)
        after = np.maximum(left + pool * first + (1 - pool) * second, 0)
        after = _controlled(after, target, settle, control)
        women = (before[:, 1] + after[:, 1]) / 2
        born = fertility * (women @ seen.pattern[year + 1])
        born *= target[0] / born.sum()
        after[..., 0] = born[:, None] * [boys, 1 - boys]
        result[year + 1] = after
    return seen.codes, result
