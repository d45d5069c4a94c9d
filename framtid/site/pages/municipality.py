"""The top of Min kommune: the place's name and its headline figures."""

import streamlit as st

from framtid import addresses
from framtid.pathways.outlook import outlook
from framtid.places import Level, Place, places
from framtid.site.fragments import show
from framtid.site.pages.key_figures import key_figures
from framtid.site.shell import heading
from framtid.views.curves import GOAL
from framtid.web.current_language import reader_language


def headline(place: Place) -> None:
    """Write the place's name, key figures and ways on."""
    title, _description = heading(addresses.MUNICIPALITY, place)
    st.set_page_config(page_title=title)
    words = reader_language()
    region = places().region_of(place) if place.level is Level.MUNICIPALITY else None
    show(
        "municipality.html",
        place=place,
        name=words.name(place),
        inside=words.inside(place),
        figures=key_figures(place.code),
        now=outlook(place.code).base_year,
        then=GOAL,
        region=region if region and len(region.members) > 1 else None,
        region_name=words.name(region) if region else "",
        nation=places().nation,
    )
