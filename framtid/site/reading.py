"""The reader on a page: it is told where the document is and fetches it itself."""

import streamlit as st

from framtid.places import Place
from framtid.reader.component import FIRST_WORDS, reader
from framtid.site import addresses, assets
from framtid.site.shell import heading
from framtid.site.words import reader_language


def read_story(place: Place) -> None:
    """Show the story of a place, figure by figure as one scrolls."""
    title, _description = heading(addresses.STORY, place)
    st.set_page_config(page_title=title)
    reader(
        addresses.story_document(place.code),
        places=addresses.places(),
        plotly=assets.plotly().address,
        words=_first_words(),
        template=addresses.story_document("CODE").replace("CODE", "{code}"),
        key="story",
    )


def read_gallery(place: Place) -> None:
    """Show every view of a place as an article."""
    reader(
        addresses.gallery_document(place.code),
        places=addresses.places(),
        plotly=assets.plotly().address,
        words=_first_words(),
        mode="article",
        opening=False,
        key="gallery",
    )


def _first_words() -> dict[str, str]:
    return {word: reader_language().say(f"reader.{word}") for word in FIRST_WORDS}
