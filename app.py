"""The program: one ASGI object with the Streamlit app and the HTTP routes beside it.

Start it with ``streamlit run app.py`` or ``uvicorn app:app``. Streamlit recognises the object by
reading this file, so it has to be made here, in the open.
"""

import streamlit as st

from framtid.site.program import MIDDLEWARE, SCRIPT, lifespan
from framtid.site.routes import routes

app = st.App(SCRIPT, routes=routes(), middleware=MIDDLEWARE, lifespan=lifespan)
