"""The front page's map: point at a municipality to read its story."""

import pydeck as pdk
import streamlit as st

from framtid.language.current import reader_language
from framtid.places import places
from framtid.site.navigation import open_page
from framtid.site.pages import front_map
from framtid.views.map import SCALE
from framtid.web.current_language import say

OUTLINE = [131, 141, 148]
"""Seen on paper and in the dark."""
VIEW = {"latitude": 65.4, "longitude": 17.6, "zoom": 3.15, "min_zoom": 3, "max_zoom": 9}
"""All of Norway in the width of a phone."""
HEIGHT = 480
LAYER = "kommuner"


def deck() -> pdk.Deck:
    """Return the map; it asks for shapes and style by address, both on our own host.

    It does not light up under the pointer: redrawing for that swallows the click on slow machines.
    """
    layer = pdk.Layer(
        "GeoJsonLayer",
        id=LAYER,
        data=front_map.shapes_address(),
        pickable=True,
        get_fill_color="properties.fill",
        get_line_color=OUTLINE,
        line_width_min_pixels=0.6,
    )
    return pdk.Deck(
        layers=[layer],
        # The wheel scrolls the page; the buttons and two fingers zoom.
        views=[pdk.View("MapView", controller={"scrollZoom": False})],
        initial_view_state=pdk.ViewState(**VIEW),
        map_provider=None,
        map_style=front_map.STYLE_ADDRESS,
        tooltip={"text": "{text}"},
    )


def key() -> list[tuple[str, str]]:
    """Return the map's colours from dark to light, each with what it means in words."""
    return list(zip(SCALE, reader_language().entry("views.map.classes"), strict=True))


def municipality_map() -> None:
    """Show the map and go to the story of the municipality that is chosen on it."""
    chosen = st.pydeck_chart(
        deck(),
        on_select="rerun",
        selection_mode="single-object",
        key="ft-map",
        height=HEIGHT,
        alt=say("front.map.alt"),
    )
    objects = chosen.selection.get("objects", {}).get(LAYER, [])
    if objects:
        code = objects[0]["properties"]["code"]
        if code in places().by_code:
            open_page("story", code)
