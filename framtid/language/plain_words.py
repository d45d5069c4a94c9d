"""Plain words (klarspråk): the phrases that a language's texts avoid, found in a text."""

import re
from collections.abc import Iterator

from framtid.language.texts import Language

AROUND = 60
"""Letters that are shown on each side of a phrase."""


def avoided(text: str, language: Language) -> Iterator[str]:
    """Yield each place where a text says what ``avoid.yml`` of the language lists."""
    for pattern in language.entry("avoid.phrases"):
        if match := re.search(pattern, text, re.IGNORECASE):
            yield text[max(0, match.start() - AROUND) : match.end() + AROUND]
