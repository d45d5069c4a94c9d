"""The table of bands in the snapshot: every place, measure and year from the same trajectories."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from framtid.places import places
from framtid.projection import EDITION
from framtid.projection.bands import COLUMNS, TABLE, basis, controlled, pack, quantiles
from framtid.projection.cells import Singles
from framtid.projection.flows import flows
from framtid.projection.measures import WHAT
from framtid.projection.trajectories import trajectories
from framtid.projection.uncertainty import spread
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import Snapshot


def _packed(everybody: Singles) -> Iterator[NDArray[np.int16]]:
    """Yield each place's bands, (measure, step, quantile); a place is a sum of trajectories."""
    index = places().index
    for place in places().by_code.values():
        people = everybody[[index[member] for member in place.members]].sum(0)
        yield pack(quantiles(people), controlled(place.code)[:, 1:])


def table(everybody: Singles) -> pa.Table:
    """Return the table of bands from all municipalities' trajectories."""
    stored = np.stack(list(_packed(everybody)))
    count, measures, steps, _ = stored.shape
    codes = np.repeat(list(places().by_code), measures * steps)
    years = np.arange(EDITION + 1, EDITION + 1 + steps, dtype=np.int16)
    columns: dict[str, object] = {
        "place": pa.array(codes.tolist()),
        "measure": pa.array(np.tile(np.repeat(WHAT, steps), count).tolist()),
        "year": np.tile(years, count * measures),
    }
    flat = stored.reshape(-1, len(COLUMNS))
    return pa.table(columns | {name: flat[:, order] for order, name in enumerate(COLUMNS)})


def draft(figures: Snapshot) -> Draft:
    """Return the table of bands around the committed projection, on its way into the snapshot."""
    s, base = spread(), flows()
    members = list(range(base.population.shape[1]))
    found = table(trajectories(base, members, range(s.trajectories // 2)))
    return Draft(
        TABLE,
        found,
        f"{EDITION + 1}–{EDITION + base.steps}",
        "kvantiler som avvik fra framskrivingen, 64 · arsinh(1000 · avvik)",
        Source(
            "egen beregning",
            f"Usikkerheten i framskrivingen: {s.trajectories} mulige forløp, frø {s.seed}",
            "2040 begynner nå, på tall fra Statistisk sentralbyrå (SSB)",
            "CC BY 4.0",
            "https://www.ssb.no/statbank/table/14746",
            figures.catalogue.updated,
        ),
        packed=("year", *COLUMNS),
        notes={"basis": basis(figures)},
    )
