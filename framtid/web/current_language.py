"""The site's own words in the reader's language."""

from datetime import date

from framtid.errors import FramtidError
from framtid.language import Language, language_of
from framtid.statistics.snapshot import snapshot

LANGUAGE = "nb"
"""Bokmål until nynorsk and English are complete."""


def reader_language() -> Language:
    """Return the language the site speaks."""
    return language_of(LANGUAGE)


def say(key: str, /, **values: object) -> str:
    """Return one of the site's texts (``site.yml``)."""
    return reader_language().say(f"site.{key}", **values)


def day(iso: str) -> str:
    """Write an ISO date in words, "1. januar 2026"."""
    told, language = date.fromisoformat(iso), reader_language()
    month = language.entry("dates.months")[told.month - 1]
    return language.say("dates.day", day=told.day, month=month, year=told.year)


def sentence(error: FramtidError) -> str:
    """Return what went wrong, as a sentence for a reader."""
    return reader_language().say(f"errors.{error.key}", **error.values)


def edition_line() -> str:
    """Return the date of the figures in force and their edition, as every page says it."""
    figures = snapshot()
    return say("footer.edition", edition=figures.edition, date=day(figures.catalogue.updated))
