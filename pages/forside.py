"""The front page: what this is, where you live, and four doors."""

import streamlit as st

from framtid.language.current import reader_language
from framtid.site.fragments import show
from framtid.site.pages.front import key, municipality_map
from framtid.stories import listed
from framtid.web.current_language import say

words, country = st.columns([6, 5], gap="large")
with words:
    show("front.html")
with country:
    municipality_map()
    show("legend.html", key=key())
show("doors.html")
stories = listed(None, reader_language())
if len(stories) > 1:
    show("stories.html", stories=stories, heading=say("stories.heading"))
