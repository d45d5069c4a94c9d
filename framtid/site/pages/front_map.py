"""The municipalities as GeoJSON: a map asks for them by address instead of carrying them."""

import json
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framtid import addresses
from framtid.horizon import HORIZON
from framtid.language.current import reader_language, spoken
from framtid.pathways.outlook import municipalities
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.views.map import EDGES, SCALE
from framtid.web import assets
from framtid.web.current_language import say
from framtid.web.packed import FOREVER, Packed, pack

EMPTY_STYLE = {
    "version": 8,
    "sources": {},
    "layers": [],
}
"""A map style without tiles, the page shining through: without one, deck.gl asks another host."""


SHAPES_ADDRESS = assets.PREFIX + "kommuner.{edition}.geojson"
STYLE_ADDRESS = assets.PREFIX + "tomt-kart.json"


def shapes_address() -> str:
    """Return where this edition's shapes are."""
    return addresses.in_language(SHAPES_ADDRESS.format(edition=snapshot().edition))


def _polygons(rows: list[dict[str, Any]]) -> list[list[list[list[float]]]]:
    parts = groupby(rows, key=itemgetter("part"))
    return [[[[row["lon"], row["lat"]] for row in points]] for _part, points in parts]


def _color(ratio: float) -> list[int]:
    """Return the map view's colour for a ratio, as red, green and blue."""
    return list(bytes.fromhex(SCALE[int(np.digitize(ratio, EDGES))].removeprefix("#")))


@kept(1, by=spoken)
def shapes() -> Packed:
    """Return a FeatureCollection of all municipalities: ``code``, ``text`` and ``fill``."""
    seen, language = municipalities(), reader_language()
    ratios = {
        place.code: float(ratio)
        for place, ratio in zip(seen.places, seen.carers(HORIZON), strict=True)
    }
    features = [
        {
            "type": "Feature",
            "properties": {
                "code": code,
                "text": say(
                    "front.map.tip", name=language.plain(places().get(code)), ratio=ratios[code]
                ),
                "fill": _color(ratios[code]),
            },
            "geometry": {"type": "MultiPolygon", "coordinates": _polygons(list(points))},
        }
        for code, points in groupby(
            snapshot().table("shapes").to_pylist(), key=itemgetter("municipality")
        )
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


def serve_shapes(request: Request) -> Response:
    """Answer with the shapes of the edition in the address; 404 for one that is not kept."""
    if request.path_params["edition"] != snapshot().edition:
        raise HTTPException(404)
    return shapes().response(request.headers, FOREVER)


def serve_style(request: Request) -> Response:
    """Answer with the empty map style."""
    return style().response(request.headers, FOREVER)


ROUTES = (Route(SHAPES_ADDRESS, serve_shapes), Route(STYLE_ADDRESS, serve_style))
