"""The table of the bands' coverage in the snapshot."""

import pyarrow as pa

from framtid.projection.evaluation.coverage import coverage
from framtid.projection.evaluation.stored_coverage import LEVELS, TABLE
from framtid.projection.source import own
from framtid.projection.uncertainty.bands import basis
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import Snapshot


def draft(figures: Snapshot) -> Draft:
    """Return the table of coverage, on its way into the snapshot."""
    found = list(coverage())
    keys = {
        name: pa.array([getattr(each, name) for each in found])
        for name in ("base", "horizon", "group", "places")
    }
    shares = {
        f"within_{level}": pa.array([each.within[level] for each in found], pa.float32())
        for level in LEVELS
    }
    bases = [each.base for each in found]
    return Draft(
        TABLE,
        pa.table(keys | shares),
        f"{min(bases)}–{max(bases)}",
        "per cent of the municipalities within a band, and a number of municipalities",
        own("coverage", "07459", figures),
        notes={"basis": basis(figures)},
    )
