"""What is computed before the first visitor comes."""

from framtid.places import places
from framtid.site import addresses, api, assets
from framtid.site.map import shapes


def warm() -> None:
    """Read the figures and pack the answers that every first visit asks for."""
    api.places_json()
    api.story_json(addresses.DEFAULT_STORY, places().nation.code)
    shapes()
    assets.plotly()
