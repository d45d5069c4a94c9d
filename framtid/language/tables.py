"""What the tables of the snapshot are called, and what their numbers are, in a reader's words."""

from dataclasses import dataclass

from framtid.language.texts import Language


@dataclass(frozen=True, slots=True)
class Described:
    """A table as a reader meets it."""

    title: str
    unit: str
    """What its numbers count; empty where nobody has said."""
    note: str
    """What one should know of them; empty where there is nothing."""


def described(name: str, language: Language) -> Described:
    """Return a table in a reader's words; one that nobody has described goes by its name."""
    key = f"tables.{name}"
    told = language.entry(key) if language.has(key) else {}
    return Described(told.get("title", name), told.get("unit", ""), told.get("note", ""))
