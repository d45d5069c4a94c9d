"""The site's own words in the reader's language."""

from framtid.errors import FramtidError
from framtid.language import Language, language

LANGUAGE = "nb"
"""Bokmål until nynorsk and English are complete."""


def reader_language() -> Language:
    """Return the language the site speaks."""
    return language(LANGUAGE)


def say(key: str, /, **values: object) -> str:
    """Return one of the site's texts (``site.yml``)."""
    return reader_language().say(f"site.{key}", **values)


def sentence(error: FramtidError) -> str:
    """Return what went wrong, as a sentence for a reader."""
    return reader_language().say(f"errors.{error.key}", **error.values)
