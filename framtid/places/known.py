"""What every place may be called, and how well a query fits it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import permutations
from typing import Literal

from framtid.places.model import Level, Place
from framtid.places.registry import Places, places
from framtid.places.spelling import fold
from framtid.statistics.keeping import kept

ALIKE = 0.75
"""Least likeness of a query with a slip in it."""
BEFORE = 0.5
"""How much further down a name of old stands than the same name of today."""
BEGUN = 2.0
"""A name, or a word of it, that is the same or begins so."""
NO_MATCH = 9.0
RANK = {Level.MUNICIPALITY: 0, Level.NATION: 1, Level.REGION: 2, Level.COUNTY: 3}


@dataclass(frozen=True, slots=True)
class Lead:
    """Another name than a place's own, by which a search found it."""

    kind: Literal["former", "within"]
    """What it was before, or what lies in it."""
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a place may be called, folded."""

    place: Place
    now: tuple[str, ...]
    others: dict[str, Lead]
    """Names and codes of old, and names of what lies in it, each with what it says of the place."""

    def score(self, query: str) -> float:
        """Return how well a query fits, 0 the best; today's own names go before all others."""
        others = min((self._other(query, name) for name in self.others), default=NO_MATCH)
        return min(_score(query, self.now), others + BEFORE)

    def _other(self, query: str, name: str) -> float:
        """Return how well a query fits another name; what lies in a place must be spelt right."""
        found = _score(query, (name,))
        return found if self.others[name].kind == "former" or found <= BEGUN else NO_MATCH

    def lead(self, query: str) -> Lead | None:
        """Return the other name that a query means, or None when it means one of its own."""
        ways = {other: self._other(query, other) for other in self.others}
        best = min(ways, key=ways.__getitem__, default="")
        if not best or _score(query, self.now) <= ways[best] + BEFORE:
            return None
        return self.others[best] if self.others[best].name else None


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(name) for name in names if name))


def _in_any_order(name: str) -> tuple[str, ...]:
    """Return each part of a name in several languages, and all of them in every order."""
    parts = name.split(" – ")
    return (*parts, *map(" ".join, permutations(parts)))


def _others(code: str, known: Places) -> dict[str, Lead]:
    """Return what else leads to a place: what lies in it, and what it was before."""
    towns = {fold(name): Lead("within", name) for name in known.settlements.get(code, ())}
    before = {
        fold(key): Lead("former", old.name)
        for old in known.before.get(code, ())
        for key in (old.code, old.name)
        if key
    }
    of_old = {fold(name): Lead("former", name) for name in known.of_old.get(code, ())}
    return towns | of_old | before


@kept(maxsize=1)
def names_known() -> dict[str, Known]:
    """Return what each place may be called, by its code."""
    known = places()
    return {
        code: Known(
            place,
            _folded(
                (
                    place.short,
                    place.name,
                    place.label,
                    *_in_any_order(place.name),
                    code,
                    *known.other_names.get(code, ()),
                    *known.in_use.get(code, ()),
                )
            ),
            _others(code, known),
        )
        for code, place in known.by_code.items()
    }


def _score(query: str, names: tuple[str, ...]) -> float:
    """Return 0 for the same name, 1 a beginning, 2 a word's beginning, 3 inside, above 3 a slip."""
    best = NO_MATCH
    for name in names:
        if name == query:
            return 0.0
        if name.startswith(query):
            best = min(best, 1.0)
        elif f" {query}" in name:
            best = min(best, 2.0)
        elif query in name and not query.isdigit():
            best = min(best, 3.0)
    if best < NO_MATCH or len(query) < 3 or query.isdigit():
        return best
    closest = _likeness(query, names)
    return 4.0 - closest if closest >= ALIKE else best


def _likeness(query: str, names: tuple[str, ...]) -> float:
    """Return how alike a query and the closest name or its beginning are; 0 below ALIKE."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(query)
    closest = 0.0
    for name in names:
        for part in {name, name[: len(query) + 1]}:
            matcher.set_seq1(part)
            least = max(ALIKE, closest)
            # The quick ratios are upper bounds, and rule out nearly every name.
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                closest = max(closest, matcher.ratio())
    return closest if closest >= ALIKE else 0.0


def bearing(name: str) -> list[Place]:
    """Return the places that bear, or bore, exactly a name."""
    known = names_known().values()
    return [one.place for one in known if name and (name in one.now or name in one.others)]


def nearest_to_people(found: Collection[Place]) -> tuple[Place, ...]:
    """Return those of the kind that is nearest to people."""
    nearest = min((RANK[place.level] for place in found), default=None)
    return tuple(place for place in found if RANK[place.level] == nearest)
