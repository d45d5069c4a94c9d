"""What a municipality is beside its figures: by the sea or not, its languages, its KOSTRA group."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import numpy as np

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.places import Place, places
from framtid.places.tongues import tongues_in, written_form
from framtid.projection.history import Floats
from framtid.statistics.snapshot import snapshot

INLAND = PARAMETERS / "parameters" / "inland.yml"
GROUPS = PARAMETERS / "parameters" / "kostra_groups.yml"
FETCHED = "kostra_groups"
"""The table that a refresh brings; it counts before the file."""
NYNORSK = "nn"
KVEN = "fkv"


@lru_cache(maxsize=1)
def _inland() -> frozenset[str]:
    """Return the codes of the municipalities that do not touch the sea."""
    return frozenset(code for codes in read_yaml(INLAND).values() for code in codes)


def _each(values: Iterable[bool]) -> Floats:
    return np.array(list(values), dtype=float)


def by_the_sea() -> Floats:
    """Return 1 where a municipality touches the sea, a fjord or the coast, (municipality,)."""
    return _each(place.code not in _inland() for place in places().municipalities)


def nynorsk() -> Floats:
    """Return 1 where the council has chosen nynorsk, (municipality,)."""
    return _each(written_form(place) == NYNORSK for place in places().municipalities)


def _has_sami_name(place: Place) -> bool:
    return bool(set(tongues_in([place.name]).values()) - {KVEN})


def sami() -> Floats:
    """Return 1 where a municipality has an official name in Sámi, (municipality,)."""
    return _each(_has_sami_name(place) for place in places().municipalities)


def groups() -> Mapping[str, str]:
    """Return the KOSTRA group by municipality: as a refresh has brought it, else of the file."""
    if snapshot().has(FETCHED):
        rows = snapshot().table(FETCHED).to_pylist()
        return {row["municipality"]: row["kostra_group"] for row in rows}
    return {code: group for group, codes in read_yaml(GROUPS).items() for code in codes}


def kostra_group() -> Floats:
    """Return a number for the KOSTRA group, NaN where none is known, (municipality,).

    Numbers are names here: they are the same or not, and nothing lies between them.
    """
    known = groups()
    numbers = {group: float(at) for at, group in enumerate(sorted(set(known.values())))}
    of = [known.get(place.code, "") for place in places().municipalities]
    return np.array([numbers.get(group, np.nan) for group in of])


SURROUNDINGS: Mapping[str, Callable[[], Floats]] = {
    "sea": by_the_sea,
    "nynorsk": nynorsk,
    "sami": sami,
    "group": kostra_group,
}
"""What each is called in ``data/similar.yml``."""
