"""What is computed before the first visitor comes."""

import pyarrow as pa

from framtid.places import places
from framtid.site import addresses, api, assets
from framtid.site.map import shapes


def warm() -> None:
    """Read the figures and pack the answers that every first visit asks for."""
    api.places_json()
    api.story_json(addresses.DEFAULT_STORY, places().nation.code)
    shapes()
    assets.plotly()
    # Reading the tables took more room than keeping them: hand back what is left over.
    pa.default_memory_pool().release_unused()
