"""Bands of one place under a change, from the same shocks as the stored ones."""

from framtid.places import places
from framtid.projection.counterfactual import Change, under
from framtid.projection.flows import flows
from framtid.projection.uncertainty.bands import Bands, around, controlled, quantiles
from framtid.projection.uncertainty.spread import spread
from framtid.projection.uncertainty.trajectories import Ensemble, arrange
from framtid.statistics.keeping import kept

ENOUGH = {8: 500, 20: 200}
"""Pairs that can be carried while somebody waits, for a place of up to so many municipalities."""
FEW = 100


@kept(maxsize=4)
def ensemble(pairs: int) -> Ensemble:
    """Return the first pairs of trajectories of the committed projection; the first call draws."""
    return Ensemble(flows(), spread(), range(pairs))


def bands_under(code: str, change: Change, pairs: int | None = None) -> Bands:
    """Return a place's bands when its municipalities change.

    Args:
        code: the place; UnknownPlaceError where there is none.
        change: what is otherwise in each of its municipalities.
        pairs: how many pairs of trajectories; by default as many as behind the stored bands, or
            fewer for a place of many municipalities.

    """
    index = places().index
    members = [index[member] for member in places().get(code).members]
    enough = next((some for most, some in ENOUGH.items() if len(members) <= most), FEW)
    drawn = ensemble(pairs or min(enough, spread().trajectories // 2))
    runs = arrange(under(drawn.flows, members, change), drawn.spread)
    people = drawn.of(members, runs).sum(0)
    return around(controlled(code)[:, 0], quantiles(people))
