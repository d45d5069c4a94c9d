"""The Streamlit script: the frame around every page, and the page itself."""

import streamlit as st

from framtid import addresses
from framtid.language.current import speaking
from framtid.site.fragments import show
from framtid.site.navigation import menu, pages
from framtid.statistics.snapshot import pinned

st.set_page_config(layout="wide")
with pinned(), speaking(st.query_params.get(addresses.LANGUAGE)):
    site = pages()
    page = st.navigation(list(site.values()), position="hidden")
    if not st.context.is_embedded:
        menu(site)
    page.run()
    if not st.context.is_embedded:
        show("footer.html")
