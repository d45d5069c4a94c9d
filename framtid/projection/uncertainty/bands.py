"""How sure a figure is: the stored bands around the projection of every place."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framtid.places import places
from framtid.projection import base_year, projection
from framtid.projection.history import Floats
from framtid.projection.parameters import FILE as PROJECTION
from framtid.projection.uncertainty.cells import Singles
from framtid.projection.uncertainty.measures import FEWEST, WHAT, grouped, measured
from framtid.projection.uncertainty.spread import UNCERTAINTY
from framtid.statistics.arranging import column
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import Snapshot, snapshot

TABLE = "bands"
QUANTILES = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
COLUMNS = tuple(f"q{1000 * quantile:03.0f}" for quantile in QUANTILES)
LEVELS = {50: (2, 4), 80: (1, 5), 95: (0, 6)}
"""Which quantiles bound the middle half, four fifths and nineteen twentieths."""
INPUTS = (
    "population_municipality",
    "population_estimated",
    "projection_nation",
    "life_table",
    "fertility_pattern",
    "municipalities",
    "moves",
)
"""Tables that the projection stands on; the last comes only with a refresh."""
FINE, STEPS = 1e-3, 64
"""Deviations are stored as STEPS * asinh(deviation / FINE): a hundredth of their own size."""


@dataclass(frozen=True, eq=False)
class Bands:
    """A place's figures with their spread, from the base year on, where it is none.

    Attributes:
        years: 1 January, (year,).
        values: quantiles as in ``QUANTILES``, (measure, year, quantile); measures as in ``WHAT``.

    """

    years: NDArray[np.int64]
    values: Floats

    def series(self, what: str, level: int = 80) -> tuple[Floats, Floats]:
        """Return the lower and upper bound of a measure for every year."""
        low, high = LEVELS[level]
        found = self.values[WHAT.index(what)]
        return found[:, low], found[:, high]

    def interval(self, what: str, year: int, level: int = 80) -> tuple[float, float]:
        """Return the bounds that ``level`` per cent of the trajectories lie within."""
        low, high = self.series(what, level)
        at = year - int(self.years[0])
        return float(low[at]), float(high[at])

    def median(self, what: str) -> Floats:
        """Return the middle trajectory of a measure for every year."""
        middle: Floats = self.values[WHAT.index(what)][:, len(QUANTILES) // 2]
        return middle


def pack(quantiles: Floats, official: Floats) -> NDArray[np.int16]:
    """Store quantiles as small numbers relative to the controlled run, (…, quantile)."""
    deviation = quantiles / np.maximum(official, FEWEST)[..., None] - 1
    return np.round(STEPS * np.arcsinh(deviation / FINE)).astype(np.int16)


def unpack(stored: NDArray[np.int16], official: Floats) -> Floats:
    """Return the quantiles that were stored."""
    deviation = FINE * np.sinh(stored.astype(float) / STEPS)
    return np.maximum(official, FEWEST)[..., None] * (1 + deviation)


def controlled(code: str) -> Floats:
    """Return every measure of a place's controlled run, (measure, year), from the base year."""
    run = grouped(projection().of(places().get(code)))
    return measured(run.astype(np.float32)).astype(float)


def around(base: Floats, quantiles: Floats) -> Bands:
    """Return bands that start in the base year, where all quantiles are what was counted."""
    first = np.repeat(base[:, None, None], len(QUANTILES), axis=2)
    values = np.concatenate([first, quantiles], axis=1)
    return Bands(np.arange(base_year(), base_year() + values.shape[1]), values)


def quantiles(people: Singles) -> Floats:
    """Return every measure's quantiles over the last axis, (step, group, trajectory)."""
    found: Floats = np.quantile(measured(people), QUANTILES, axis=-1)
    return np.moveaxis(found, 0, -1)


def basis(figures: Snapshot, inputs: Iterable[str] = INPUTS) -> str:
    """Return a hash of the tables and parameters that something is computed from."""
    seen = hashlib.sha256()
    for table in filter(figures.has, inputs):
        seen.update(figures.catalogue.entries[table].sha256.encode())
    for file in (PROJECTION, UNCERTAINTY):
        seen.update(file.read_bytes())
    return seen.hexdigest()[:10]


@kept(maxsize=1)
def _stored() -> NDArray[np.int16]:
    """Return the stored table, (place, measure, step, quantile)."""
    table = snapshot().table(TABLE)
    columns = np.stack([column(table, name) for name in COLUMNS], axis=-1)
    return columns.reshape(len(places().by_code), len(WHAT), -1, len(QUANTILES))


@kept(maxsize=64)
def bands(code: str) -> Bands:
    """Return a place's stored bands; raise UnknownPlaceError where there is no such place."""
    official = controlled(code)
    order = list(places().by_code).index(code)
    return around(official[:, 0], unpack(_stored()[order], official[:, 1:]))


@kept(maxsize=8)
def intervals(what: str, year: int, level: int = 80) -> tuple[Floats, Floats]:
    """Return the bounds of a measure of one year in every municipality, in code order.

    (municipality,) each; the same as ``bands(code).interval`` of each of them.
    """
    index, step = WHAT.index(what), year - base_year()
    order = {code: at for at, code in enumerate(places().by_code)}
    rows = [order[town.code] for town in places().municipalities]
    people = grouped(projection().population[step]).astype(np.float32)
    official = measured(people)[index].astype(float)
    low, high = LEVELS[level]
    found = unpack(_stored()[rows, index, step - 1], official)
    return found[:, low], found[:, high]
