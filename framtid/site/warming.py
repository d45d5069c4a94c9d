"""What is computed before the first visitor comes."""

import pyarrow as pa

from framtid import addresses
from framtid.api import routes
from framtid.places import places, search
from framtid.site.pages.front_map import shapes
from framtid.statistics.budget import hand_back
from framtid.web import assets


def warm() -> None:
    """Read the figures and pack the answers that every first visit asks for."""
    search(places().nation.name)  # folds every name once
    routes.story_json(addresses.DEFAULT_STORY, places().nation.code)
    shapes()
    assets.plotly()
    _hand_back()


def _hand_back() -> None:
    """Return to the system the room that computing took and what is kept does not need."""
    pa.default_memory_pool().release_unused()
    hand_back()
