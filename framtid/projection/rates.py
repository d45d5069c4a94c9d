"""Fitting the rates of every municipality: survival, migration and fertility of its own."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framtid.projection.history import Floats, History
from framtid.projection.migration_level import measured
from framtid.projection.parameters import AGES, Parameters, parameters


@dataclass(frozen=True)
class Rates:
    """What a projection needs; arrays over (municipality, sex, age) unless said.

    Attributes:
        death: probability of dying in the year before the base, (sex, age).
        net: net migration per exposed person and year.
        out: synthetic out-migration per person and year, (age,).
        in_share: share of the country's movers that settle in each municipality.
        national: net migration per year of the nation, recent mean, (sex, age).
        births: local fertility relative to the nation's, (municipality,).
        fertility: share of total fertility by mother's age and year.

    """

    death: Floats
    net: Floats
    out: Floats
    in_share: Floats
    national: Floats
    births: Floats
    fertility: dict[int, Floats]


def survival(death: Floats) -> Floats:
    """Return the chance of living from age a-1 to a over a year, at index a; 0 at age 0.

    Age is completed years on 1 January, so a year of life spans two ages. (..., age)
    """
    alive = np.zeros_like(death)
    alive[..., 1:] = 1 - (death[..., :-1] + death[..., 1:]) / 2
    return alive


def aged(population: Floats, alive: Floats) -> Floats:
    """Return the survivors a year later, one year older; the two oldest ages pool."""
    older = np.zeros_like(population)
    older[..., 1:] = population[..., :-1] * alive[..., 1:]
    older[..., -1] += population[..., -1] * alive[..., -1]
    return older


def smoother(bandwidth: Floats) -> Floats:
    """Return the Gaussian kernel over ages, (age, age), with each age's own bandwidth."""
    ages = np.arange(AGES)
    distance = (ages[:, None] - ages[None, :]) / bandwidth[:, None]
    kernel: Floats = np.exp(-0.5 * distance**2)
    return kernel


def _class_rates(
    moved: Floats, exposed: Floats, classes: NDArray[np.int64], p: Parameters
) -> Floats:
    """Return smoothed net rates of each municipality's centrality class."""
    kernel = smoother(p.bandwidth)
    rates = np.zeros_like(moved)
    for label in np.unique(classes):
        members = classes == label
        top = moved[members].sum(0) @ kernel.T
        rates[members] = top / np.maximum(exposed[members].sum(0) @ kernel.T, 1e-9)
    return rates


def _deviations(moved: Floats, exposed: Floats, base: Floats, p: Parameters) -> Floats:
    """Return each unit's shrunken deviation from the moves ``base``, (unit, 1, age).

    Empirical Bayes per block of ages, sexes pooled: what is more than noise is kept.
    """
    starts = p.blocks

    def block(values: Floats) -> Floats:
        return np.add.reduceat(values.sum(1), starts, axis=1)

    persons = np.maximum(block(exposed), 1e-9)
    raw = block(moved - base) / persons
    turnover = block(exposed * (2 * p.out_rate + p.extra_turnover))
    noise = p.overdispersion * turnover / persons**2
    weight = np.sqrt(persons)
    spread = np.maximum(0, ((raw**2 - noise) * weight).sum(0) / weight.sum(0))
    # A unit that was never observed has neither signal nor noise: it keeps to its prior.
    kept = raw * spread / np.maximum(spread + noise, 1e-12)
    lengths = np.diff(np.append(starts, AGES))
    deviation = np.zeros((len(moved), 1, AGES))
    deviation[:, 0, starts[0] :] = np.repeat(kept, lengths, axis=1)
    return deviation


def _net_rates(moved: Floats, exposed: Floats, known: History, p: Parameters) -> Floats:
    """Return net migration rates: a class's curve, bent by the county and then by the place."""
    net = _class_rates(moved, exposed, known.centrality, p)
    counties = np.equal.outer(np.unique(known.county), known.county).astype(float)

    def county(values: Floats) -> Floats:
        summed: Floats = np.einsum("cm,msa->csa", counties, values)
        return summed

    bent = _deviations(county(moved), county(exposed), county(net * exposed), p)
    net += np.einsum("cm,csa->msa", counties, bent)
    net += _deviations(moved, exposed, net * exposed, p)
    net[..., 0] = 0
    return net


def _local_births(known: History, p: Parameters) -> Floats:
    """Return fertility relative to the nation's, shrunken towards the centrality class."""
    years = known.years[1:][-p.fertility_window :]
    start = len(known.years) - len(years)
    born = known.population[start:, :, :, 0].sum(2)
    women = (known.population[start - 1 : -1, :, 1] + known.population[start:, :, 1]) / 2
    share = np.array([known.fertility[year] for year in years])
    expected = np.einsum("tma,ta->tm", women, share)
    expected *= (born.sum(1) / expected.sum(1))[:, None]
    use = known.usable[start - 1 :]
    b, e = (born * use).sum(0), np.maximum((expected * use).sum(0), 1e-9)
    prior = np.empty(len(b))
    for label in np.unique(known.centrality):
        members = known.centrality == label
        prior[members] = b[members].sum() / e[members].sum()
    variance = max(float((((b / e - prior) ** 2 - prior / e) * e).sum() / e.sum()), 1e-4)
    shrink = 1 / variance
    local: Floats = (b + shrink * prior) / (e + shrink)
    return local


def fit(known: History, p: Parameters | None = None) -> Rates:
    """Fit all rates from what ``known`` holds and nothing later."""
    p = measured(known, p or parameters())
    alive = survival(known.death)[:, None]
    expected = aged(known.population[:-1], alive)
    residual = known.population[1:] - expected
    residual[..., 0] = 0
    lag = known.years[-2] - known.years[:-1]
    recency = 0.5 ** (lag / p.half_life)
    weight = recency[:, None] * known.usable
    moved = np.einsum("tmsa,tm->msa", residual, weight)
    exposed = np.einsum("tmsa,tm->msa", expected, weight)
    net = _net_rates(moved, exposed, known, p)
    recent = expected[-10:].mean(0)
    into = np.maximum(net + p.out_rate, p.least_in_share * p.out_rate) * recent
    national = (residual.sum(1) * recency[:, None, None]).sum(0) / recency.sum()
    return Rates(
        known.death[-1],
        net,
        p.out_rate,
        into / np.maximum(into.sum(0), 1e-9),
        national,
        _local_births(known, p),
        known.fertility,
    )
