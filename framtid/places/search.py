"""A search that forgives: accents, foreign keyboards, other languages' and old names, slips."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from framtid.places.model import Level, Place
from framtid.places.registry import Places, places
from framtid.places.spelling import Asked, asked, each, fold, shortened
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
class _Known:
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


def _others(code: str, known: Places) -> dict[str, Lead]:
    """Return what else leads to a place: what lies in it, and what it was before."""
    towns = {fold(name): Lead("within", name) for name in known.settlements.get(code, ())}
    before = {
        fold(key): Lead("former", old.name)
        for old in known.before.get(code, ())
        for key in (old.code, old.name)
        if key
    }
    return towns | before


@kept(maxsize=1)
def _names() -> dict[str, _Known]:
    known = places()
    return {
        code: _Known(
            place,
            _folded(
                (
                    place.short,
                    place.name,
                    place.label,
                    *place.name.split(" – "),
                    code,
                    *known.other_names.get(code, ()),
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
        for part in (name, name[: len(query) + 1]):
            matcher.set_seq1(part)
            # The quick ratios are upper bounds, and rule out nearly every name.
            if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= max(ALIKE, closest):
                closest = max(closest, matcher.ratio())
    return closest if closest >= ALIKE else 0.0


def _bearing(name: str) -> list[Place]:
    """Return the places that bear, or bore, exactly a name."""
    known = _names().values()
    return [one.place for one in known if name and (name in one.now or name in one.others)]


def _by_code(wanted: Asked) -> tuple[Place, ...]:
    """Return what a code stands for, today or before; a name beside it has the last word.

    What is beside a name may be a year, and some years are codes.
    """
    if not wanted.code:
        return ()
    found = places().today(wanted.code)
    bearing = _bearing(wanted.own)
    if bearing and not set(bearing) & set(found):
        return _nearest(bearing)
    return found


def _by_names(parts: tuple[str, ...]) -> tuple[Place, ...]:
    """Return the places that bear each of some names, in whatever order they stand."""
    known = _names().values()
    return _nearest([one.place for one in known if parts and set(parts) <= set(one.now)])


def _nearest(found: Collection[Place]) -> tuple[Place, ...]:
    """Return those of the kind that is nearest to people."""
    nearest = min((RANK[place.level] for place in found), default=None)
    return tuple(place for place in found if RANK[place.level] == nearest)


def _lies_in(place: Place, inside: str) -> bool:
    """Whether a place lies in a county, of today or of before, or in a region.

    Registers shorten the county's name: "Nes (Ak.)", "Herøy (M. og R.)".
    """
    if not inside or place.level is not Level.MUNICIPALITY:
        return False
    around = (_names()[parent.code] for parent in places().parents(place))
    return any(shortened(inside, name) for known in around for name in (*known.now, *known.others))


def _within(wanted: Asked) -> tuple[Place, ...]:
    """Return the municipalities that bear, or bore, a name and lie where it is said."""
    return tuple(place for place in _bearing(wanted.own) if _lies_in(place, wanted.inside))


def _meant(wanted: Asked) -> tuple[Place, ...]:
    """Return what a code, several names, or a name with what it lies in say for certain."""
    return _by_code(wanted) or _by_names(wanted.parts) or _within(wanted)


def _loosely(query: str, wanted: Asked) -> tuple[Place, ...]:
    """Return what a query may mean that as a whole means nothing.

    A name in a district that is no place of ours ("Våler i Solør") is any that bears it, and of
    names in a row each is meant, as far as it is known.
    """
    if wanted.own and not _bearing(wanted.inside):
        return _nearest(_bearing(wanted.own))
    named = (place for name in each(query) for place in _nearest(_bearing(name)))
    return tuple(dict.fromkeys(named))


def search(
    query: str, limit: int = 8, levels: Collection[Level] | None = None
) -> tuple[Place, ...]:
    """Return the places that ``query`` may mean, best first; none for an empty query."""
    wanted, typed = asked(query), query.strip().casefold()
    if not wanted.name:
        return ()
    certain = [one for one in _meant(wanted) if levels is None or one.level in levels]
    if certain:
        return tuple(certain[:limit])
    scored = (
        (
            known.score(wanted.name),
            RANK[known.place.level],
            not known.place.short.casefold().startswith(typed),
            known.place.short,
            known.place,
        )
        for known in _names().values()
        if levels is None or known.place.level in levels
    )
    found = sorted((item for item in scored if item[0] < NO_MATCH), key=lambda item: item[:4])
    if found and not found[0][0]:
        # Who names a place means no town elsewhere that only begins so.
        found = [item for item in found if item[0] <= BEFORE or not _by_town(item[4], wanted.name)]
    if not found:
        loose = _loosely(query, wanted)
        return tuple(one for one in loose if levels is None or one.level in levels)[:limit]
    return tuple(item[4] for item in found[:limit])


def _by_town(place: Place, query: str) -> bool:
    """Whether only the name of a town in it leads to a place."""
    found = _names()[place.code].lead(query)
    return found is not None and found.kind == "within"


def called(name: str) -> tuple[Place, ...]:
    """Return the places that bear exactly a name, or bore it: several where it is not certain.

    Of places of several kinds with the same name only the nearest to people are meant: "Oslo" is
    the municipality.
    """
    wanted = asked(name)
    if certain := _meant(wanted):
        return certain
    return _nearest(_bearing(wanted.name))


def lead(place: Place, query: str) -> Lead | None:
    """Return the other name by which a query found a place: "Skedsmo" for Lillestrøm."""
    wanted = asked(query)
    return _names()[place.code].lead(wanted.code or wanted.own or wanted.name)
