"""The Streamlit component that shows a document; its front end does the rest."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

import streamlit as st

from framtid import addresses

Mode = Literal["scroll", "article"]

FIRST_WORDS = ("loading", "failed", "retry")
"""The labels the front end needs before it has the document that carries the rest."""


@lru_cache(maxsize=1)
def _component() -> Any:  # noqa: ANN401 - Streamlit's renderer has no public type
    # Not isolated: Plotly's own style rules would not reach into a shadow root.
    return st.components.v2.component(
        "framtid.reader", js="index.js", css="reader.css", isolate_styles=False
    )


def reader(
    document: str,
    *,
    places: str,
    plotly: str,
    words: Mapping[str, str],
    template: str | None = None,
    mode: Mode = "scroll",
    opening: bool = True,
    key: str,
) -> None:
    """Show the document at an address; only addresses travel, the browser fetches the rest.

    ``template`` is the document's address with ``{code}`` where another place's code goes; without
    it the reader cannot change place. ``places`` is the address of the search for places, with
    ``{query}``, and ``plotly`` that of the Plotly bundle. ``words`` holds the labels in
    ``FIRST_WORDS`` (more do no harm). ``opening`` is whether the document's own title and
    description stand on top.
    """
    _component()(
        key=key,
        data={
            "document": document,
            "document_template": template,
            "places": places,
            "any_place": addresses.any_place(),
            "plotly": plotly,
            "words": {word: words[word] for word in FIRST_WORDS},
            "mode": mode,
            "opening": opening,
        },
    )
