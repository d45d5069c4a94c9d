"""Public innovation projects: who, where, how far, and what on the causal map each answers to."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

from framtid.answers import Text
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_as
from framtid.pathways.causes import Kind, causal_map
from framtid.places import Level, Place, places

FILE = PARAMETERS / "projects.yml"
Stage = Literal["planned", "trial", "spreading", "used", "ended"]
STAGES: tuple[Stage, ...] = get_args(Stage)


class Project(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One project; the file explains each field, its words stand at ``projects.list.<id>``."""

    area: str
    answers: Annotated[tuple[str, ...], Meta(min_length=1)]
    places: Annotated[tuple[str, ...], Meta(min_length=1)]
    stage: Stage
    publisher: Text
    link: Annotated[str, Meta(pattern="^https://")]
    meets: tuple[str, ...] = ()
    year: Annotated[int, Meta(ge=1990, le=2100)] | None = None

    def __post_init__(self) -> None:
        """Refuse a node or a place that there is none of."""
        _of_kind((self.area,), "area")
        _of_kind(self.answers, "challenge", "development")
        _of_kind(self.meets, "barrier")
        unknown = set(self.places) - places().by_code.keys()
        if unknown:
            message = f"no place has the code {min(unknown)!r}"
            raise ValueError(message)

    @property
    def nodes(self) -> tuple[str, ...]:
        """Every node of the causal map that it touches."""
        return (self.area, *self.answers, *self.meets)

    def everywhere(self) -> bool:
        """Return whether it is the whole country's."""
        return places().nation.code in self.places

    def concerns(self, place: Place) -> bool:
        """Return whether it is the whole country's, or in a municipality that the place has."""
        if place.level is Level.NATION or self.everywhere():
            return True
        members = {each for code in self.places for each in places().get(code).members}
        return bool(members & set(place.members))


def _of_kind(names: tuple[str, ...], *kinds: Kind) -> None:
    nodes = causal_map().nodes
    for name in names:
        if name not in nodes or nodes[name].kind not in kinds:
            message = f"{name!r} is no {' or '.join(kinds)} of the causal map"
            raise ValueError(message)


@lru_cache(maxsize=1)
def projects() -> Mapping[str, Project]:
    """Return every project by id, in the order of the file.

    Raises:
        msgspec.ValidationError: an entry is not as a project must be; the message says where.

    """
    return read_as(FILE, dict[str, Project])


def near_by(place: Place, area: str = "", stage: str = "") -> dict[str, dict[str, Project]]:
    """Return a place's projects, then those of the rest of its region, then the whole country's.

    Without a place of its own, the nation's are all the country's.
    """
    own = chosen(place, area, stage)
    if place.level is Level.NATION:
        return {"country": own}
    region = places().region_of(place) if place.level is Level.MUNICIPALITY else place
    around = chosen(region, area, stage)
    here = {name: each for name, each in own.items() if not each.everywhere()}
    return {
        "here": here,
        "region": {
            name: each
            for name, each in around.items()
            if name not in here and not each.everywhere()
        },
        "country": {name: each for name, each in own.items() if each.everywhere()},
    }


def chosen(place: Place, area: str = "", stage: str = "") -> dict[str, Project]:
    """Return the projects of a place, an area and a stage, its own before the whole country's.

    An empty area or stage is all of them.
    """
    fitting = {
        name: each
        for name, each in projects().items()
        if each.concerns(place) and area in {"", each.area} and stage in {"", each.stage}
    }
    return dict(sorted(fitting.items(), key=lambda pair: pair[1].everywhere()))
