"""The reader on a page: it is told where the document is and fetches it itself."""

from typing import TypedDict

import streamlit as st

from framtid import addresses
from framtid.language.current import reader_language
from framtid.places import Place
from framtid.reader.component import FIRST_WORDS, reader
from framtid.site.shell import heading
from framtid.sitemap import pages
from framtid.web import assets


def read_story(place: Place, pathway: str, story: str = addresses.DEFAULT_STORY) -> None:
    """Show a story of a place, figure by figure as one scrolls; ``pathway`` is a code."""
    title, _description = heading(pages()["story"], place, story)
    st.set_page_config(page_title=title)
    document = addresses.story_document(place.code, pathway, story)
    reader(document, template=addresses.story_template(story), key="story", **_surroundings())


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
