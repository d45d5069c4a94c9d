"""Dates in words."""

from datetime import date

from framtid.language.texts import Language


def day(iso: str, language: Language) -> str:
    """Write an ISO date in words, "1. januar 2026"."""
    written = date.fromisoformat(iso)
    month = language.entry("dates.months")[written.month - 1]
    return language.say("dates.day", day=written.day, month=month, year=written.year)
