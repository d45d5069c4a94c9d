"""The reader on a page: it is told where the document is and fetches it itself."""

from typing import TypedDict

import streamlit as st

from framtid import addresses
from framtid.places import Place
from framtid.reader.component import FIRST_WORDS, reader
from framtid.site.shell import heading
from framtid.web import assets
from framtid.web.current_language import reader_language


def read_story(place: Place, path: str) -> None:
    """Show the story of a place, figure by figure as one scrolls; ``path`` is a pathway's code."""
    title, _description = heading(addresses.STORY, place)
    st.set_page_config(page_title=title)
    document = addresses.story_document(place.code, path)
    reader(document, template=addresses.story_template(), key="story", **_surroundings())


def read_gallery(place: Place) -> None:
    """Show every view of a place as an article."""
    document = addresses.gallery_document(place.code)
    reader(document, mode="article", opening=False, key="gallery", **_surroundings())


class _Surroundings(TypedDict):
    places: str
    plotly: str
    words: dict[str, str]


def _surroundings() -> _Surroundings:
    language = reader_language()
    return {
        "places": addresses.places(),
        "plotly": assets.plotly().address,
        "words": {word: language.say(f"reader.{word}") for word in FIRST_WORDS},
    }
