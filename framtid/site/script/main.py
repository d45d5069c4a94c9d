"""The Streamlit script: the frame around every page, and the page itself."""

import logging

import streamlit as st

from framtid import addresses
from framtid.errors import FramtidError
from framtid.language.current import speaking
from framtid.site.fragments import show
from framtid.site.navigation import menu, pages
from framtid.statistics.snapshot import pinned
from framtid.web.current_language import sentence

log = logging.getLogger(__name__)

st.set_page_config(layout="wide")
with pinned(), speaking(st.query_params.get(addresses.LANGUAGE)):
    site = pages()
    page = st.navigation(list(site.values()), position="hidden")
    st.set_page_config(page_title=page.title)
    if not st.context.is_embedded:
        menu(site)
        st.html('<div id="innhold" tabindex="-1"></div>')
    try:
        with st.container(key="ft-content"):
            page.run()
    except FramtidError as error:
        log.warning("%s: %s", page.title, error)
        show("trouble.html", told=sentence(error))
    if not st.context.is_embedded:
        show("footer.html")
