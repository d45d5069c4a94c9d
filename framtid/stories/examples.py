"""Municipalities that have begun: a figure with its source, picked by nearness and likeness."""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

import msgspec
from msgspec import UNSET

from framtid.consequences.parameters import references
from framtid.consequences.similar import distances
from framtid.folders import PARAMETERS
from framtid.language import Language
from framtid.language.quoted import foreign
from framtid.parameter_files import read_yaml
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import Level, places
from framtid.stories.kinds import Example, ExampleSource
from framtid.stories.prose import html

FILE = PARAMETERS / "examples.yml"
ALIKE = "size"
"""By what an example is to be like a place, of ``data/similar.yml``: people and centrality."""
FAR = 0.1
"""What a degree of latitude between two places counts for, in standard deviations of likeness."""
MOST = 45
"""How many municipalities one example is told to, where there are enough to choose from."""


class Begun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A municipality that has begun; its words stand at ``examples.<id>``."""

    place: str
    """The code that it has today."""
    lever: str
    year: int
    """The year of the result, as the file explains it."""
    sources: list[str]
    worked: bool = False
    """Whether what was found is that it worked, for those who were part of it."""


@lru_cache(maxsize=1)
def examples() -> Mapping[str, Begun]:
    """Return every example by its id."""
    raw = read_yaml(FILE)
    return msgspec.convert(raw, dict[str, Begun])


@lru_cache(maxsize=64)
def _allotted(names: tuple[str, ...]) -> Mapping[str, str]:
    """Return which of some examples each municipality is told of, by its code.

    Those most like each other are paired first. Where there is room for it no example is told
    to more than ``MOST``: the place after that is told of the next nearest.
    """
    here, index, apart = places().municipalities, places().index, distances(ALIKE)
    most = MOST if len(names) * MOST >= 2 * len(here) else len(here)
    there = {name: places().get(examples()[name].place) for name in names}
    pairs = sorted(
        (float(apart[index[one.code]][index[far.code]]) + FAR * one.degrees_from(far), one.code, of)
        for of, far in there.items()
        for one in here
        if one.code != far.code
    )
    found: dict[str, str] = {}
    told: Counter[str] = Counter()
    for _, code, name in pairs:
        if code not in found and told[name] < most:
            found[code] = name
            told[name] += 1
    return found


def _fitting(levers: Collection[str], own: str) -> tuple[str, ...]:
    """Return the examples to pick from: about the levers, and of what worked, where others are."""

    def of_others(names: list[str]) -> bool:
        return any(examples()[name].place != own for name in names)

    about = [name for name, one in examples().items() if one.lever in levers]
    about = about if of_others(about) else list(examples())
    worked = [name for name in about if examples()[name].worked]
    return tuple(worked if of_others(worked) else about)


def likest(outlook: Outlook, levers: Collection[str] = ()) -> str:
    """Return the id of an example near and like a place, and not the place itself.

    One that worked comes before others. For what is larger than a municipality it is the first.

    Args:
        outlook: of the place.
        levers: those that an example should be about, where there is one.

    """
    own = outlook.place
    fitting = _fitting(levers, own.code)
    return _allotted(fitting)[own.code] if own.level is Level.MUNICIPALITY else fitting[0]


def example(outlook: Outlook, language: Language, pathway: Pathway | None = None) -> Example:
    """Return the example for a place, in words; of what a pathway pulls where there is one."""
    pulled = {lever for lever, level in pathway.levels if level > 0} if pathway else set()
    name = likest(outlook, pulled)
    begun = examples()[name]
    other = outlook_of(begun.place)
    values = {
        "name": language.name(other.place),
        "mine": language.name(outlook.place),
        "own": outlook.place.level is Level.MUNICIPALITY,
        "chosen": begun.lever in pulled,
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
            ExampleSource(
                label=f"{one.publisher} ({one.year}): {one.title}",
                link=one.link,
                tongue=foreign(one.tongue, language.code) or UNSET,
            )
            for one in cited
        ],
    )
