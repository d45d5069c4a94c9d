"""Every story in a list: what it is called for a place, and where it is read."""

from typing import TypedDict

from framtid import addresses
from framtid.language import Language
from framtid.stories.story import stories
from framtid.stories.tell import headline


class Listed(TypedDict):
    """A story in a list."""

    id: str
    title: str
    description: str
    address: str
    """Where it is read."""
    document: str
    """Where it is told as data; ``{code}`` and ``{path}`` stand for a place and a pathway."""


def listed(code: str | None, language: Language) -> list[Listed]:
    """Return every story, the main one first, for a place where one is given."""
    names = sorted(stories(), key=lambda name: (name != addresses.DEFAULT_STORY, name))
    return [_listed(name, code, language) for name in names]


def _listed(name: str, code: str | None, language: Language) -> Listed:
    title, description = headline(name, code or "0", language)
    return {
        "id": name,
        "title": title,
        "description": description,
        "address": addresses.story(name, code),
        "document": addresses.story_template(name),
    }
