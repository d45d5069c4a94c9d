"""The simulator on a page: it is told where the answers are and fetches them itself."""

import streamlit as st

from framtid import addresses
from framtid.language.current import reader_language
from framtid.places import Place
from framtid.reader.simulator import FIRST_WORDS, simulator
from framtid.site.shell import heading
from framtid.sitemap import pages
from framtid.web import assets


def choose(place: Place) -> None:
    """Show the levers of a place and what they do; the path stands in the address."""
    title, _description = heading(pages()["choice"], place)
    st.set_page_config(page_title=title)
    language = reader_language()
    simulator(
        place.code,
        answers={
            "choices": addresses.choices(),
            "choice": addresses.choice(),
            "ways": addresses.ways(),
            "places": addresses.places(),
            "any_place": addresses.any_place(),
            "plotly": assets.plotly().address,
        },
        pages={
            "told_back": addresses.page(addresses.TOLD, "{code}", "{path}"),
            "debate": addresses.page(addresses.DEBATE, "{code}", "{path}"),
            "own": addresses.page(addresses.OWN, "{code}", "{path}"),
            "workbook": addresses.path_file("outlook", "{code}", "xlsx", "{path}"),
            "compare": addresses.page(addresses.COMPARE, "{code}", "{path}"),
            "councils": addresses.page(addresses.COUNCILS, "{code}"),
            "stands": addresses.page(addresses.STANDS, "{code}", "{path}"),
            "lever": addresses.lever("{lever}", "{code}"),
        },
        words={word: language.say(f"simulator.{word}") for word in FIRST_WORDS},
        key="simulator",
    )
