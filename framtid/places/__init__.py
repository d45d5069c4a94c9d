"""Places: nation, labour-market regions, counties and municipalities, and how to find them."""

from framtid.places.model import Former, Level, Place
from framtid.places.registry import Places, places
from framtid.places.search import called, lead, search

__all__ = ["Former", "Level", "Place", "Places", "called", "lead", "places", "search"]
