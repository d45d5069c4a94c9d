"""How many leave their municipality in a year, once a refresh has brought what SSB counts.

SSB 09588 has no ages: it gives the level, and the schedule by age keeps its shape.
"""

from dataclasses import replace

import numpy as np

from framtid.places import places
from framtid.projection.history import History
from framtid.projection.parameters import Parameters
from framtid.statistics.snapshot import snapshot

TABLE = "moves"
RECENT = 10
"""Years of moves that the level is the mean of."""
MOST = 0.95
"""Of an age, the largest share that may leave in a year."""


def level(known: History, p: Parameters) -> float:
    """Return how many leave relative to what the schedule says; 1 where nobody has counted.

    Those who leave for abroad are among them. Nothing is used that came after the last
    observation in ``known``.
    """
    if not snapshot().has(TABLE):
        return 1.0
    index, first = places().index, int(known.years[0])
    counted = said = 0.0
    for row in snapshot().table(TABLE).to_pylist():
        left = (row["departures"], row["emigration"])
        ago = int(known.years[-1]) - row["year"]
        if 1 <= ago <= RECENT and row["year"] >= first and None not in left:
            people = known.population[row["year"] - first, index[row["municipality"]]]
            counted += sum(left)
            said += float(people.sum(0) @ p.out_rate)
    return counted / said if said else 1.0


def measured(known: History, p: Parameters) -> Parameters:
    """Return the parameters with the schedule of those who leave at the level that is counted."""
    found = level(known, p)
    return p if found == 1 else replace(p, out_rate=np.minimum(p.out_rate * found, MOST))
