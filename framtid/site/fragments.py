"""Pieces of HTML on the app's pages, rendered from the same templates as the plain ones."""

from typing import Any

import streamlit as st

from framtid.web.templates import environment


def written(template: str, **values: Any) -> str:  # noqa: ANN401
    """Return a template as HTML."""
    return environment().get_template(template).render(**values)


def show(template: str, **values: Any) -> None:  # noqa: ANN401
    """Write a template where the page has come to."""
    st.html(written(template, **values))
