"""The committed snapshot: what the projection and the maps rely on."""

from framtid.places import places
from framtid.projection.history import history
from framtid.statistics.builder.population import MOVED_BORDERS
from framtid.statistics.snapshot import snapshot


def test_transitions_over_moved_borders_are_left_out_of_the_fit() -> None:
    known = history()
    for year, moved, _ in MOVED_BORDERS:
        for code in moved:
            assert not known.usable[year - 1 - known.years[0], places().index[code]]


def test_shapes_are_closed_and_every_municipality_can_be_seen() -> None:
    table = snapshot().table("shapes").to_pandas()
    assert table["municipality"].nunique() == 357
    for _, ring in table.groupby(["municipality", "part"]):
        assert len(ring) >= 4
        assert (ring[["x", "y"]].iloc[0] == ring[["x", "y"]].iloc[-1]).all()
    sizes = table.groupby("municipality")[["x", "y"]].agg(lambda axis: axis.max() - axis.min())
    assert (sizes.max(axis=1) >= 3).all()
