"""Every story in a list: what it is called for a place, and where it is read."""

from framtid import addresses
from framtid.answers import Id, Model
from framtid.language import Language
from framtid.stories.story import stories
from framtid.stories.tell import headline


class Listed(Model, frozen=True):
    """A story in a list."""

    id: str
    title: str
    description: str
    language: Id
    """What it is told in: bokmål where it is not translated."""
    address: str
    """Where it is read."""
    document: str
    """Where it is told as data; ``{code}`` and ``{path}`` stand for a place and a pathway."""


class Stories(Model, frozen=True):
    """The answer of ``stories.json``."""

    edition: str
    stories: list[Listed]


def listed(code: str | None, language: Language) -> list[Listed]:
    """Return every story, the main one first, for a place where one is given."""
    names = sorted(stories(), key=lambda name: (name != addresses.DEFAULT_STORY, name))
    return [_listed(name, code, language) for name in names]


def _listed(name: str, code: str | None, language: Language) -> Listed:
    title, description = headline(name, code or "0", language)
    return Listed(
        id=name,
        title=title,
        description=description,
        language=stories()[name].spoken(language.code),
        address=addresses.story(name, code),
        document=addresses.story_template(name),
    )
