"""The table of bands in the snapshot: every place, measure and year from the same trajectories."""

from functools import reduce
from operator import add

import numpy as np

from framtid.places import places
from framtid.projection import base_year
from framtid.projection.source import own
from framtid.projection.uncertainty.bands import COLUMNS, TABLE, basis, controlled, pack
from framtid.projection.uncertainty.batches import batches, table, tally
from framtid.projection.uncertainty.spread import spread
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import Snapshot


def draft(figures: Snapshot) -> Draft:
    """Return the table of bands around the committed projection, on its way into the snapshot."""
    s, codes = spread(), tuple(places().by_code)
    found = reduce(add, (tally(codes, pairs, s) for pairs in batches(s.trajectories)))
    official = np.stack([controlled(code)[:, 1:] for code in codes])
    return Draft(
        TABLE,
        table(codes, pack(found.quantiles, official)),
        f"{base_year() + 1}–{base_year() + official.shape[-1]}",
        "quantiles as deviations from the projection, 64 · arsinh(1000 · deviation)",
        own("bands", "14746", figures),
        packed=("year", *COLUMNS),
        notes={"basis": basis(figures)},
    )
