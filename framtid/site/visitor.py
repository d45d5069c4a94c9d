"""What a visitor asked for: the state of a visit is its address and nothing else."""

from collections.abc import Mapping

import streamlit as st

from framtid import addresses
from framtid.pathways.codec import LONGEST
from framtid.places import Place, places
from framtid.site.fragments import show
from framtid.stories import stories
from framtid.web.current_language import say


def asked() -> str | None:
    """Return the code in the address, or None where there is none."""
    return st.query_params.get(addresses.PLACE) or None


def pathway_code() -> str:
    """Return the pathway's code in the address, or nothing; never more than a code can be."""
    return st.query_params.get(addresses.PATH, "")[: LONGEST + 1]


def story_of(query: Mapping[str, str]) -> str:
    """Return the story that an address asks for; the main one where it names none that we have."""
    name = query.get(addresses.STORY_ID, "")
    return name if name in stories() else addresses.DEFAULT_STORY


def visited() -> Place | None:
    """Return the place in the address, or None; stop with a friendly page when unknown."""
    code = asked()
    if code is None:
        return None
    # A code of old has been led on before the app opens; one that was divided has no one answer.
    found = places().today(code)
    if len(found) != 1:
        show(
            "lost.html",
            heading=say("missing.place.heading"),
            lead=say("missing.place.lead", code=code[:20]),
        )
        st.stop()
    return found[0]
