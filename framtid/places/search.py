"""A search that forgives: accents, foreign keyboards, other languages' names and slips."""

import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import lru_cache

from framtid.places.model import Level, Place
from framtid.places.registry import places

LONGEST_QUERY = 60
ALIKE = 0.75
"""Least likeness of a query with a slip in it."""
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t"})
"""Letters that Unicode does not take apart."""
RANK = {Level.MUNICIPALITY: 0, Level.NATION: 1, Level.REGION: 2, Level.COUNTY: 3}


def fold(text: str) -> str:
    """Reduce text to plain lower-case letters, digits and single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    kept = "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    )
    return re.sub("oe+", "o", re.sub("aa+", "a", " ".join(kept.split())))


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[Place, tuple[str, ...]], ...]:
    known = places()
    return tuple(
        (
            place,
            tuple(
                {
                    fold(name): None
                    for name in (
                        place.short,
                        place.name,
                        place.label,
                        *place.name.split(" – "),
                        place.code,
                        *known.other_names.get(place.code, ()),
                    )
                    if name
                }
            ),
        )
        for place in known.by_code.values()
    )


def _score(query: str, names: tuple[str, ...]) -> float:
    """Return 0 for the same name, 1 a beginning, 2 a word's beginning, 3 inside, above 3 a slip."""
    best = 9.0
    for name in names:
        if name == query:
            return 0.0
        if name.startswith(query):
            best = min(best, 1.0)
        elif f" {query}" in name:
            best = min(best, 2.0)
        elif query in name and not query.isdigit():
            best = min(best, 3.0)
    if best < 9 or len(query) < 3 or query.isdigit():
        return best
    closest = _likeness(query, names)
    return 4.0 - closest if closest >= ALIKE else best


def _likeness(query: str, names: tuple[str, ...]) -> float:
    """Return how alike a query and the closest name or its beginning are; 0 below ALIKE."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(query)
    closest = 0.0
    for name in names:
        for part in (name, name[: len(query) + 1]):
            matcher.set_seq1(part)
            # The quick ratios are upper bounds, and rule out nearly every name.
            if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= max(ALIKE, closest):
                closest = max(closest, matcher.ratio())
    return closest if closest >= ALIKE else 0.0


def search(
    query: str, limit: int = 8, levels: Collection[Level] | None = None
) -> tuple[Place, ...]:
    """Return the places that ``query`` may mean, best first; none for an empty query."""
    typed = query[:LONGEST_QUERY].strip().casefold()
    folded = fold(typed).removesuffix(" kommune").removesuffix(" fylke")
    if not folded:
        return ()
    scored = (
        (
            _score(folded, names),
            RANK[place.level],
            not place.short.casefold().startswith(typed),
            place.short,
            place,
        )
        for place, names in _names()
        if levels is None or place.level in levels
    )
    found = sorted((item for item in scored if item[0] < 9), key=lambda item: item[:4])
    return tuple(item[4] for item in found[:limit])
