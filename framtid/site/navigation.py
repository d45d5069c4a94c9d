"""The app's pages: which file stands at which address, and the way between them."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from framtid import addresses
from framtid.site.visitor import asked
from framtid.web.current_language import say

FOLDER = Path(__file__).parents[2] / "pages"
FILES = {
    addresses.FRONT: "forside.py",
    addresses.STORY: "historie.py",
    addresses.MUNICIPALITY: "kommune.py",
    addresses.CHOICE: "veivalg.py",
    addresses.FIGURES: "tallene.py",
    addresses.ABOUT: "om.py",
    addresses.EMBEDDING: "bygg-inn.py",
}
NAMES = {
    addresses.FRONT: "front",
    addresses.STORY: "story",
    addresses.MUNICIPALITY: "municipality",
    addresses.CHOICE: "choice",
    addresses.FIGURES: "figures",
    addresses.ABOUT: "about",
    addresses.EMBEDDING: "embedding",
}


def pages() -> dict[str, StreamlitPage]:
    """Return the pages by address; the front page is the default one."""
    return {
        path: st.Page(
            FOLDER / file,
            title=say(f"menu.{NAMES[path]}"),
            url_path=path.strip("/"),
            default=path == addresses.FRONT,
        )
        for path, file in FILES.items()
    }


def open_page(path: str, code: str) -> None:
    """Go to a page for a place."""
    st.switch_page(FOLDER / FILES[path], query_params={addresses.PLACE: code})


def menu(site: dict[str, StreamlitPage]) -> None:
    """Write the links between the pages; a chosen place comes along."""
    code = asked()
    query = {addresses.PLACE: code} if code else None
    with st.container(key="ft-menu", horizontal=True, vertical_alignment="center"):
        for path in (path for path in site if path != addresses.EMBEDDING):
            label = say("name") if path == addresses.FRONT else say(f"menu.{NAMES[path]}")
            st.page_link(
                site[path],
                label=label,
                query_params=query if path in addresses.OF_A_PLACE else None,
            )
