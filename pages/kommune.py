"""Min kommune: the headline figures of a place, then every view of it."""

import streamlit as st

from framtid import addresses
from framtid.site.fragments import show
from framtid.site.pages.municipality import headline
from framtid.site.pages.reading import read_gallery
from framtid.site.visitor import visited

place = visited()
if place is None:
    show("choose.html", page="municipality", to=addresses.MUNICIPALITY)
else:
    headline(place, st.query_params.get(addresses.ALIKE, ""))
    read_gallery(place)
