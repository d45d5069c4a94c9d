"""Municipalities that have begun: a real result with its source, picked for likeness to a place."""

from collections.abc import Mapping
from functools import lru_cache
from math import log

import msgspec
import yaml

from framtid.consequences.parameters import references
from framtid.folders import PARAMETERS
from framtid.language import Language
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.places import Level
from framtid.stories.kinds import Example, ExampleSource
from framtid.stories.prose import html

FILE = PARAMETERS / "examples.yml"
CENTRAL = 0.35
"""How much a step of SSB's centrality weighs beside a doubling of the population."""


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
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return msgspec.convert(raw, dict[str, Begun])


def _apart(outlook: Outlook, begun: Begun) -> float:
    """Return how unlike a place and an example's are, in doublings of the population."""
    other = outlook_of(begun.place)
    now = outlook.base_year
    size = abs(log(outlook.people(now) / other.people(now), 2))
    centrality = outlook.place.centrality, other.place.centrality
    if None in centrality:
        return size
    return size + CENTRAL * abs((centrality[0] or 0) - (centrality[1] or 0))


def likest(outlook: Outlook) -> str:
    """Return the id of the example that is most like a place, and not the place itself.

    For what is larger than a municipality it is the first.
    """
    if outlook.place.level is not Level.MUNICIPALITY:
        return next(iter(examples()))
    others = {name: one for name, one in examples().items() if one.place != outlook.place.code}
    return min(others, key=lambda name: _apart(outlook, others[name]))


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
