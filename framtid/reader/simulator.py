"""The Streamlit component with levers and their answer; its front end does the rest."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import streamlit as st

FIRST_WORDS = ("sim_loading", "sim_failed")
"""The labels the front end needs before it has the answer that carries the rest."""


@lru_cache(maxsize=1)
def _component() -> Any:  # noqa: ANN401 - Streamlit's renderer has no public type
    # Not isolated: Plotly's own style rules would not reach into a shadow root.
    return st.components.v2.component(
        "framtid.simulator",
        js="simulator/index.js",
        css="simulator/simulator.css",
        isolate_styles=False,
    )


def simulator(
    place: str,
    *,
    answers: Mapping[str, str],
    pages: Mapping[str, str],
    words: Mapping[str, str],
    key: str,
) -> None:
    """Show the levers of a place; only addresses travel, the browser fetches the rest.

    ``answers`` are addresses: ``choices`` of what one can choose, ``choice`` of a place along a
    path, ``ways`` of what reaches a goal (with ``{code}``, ``{path}`` and ``{goal}`` where these
    go), ``places`` of every place and ``plotly`` of the bundle. ``pages`` are the addresses of the
    pages it leads on to, with the same names in them and ``{lever}``; ``words`` are the labels in
    ``FIRST_WORDS``.
    """
    _component()(
        key=key,
        data={
            "place": place,
            **answers,
            "pages": dict(pages),
            "words": {word: words[word] for word in FIRST_WORDS},
        },
    )
