"""The front page: what this is, where you live, and four doors."""

import streamlit as st

from framtid.site.fragments import show
from framtid.site.pages.front import key, municipality_map

words, country = st.columns([6, 5], gap="large")
with words:
    show("front.html")
with country:
    municipality_map()
    show("legend.html", key=key())
show("doors.html")
