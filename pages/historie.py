"""A story, told for the place in the address."""

import streamlit as st

from framtid.places import places
from framtid.site.pages.reading import read_story
from framtid.site.visitor import pathway_code, story_of, visited

read_story(visited() or places().nation, pathway_code(), story_of(st.query_params))
