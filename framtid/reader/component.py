"""The packaged Streamlit component: gets addresses, shows the document they lead to."""

from typing import Any, Literal

import streamlit as st

from framtid.language import Language

Mode = Literal["scroll", "article"]
HTML = '<div class="reader"><p class="loading" role="status">{}</p></div>'


def reader(document: str, words: Language, *, plotly: str, key: str, mode: Mode = "scroll") -> Any:  # noqa: ANN401
    """Show the document at an address.

    Args:
        document: address of the document's JSON.
        words: the page's language, for what is said while nothing has loaded.
        plotly: address of the Plotly bundle.
        key: the element's key on the page.
        mode: scrollytelling, or the same unrolled as an article.
    """
    component = st.components.v2.component(
        "framtid.reader", js="index.js", css="reader.css", isolate_styles=False,
        html=HTML.format(words.entry("reader.loading")),
    )
    return component(
        key=key,
        data={
            "document": document, "template": "/api/v1/stories/2040/{code}.json",
            "places": "/api/v1/places.json", "plotly": plotly, "mode": mode,
            "labels": {name: words.entry(f"reader.{name}") for name in ("failed", "retry")},
        },
    )
