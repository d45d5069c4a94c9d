"""Any number of trajectories, in batches that any worker can compute and anybody can add up.

The quantiles of each batch of a thousand are averaged, weighted by its size: memory is that of
one batch, however many there are, and the outermost quantiles lie within about a hundredth of
the band's width of those of all at once. They are added as whole numbers, so that the order in
which batches come in cannot change a digit.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from framtid.places import places
from framtid.projection import base_year
from framtid.projection.flows import flows
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import COLUMNS, quantiles
from framtid.projection.uncertainty.measures import WHAT
from framtid.projection.uncertainty.spread import Spread
from framtid.projection.uncertainty.trajectories import trajectories

BATCH = 500
"""Pairs of trajectories in a batch."""
UNIT = 1e-6
"""Persons that quantiles are rounded to before they are added."""

Wholes = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Tally:
    """Quantiles of some trajectories, (place, measure, step, quantile), times their number."""

    trajectories: int
    total: Wholes

    def __add__(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(self.trajectories + other.trajectories, self.total + other.total)

    @property
    def quantiles(self) -> Floats:
        """The mean of the batches' quantiles."""
        return self.total.astype(float) * (UNIT / self.trajectories)


def batches(count: int) -> list[range]:
    """Return the pairs of ``count`` trajectories (an odd number is rounded up), in batches."""
    pairs = range((count + 1) // 2)
    return [pairs[first : first + BATCH] for first in range(0, len(pairs), BATCH)]


def tally(codes: tuple[str, ...], pairs: range, s: Spread, threads: int | None = None) -> Tally:
    """Compute one batch for some places: the same wherever and whenever."""
    index = places().index
    members = sorted({index[one] for code in codes for one in places().get(code).members})
    drawn = trajectories(flows(), members, pairs, s=s, threads=threads)
    row = {member: order for order, member in enumerate(members)}
    found = [
        quantiles(drawn[[row[index[one]] for one in places().get(code).members]].sum(0))
        for code in codes
    ]
    count = 2 * len(pairs)
    return Tally(count, count * np.round(np.stack(found) / UNIT).astype(np.int64))


def table(codes: tuple[str, ...], values: Floats | NDArray[np.int16]) -> pa.Table:
    """Return (place, measure, step, quantile) as rows with a column per quantile."""
    _, measures, steps, width = values.shape
    years = np.arange(base_year() + 1, base_year() + 1 + steps, dtype=np.int16)
    columns: dict[str, object] = {
        "place": pa.array(np.repeat(codes, measures * steps).tolist()),
        "measure": pa.array(np.tile(np.repeat(WHAT, steps), len(codes)).tolist()),
        "year": np.tile(years, len(codes) * measures),
    }
    flat = values.reshape(-1, width)
    return pa.table(columns | {name: flat[:, order] for order, name in enumerate(COLUMNS)})
