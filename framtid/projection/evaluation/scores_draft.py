"""The table of the backtest's scores in the snapshot."""

from collections.abc import Iterator
from dataclasses import astuple

import numpy as np
import pyarrow as pa

from framtid.projection.evaluation.backtest import cases, centrality
from framtid.projection.evaluation.scores import score
from framtid.projection.evaluation.stored_scores import (
    EVERYWHERE,
    MEASURES,
    SEEN,
    TABLE,
    Record,
)
from framtid.projection.source import own
from framtid.projection.uncertainty.bands import basis
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.snapshot import Snapshot


def _computed() -> Iterator[Record]:
    """Yield the score of every case, and for everybody of each class of centrality too."""
    for case in cases():
        key = (case.method, case.base, case.horizon, case.group)
        yield Record(*key, EVERYWHERE, score(case.predicted, case.actual))
        if case.group == "all":
            classes = centrality(case)
            for label in np.unique(classes):
                of = classes == label
                yield Record(*key, int(label), score(case.predicted[of], case.actual[of]))


def draft(figures: Snapshot) -> Draft:
    """Return the table of scores, on its way into the snapshot."""
    found = list(_computed())
    keys = {
        name: pa.array([getattr(record, name) for record in found])
        for name in ("method", "base", "horizon", "group", "centrality")
    }
    scores = zip(*(astuple(record.score) for record in found), strict=True)
    columns = {
        name: pa.array([float(value) for value in values], pa.float32())
        for name, values in zip(MEASURES, scores, strict=True)
    }
    bases = [record.base for record in found]
    return Draft(
        TABLE,
        pa.table(keys | columns),
        f"{min(bases)}–{max(bases)}",
        "per cent of error, and a number of municipalities",
        own("backtest", "07459", figures),
        notes={"basis": basis(figures, SEEN)},
    )
