"""The reader on a page: it is told where the document is and fetches it itself."""

import streamlit as st

from framtid.places import Place
from framtid.reader.component import reader
from framtid.site import addresses, assets
from framtid.site.shell import heading


def read_story(place: Place) -> None:
    """Show the story of a place, figure by figure as one scrolls."""
    title, _description = heading(addresses.STORY, place)
    st.set_page_config(page_title=title)
    reader(
        document=addresses.story_document(place.code),
        places=addresses.places(),
        plotly=assets.plotly().address,
        mode="scroll",
        key="story",
    )


def read_gallery(place: Place) -> None:
    """Show every view of a place as an article."""
    reader(
        document=addresses.gallery_document(place.code),
        places=addresses.places(),
        plotly=assets.plotly().address,
        mode="article",
        key="gallery",
    )
