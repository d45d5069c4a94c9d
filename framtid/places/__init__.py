"""Places: nation, labour-market regions, counties and municipalities, and how to find them."""

from framtid.places.model import Level, Place
from framtid.places.registry import Places, places
from framtid.places.search import search

__all__ = ["Level", "Place", "Places", "places", "search"]
