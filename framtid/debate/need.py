"""Need before solution: a draft need statement for a purchase in dialogue with the market."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated

import msgspec
from msgspec import Meta

from framtid.consequences.parameters import Reference, references
from framtid.consequences.similar import similar
from framtid.debate.draft import Draft, DraftPart
from framtid.debate.markup import Block, Run, blocks
from framtid.debate.need_figures import need_figures, sami_source, worth
from framtid.folders import PARAMETERS
from framtid.language import Language
from framtid.parameter_files import read_as
from framtid.pathways import descriptions
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_told import causes_answer
from framtid.pathways.effects import Effect
from framtid.pathways.levers import HIGHEST, lever, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.pathways.projects import chosen
from framtid.pathways.projects_told import DescribedProject, described
from framtid.places import Level, Place, places
from framtid.stories import prose
from framtid.stories.path_report import TITLE

FILE = PARAMETERS / "needs.yml"
TRIED = 5
"""Projects that are named."""
NEAR = 6
"""Similar municipalities that are named."""


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A need; the file explains each field, its words stand at ``needs.list.<id>``."""

    nodes: Annotated[tuple[str, ...], Meta(min_length=1)]
    area: str
    lever: str
    level: Annotated[int, Meta(ge=1, le=HIGHEST)]

    def __post_init__(self) -> None:
        """Refuse a node that nobody counts, an area and a lever that there is none of."""
        nodes = causal_map().nodes
        for name in self.nodes:
            if name not in nodes or nodes[name].measure is None:
                message = f"{name!r} is no node that is counted place by place"
                raise ValueError(message)
        if self.area not in nodes or nodes[self.area].kind != "area":
            message = f"{self.area!r} is no area of innovation"
            raise ValueError(message)
        if self.lever not in levers():
            message = f"no lever is called {self.lever!r}"
            raise ValueError(message)


@lru_cache(maxsize=1)
def needs() -> Mapping[str, Need]:
    """Return every need by id, in the order of the file.

    Raises:
        msgspec.ValidationError: an entry is not as a need must be; the message says where.

    """
    return read_as(FILE, dict[str, Need])


def near(place: Place) -> dict[str, list[str]]:
    """Return who could take part: the rest of the region, and those that are alike."""
    if place.level is not Level.MUNICIPALITY:
        return {"region": [], "similar": []}
    members = places().region_of(place).members
    return {
        "region": [places().get(code).short for code in members if code != place.code],
        "similar": [each.place.short for each in similar(place, count=NEAR)],
    }


def _tried(place: Place, area: str, language: Language) -> list[DescribedProject]:
    """Return projects of an area: the place's own and the whole country's before others'."""
    every = chosen(place, area) | chosen(places().nation, area)
    return [described(*each, language) for each in list(every.items())[:TRIED]]


def _sources(need: Need) -> list[Reference]:
    """Return what a need's figures, and what its lever does, are known from; each once."""
    nodes = causal_map().nodes
    every = [*(references()[nodes[name].source] for name in need.nodes), lever(need.lever).source]
    return list({each.id: each for each in every}.values())


def statement(name: str, place: Place, language: Language, own: str = "") -> Draft:
    """Write the need statement of a place.

    Args:
        name: which need.
        place: whose.
        language: whose words.
        own: what a reader wrote, told as it stands and never read as Markdown.

    """
    need, outlook = needs()[name], outlook_of(place.code)
    answer = causes_answer(place.code, language.code)
    effect = Effect(need.level, outlook.along(Pathway.of({need.lever: need.level})))
    words = descriptions.lever(lever(need.lever), language)
    level = next(each for each in words.levels if each.level == need.level)
    values = {
        "inside": language.inside(place),
        "need": language.entry(f"needs.list.{name}"),
        "alone": place.level is Level.NATION,
        "sources": _sources(need) + sami_source(outlook),
        "sami": bool(sami_source(outlook)),
        "figures": list(need_figures(need.nodes, answer, outlook, language)),
        "projects": _tried(place, need.area, language),
        "lever": {"title": words.title, "words": level.words},
        **worth(effect),
        **near(place),
    }
    written = prose.read(language.prose("need"))
    told = {part: written.fill(part, language, **values) for part in written.parts}
    title, lead = told.pop(TITLE)
    parts = [DraftPart(id_, head, blocks(text)) for id_, (head, text) in told.items()]
    if own:
        said = Block("paragraph", (Run(own),))
        parts.insert(0, DraftPart("egne-ord", language.say("needs.page.own_heading"), (said,)))
    return Draft(language.say("needs.page.mark"), title, lead, tuple(parts))
