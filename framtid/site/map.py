"""The municipalities as GeoJSON, so that a map asks for them by address instead of carrying them."""

import json
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from framtid.places import places
from framtid.site.packed import Packed, pack
from framtid.statistics.snapshot import snapshot

EMPTY_STYLE = {
    "version": 8,
    "sources": {},
    "layers": [{"id": "paper", "type": "background", "paint": {"background-color": "#fbf8f3"}}],
}
"""A map style without tiles: without one of our own, deck.gl asks another host for its."""


def shapes_name() -> str:
    """Return the file name of this edition's shapes."""
    return f"kommuner.{snapshot().edition}.geojson"


def _polygons(rows: list[dict[str, Any]]) -> list[list[list[list[float]]]]:
    parts = groupby(rows, key=itemgetter("part"))
    return [[[[row["lon"], row["lat"]] for row in points]] for _part, points in parts]


@lru_cache(maxsize=1)
def shapes() -> Packed:
    """Return a FeatureCollection of all municipalities; properties ``code`` and ``name``."""
    rows = snapshot().table("shapes").to_pylist()
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": places().get(code).label},
            "geometry": {"type": "MultiPolygon", "coordinates": _polygons(list(points))},
        }
        for code, points in groupby(rows, key=itemgetter("municipality"))
    ]
    content = json.dumps(
        {"type": "FeatureCollection", "features": features},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return pack(content.encode(), "application/geo+json")


@lru_cache(maxsize=1)
def style() -> Packed:
    """Return the empty map style."""
    return pack(json.dumps(EMPTY_STYLE).encode(), "application/json")
