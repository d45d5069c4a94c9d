"""The app's pages: which file stands at which address, and the way between them."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from framtid import addresses, sitemap
from framtid.places import places
from framtid.site.shell import heading
from framtid.site.visitor import asked
from framtid.sitemap import Page
from framtid.web import templates
from framtid.web.current_language import say

FOLDER = Path(__file__).parents[2] / "pages"
Site = dict[str, StreamlitPage]
"""The pages by name."""


def pages() -> Site:
    """Return the pages by name, titled as they are served; the front page is the default one."""
    code = asked()
    place = places().by_code.get(code) if code else None
    return {
        page.name: st.Page(
            FOLDER / page.script,
            title=heading(page, place)[0],
            url_path=page.address.strip("/"),
            default=page.address == addresses.FRONT,
        )
        for page in sitemap.pages().values()
        if page.script
    }


def _query(code: str | None) -> dict[str, str]:
    """Return what comes along from page to page: the place, and the language."""
    return ({addresses.PLACE: code} if code else {}) | addresses.carried()


def open_page(name: str, code: str) -> None:
    """Go to a page for a place."""
    script = sitemap.pages()[name].script or ""
    st.switch_page(FOLDER / script, query_params=_query(code))


def _label(page: Page) -> str:
    return say("name") if page.address == addresses.FRONT else say(f"pages.{page.name}.menu")


def menu(site: Site) -> None:
    """Write the links between the pages; a chosen place comes along."""
    code = asked()
    whole = st.container(key="ft-nav")
    with whole.container(key="ft-menu", horizontal=True, vertical_alignment="center"):
        for page in templates.menu():
            query = _query(code if page.of_a_place else None)
            st.page_link(site[page.name], label=_label(page), query_params=query or None)
            if page.address == addresses.FRONT:
                st.html(templates.environment().get_template("menu_button.html").render())
