"""Municipalities that have begun: a real result with its source, picked for likeness to a place."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from framtid.consequences.parameters import references
from framtid.consequences.similar import distances
from framtid.folders import PARAMETERS
from framtid.language import Language
from framtid.parameter_files import read_yaml
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.places import Level, places
from framtid.stories.kinds import Example, ExampleSource
from framtid.stories.prose import html

FILE = PARAMETERS / "examples.yml"
ALIKE = "size"
"""By what an example is to be like a place, of ``data/similar.yml``: people and centrality."""


class Begun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A municipality that has begun; its words stand at ``examples.<id>``."""

    place: str
    """The code that it has today."""
    lever: str
    year: int
    """The year of the result."""
    sources: list[str]


@lru_cache(maxsize=1)
def examples() -> Mapping[str, Begun]:
    """Return every example by its id."""
    raw = read_yaml(FILE)
    return msgspec.convert(raw, dict[str, Begun])


def likest(outlook: Outlook) -> str:
    """Return the id of the example that is most like a place, and not the place itself.

    For what is larger than a municipality it is the first.
    """
    if outlook.place.level is not Level.MUNICIPALITY:
        return next(iter(examples()))
    index, own = places().index, outlook.place.code
    others = {name: index[one.place] for name, one in examples().items() if one.place != own}
    apart = distances(ALIKE)[index[own]]
    return min(others, key=lambda name: float(apart[others[name]]))


def example(outlook: Outlook, language: Language) -> Example:
    """Return the example for a place, in words."""
    name = likest(outlook)
    begun = examples()[name]
    other = outlook_of(begun.place)
    values = {
        "name": language.name(other.place),
        "mine": language.name(outlook.place),
        "own": outlook.place.level is Level.MUNICIPALITY,
        "people": other.people(other.base_year),
        "year": begun.year,
    }
    cited = (references()[source] for source in begun.sources)
    return Example(
        place=language.name(other.place),
        heading=language.say(f"examples.{name}.title", **values),
        html=html(language.say(f"examples.{name}.text", **values)),
        why=language.say("examples.why", **values),
        sources=[
            ExampleSource(label=f"{one.publisher} ({one.year}): {one.title}", link=one.link)
            for one in cited
        ],
    )
