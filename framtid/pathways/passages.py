"""Passages in another language than the text around them: titles of sources, Sámi and Kven names.

Files to read mark each with its language here, so that a screen reader speaks it right.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from framtid.consequences.parameters import references
from framtid.language.quoted import foreign
from framtid.places.tongues import tongues
from framtid.statistics.keeping import kept


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text, and its language where that is not the reader's."""

    text: str
    tongue: str | None = None
    """As a tag of BCP 47; ``no`` is either form of Norwegian."""


@kept(maxsize=1)
def _known() -> Mapping[str, str]:
    """Return the language of every title and name that may be quoted."""
    return {each.title: each.tongue for each in references().values()} | tongues()


@kept(maxsize=4)
def _quoted(language: str) -> re.Pattern[str]:
    quoted = [text for text, own in _known().items() if foreign(own, language)]
    longest = map(re.escape, sorted(quoted, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({'|'.join(longest)})(?!\w)")


def passages(text: str, language: str) -> Iterator[Passage]:
    """Yield a text in pieces, each in one language; together they are the text.

    Args:
        text: what is read.
        language: the code of the language it stands in.

    """
    for at, piece in enumerate(_quoted(language).split(text)):
        if piece:
            yield Passage(piece, foreign(_known()[piece], language) if at % 2 else None)


def quoted_in(told: Any, language: str) -> dict[str, str]:  # noqa: ANN401 - whatever is to be set
    """Return every passage of another language in a tree of texts, with its language."""
    match told:
        case str():
            return {each.text: each.tongue for each in passages(told, language) if each.tongue}
        case dict():
            return quoted_in(list(told.values()), language)
        case list() | tuple():
            found = [quoted_in(each, language) for each in told]
            return {text: tongue for each in found for text, tongue in each.items()}
        case _:
            return {}
