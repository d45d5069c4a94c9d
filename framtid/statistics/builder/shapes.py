"""Municipality shapes light enough for a phone: simplified together so that borders still meet."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import shapely
from pyproj import Transformer
from shapely.geometry import shape

from framtid.errors import SnapshotError
from framtid.statistics.builder.inputs import Draft, arrow
from framtid.statistics.catalogue import Source

HEIGHT = 1000
"""Norway's height in the drawing's units."""
TOLERANCE, LEAST_AREA = 4000.0, 40e6
"""Simplification in metres; islands smaller than this many square metres go, but one stays."""
LEAST_SIDE = 9000.0
"""A municipality smaller than this many metres across is drawn this large, to be seen."""
SOURCE = Source(
    "kommuner-2024",
    "Administrative enheter, kommuner",
    "Kartverket",
    "CC BY 4.0",
    "https://kartkatalog.geonorge.no/metadata/041f1e6e-bdbc-4091-b48f-8a5990f3cc5b",
    "2024-01-01",
)


def _read(folder: Path) -> tuple[list[str], np.ndarray]:
    path = folder / "boundaries/kommuner_2024_small.geojson"
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
    except (OSError, ValueError, KeyError) as error:
        raise SnapshotError(
            path.name, f"it cannot be read: {error}", f"Put it in {folder}."
        ) from error
    features.sort(key=lambda feature: feature["properties"]["kommunenummer"])
    codes = [feature["properties"]["kommunenummer"] for feature in features]
    return codes, np.array([shape(feature["geometry"]) for feature in features])


def _reproject(geometry: np.ndarray, source: int, target: int) -> np.ndarray:
    transform = Transformer.from_crs(source, target, always_xy=True).transform
    moved: np.ndarray = shapely.transform(
        geometry, lambda xy: np.column_stack(transform(xy[:, 0], xy[:, 1]))
    )
    return moved


def _kept(whole: shapely.Geometry) -> list[shapely.Polygon]:
    """Return the parts worth drawing: the large ones, or else the largest, made visible."""
    parts = [part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"]
    parts = sorted(parts, key=lambda part: -part.area)
    parts = [part for part in parts if part.area > LEAST_AREA] or parts[:1]
    low_x, low_y, high_x, high_y = shapely.total_bounds(parts)
    if max(high_x - low_x, high_y - low_y) < LEAST_SIDE:
        half = LEAST_SIDE / 2
        return [shapely.box(*(np.array([low_x, low_y]) - half / 4), low_x + half, low_y + half)]
    return parts


def shapes(folder: Path) -> Iterator[Draft]:
    """Yield the shapes as rings of vertices, projected for drawings and geographic for maps."""
    codes, geographic = _read(folder)
    metric = _reproject(shapely.make_valid(geographic), 4326, 25833)
    simple = shapely.coverage_simplify(metric, TOLERANCE)
    low_x, low_y, _, high_y = shapely.total_bounds(simple)
    scale = HEIGHT / (high_y - low_y)
    rows = []
    for code, whole, original in zip(codes, simple, metric, strict=True):
        usable = whole if whole.area > 0 else original
        for part, polygon in enumerate(_kept(usable)):
            ring = shapely.get_coordinates(polygon.exterior)
            lonlat = shapely.get_coordinates(_reproject(np.array([polygon.exterior]), 25833, 4326))
            for (x, y), (lon, lat) in zip(ring, lonlat, strict=True):
                drawn = round((x - low_x) * scale, 1), round((y - low_y) * scale, 1)
                rows.append((code, part, *drawn, round(lon, 4), round(lat, 4)))
    frame = pd.DataFrame(rows, columns=["municipality", "part", "x", "y", "lon", "lat"])
    yield Draft(
        "shapes",
        arrow(
            frame,
            municipality=pa.string(),
            part=pa.int16(),
            x=pa.float32(),
            y=pa.float32(),
            lon=pa.float64(),
            lat=pa.float64(),
        ),
        "2024",
        "simplified outlines, x and y in units of the drawing (Norway is 1000 high)",
        SOURCE,
        "islets are left out, and the smallest municipalities are drawn larger than they are",
    )
