"""The page to compare with: one ``st.plotly_chart`` of the same figure, as Streamlit serves it."""

import streamlit as st

from framtid.views import build_view

st.title("Plain")
st.plotly_chart(build_view("lifespan", "0").figure)
