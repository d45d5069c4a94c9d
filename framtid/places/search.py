"""A search that forgives: accents, foreign keyboards, other languages' and old names, slips."""

from collections.abc import Collection, Sequence

from framtid.places.kinds import numbered, of_kind
from framtid.places.known import (
    BEFORE,
    NO_MATCH,
    RANK,
    Lead,
    bearing,
    names_known,
    nearest_to_people,
)
from framtid.places.model import Level, Place
from framtid.places.registry import places
from framtid.places.spelling import LONGEST_QUERY, Asked, asked, bare, each, fold, shortened


def _by_code(wanted: Asked) -> tuple[Place, ...]:
    """Return what a code stands for, today or before; a name beside it has the last word.

    What is beside a name may be a year, and some years are codes.
    """
    if not wanted.code:
        return ()
    found = places().today(wanted.code)
    beside = bearing(wanted.own)
    if beside and not set(beside) & set(found):
        return nearest_to_people(beside)
    return found


def _by_names(parts: tuple[str, ...]) -> tuple[Place, ...]:
    """Return the places that bear each of some names, in whatever order they stand."""
    known = names_known().values()
    return nearest_to_people([one.place for one in known if parts and set(parts) <= set(one.now)])


def _lies_in(place: Place, inside: str) -> bool:
    """Whether a place is, or lies in, what is said: a county of today or of before, a region.

    Registers shorten the county's name: "Nes (Ak.)", "Herøy (M. og R.)"; and what is a town or
    a district to some stands with its municipality: "Åsane, Bergen".
    """
    if not inside or place.level is not Level.MUNICIPALITY:
        return False
    around = (names_known()[one.code] for one in (place, *places().parents(place)))
    return any(shortened(inside, name) for known in around for name in (*known.now, *known.others))


def _of_kind(query: str) -> tuple[Place, ...]:
    """Return what a name or a number with the word for its kind means: "Osloregionen"."""
    folded = fold(query[:LONGEST_QUERY])
    if number := numbered(folded):
        return places().today(number.code)
    if bearing(folded):
        return ()
    meant = (_at(kind.level, bearing(name)) for kind in of_kind(folded) for name in kind.names)
    return next(filter(None, meant), ())


def _at(level: Level, named: Sequence[Place]) -> tuple[Place, ...]:
    """Return those of one level among places of a name, with the regions that others lie in.

    A region is mostly called by the largest of its municipalities, but each of them may name it.
    """
    own = [place for place in named if place.level is level]
    if level is Level.REGION:
        own += [places().region_of(place) for place in named if place.region]
    return tuple(dict.fromkeys(own))


def _within(own: str, inside: str) -> tuple[Place, ...]:
    """Return the municipalities that bear, or bore, a name and lie where it is said."""
    return tuple(place for place in bearing(own) if _lies_in(place, inside))


def _side_by_side(name: str) -> tuple[Place, ...]:
    """Return what two names with nothing between them mean: "Våler Hedmark"."""
    words = name.split()
    ways = ((bare(" ".join(words[:cut])), " ".join(words[cut:])) for cut in range(1, len(words)))
    return next(filter(None, (_within(*way) for way in ways)), ())


def _initialled(name: str) -> tuple[Place, ...]:
    """Return the municipalities whose first word is written as a letter: "V. Toten"."""
    first, *others = name.split()
    if len(first) > 1 or not first.isalpha() or not others:
        return ()
    known = (one for one in names_known().values() if one.place.level is Level.MUNICIPALITY)
    return tuple(one.place for one in known if any(shortened(name, now) for now in one.now))


def _meant(query: str, wanted: Asked) -> tuple[Place, ...]:
    """Return what a kind, a code, several names, or what a name lies in say for certain."""
    said = (
        _of_kind(query)
        or _by_code(wanted)
        or _by_names(wanted.parts)
        or _within(wanted.own, wanted.inside)
    )
    if said or not wanted.name or wanted.code or wanted.inside or bearing(wanted.name):
        return said
    return _side_by_side(wanted.name) or _initialled(wanted.name)


def _loosely(query: str, wanted: Asked) -> tuple[Place, ...]:
    """Return what a query may mean that as a whole means nothing.

    A name in a district that is no place of ours ("Våler i Solør") is any that bears it, and of
    names in a row each is meant, as far as it is known.
    """
    if wanted.own and not bearing(wanted.inside):
        return nearest_to_people(bearing(wanted.own))
    named = (place for name in each(query) for place in nearest_to_people(bearing(name)))
    return tuple(dict.fromkeys(named))


def search(
    query: str, limit: int = 8, levels: Collection[Level] | None = None
) -> tuple[Place, ...]:
    """Return the places that ``query`` may mean, best first; none for an empty query."""
    wanted, typed = asked(query), query.strip().casefold()
    if not wanted.name:
        return ()
    certain = [one for one in _meant(query, wanted) if levels is None or one.level in levels]
    if certain or numbered(fold(query[:LONGEST_QUERY])):
        return tuple(certain[:limit])
    scored = (
        (
            known.score(wanted.name),
            RANK[known.place.level],
            not known.place.short.casefold().startswith(typed),
            known.place.short,
            known.place,
        )
        for known in names_known().values()
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
    found = names_known()[place.code].lead(query)
    return found is not None and found.kind == "within"


def called(name: str) -> tuple[Place, ...]:
    """Return the places that bear exactly a name, or bore it: several where it is not certain.

    Of places of several kinds with the same name only the nearest to people are meant: "Oslo" is
    the municipality.
    """
    wanted = asked(name)
    certain = _meant(name, wanted)
    if certain or numbered(fold(name[:LONGEST_QUERY])):
        return certain
    return nearest_to_people(bearing(wanted.name))


def lead(place: Place, query: str) -> Lead | None:
    """Return the other name by which a query found a place: "Skedsmo" for Lillestrøm."""
    wanted = asked(query)
    return names_known()[place.code].lead(wanted.code or wanted.own or wanted.name)
