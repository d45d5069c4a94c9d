"""What a story's prose may speak of: a place's facts, its paths, and what is known elsewhere."""

from typing import Any

from framtid.consequences.evidence import evidence
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.adding_up import apart
from framtid.pathways.descriptions import path
from framtid.pathways.more_people import why_wider
from framtid.pathways.outlook import Outlook, municipalities
from framtid.pathways.pathway import AS_IT_IS, Pathway, named
from framtid.pathways.shifts import filled
from framtid.places import places
from framtid.projection.evaluation.ssb_editions import edition_of, local, worst_miss
from framtid.stories.lever_facts import LeverFacts
from framtid.stories.path_facts import PathFacts
from framtid.stories.place_facts import Facts, lives
from framtid.stories.reach import reach
from framtid.stories.waiting_facts import Price
from framtid.views.uncertainty import BACK
from framtid.views.young_people import area

KRONER = ("balance_per_inhabitant",)
"""What a path is told with beside today's course, and how far apart they are."""
NAMED = 2
"""More municipalities than this are counted, not named."""


def moved(pathway: Pathway | None, otherwise: str = "lys-vei") -> Pathway:
    """Return the path that was chosen, or a named one where that moves nothing."""
    return named()[otherwise] if pathway is None or pathway.is_default else pathway


def _named_facts(outlook: Outlook, on: Pathway | None, language: Language) -> dict[str, PathFacts]:
    """Return the course, the nation's, and the two named ends of the same levers."""
    light, dark = (outlook.along(named()[name]) for name in ("lys-vei", "mork-vei"))
    page, ends = (outlook.along(on), ()) if on else (None, (light, dark))
    return {
        "country": PathFacts(outlook.nation, language),
        "course": PathFacts(outlook.official, language, page, ends),
        "light": PathFacts(light, language, others=(dark,)),
        "dark": PathFacts(dark, language, others=(light,)),
    }


def _who_grows(outlook: Outlook, language: Language) -> dict[str, list[str]]:
    """Return the names of a region's municipalities that get more hands, and of the others.

    The reader's own comes first; none are named where there are more than ``NAMED``.
    """
    own, region = outlook.place, Facts(outlook.region)
    grow = region.growers()
    still = [places().get(code) for code in region.outlook.place.members]
    found = {"growers": grow, "others": [place for place in still if place not in grow]}
    return {
        name: [language.name(each) for each in sorted(some, key=lambda each: each.code != own.code)]
        if len(some) <= NAMED
        else []
        for name, some in found.items()
    }


def prose_values(outlook: Outlook, pathway: Pathway | None, language: Language) -> dict[str, Any]:
    """Return everything prose may speak of; ``pathway`` is the one that was chosen, if any."""
    place = outlook.place
    everyone = municipalities()
    mine, goal = outlook.carers(HORIZON), everyone.carers(HORIZON)
    return {
        "mine": Facts(outlook),
        "region": Facts(outlook.region),
        "nation": Facts(outlook.nation),
        "chosen": None if pathway is None else PathFacts(outlook.along(pathway), language),
        **_who_grows(outlook, language),
        **_named_facts(outlook, pathway, language),
        "levers": LeverFacts(outlook),
        "country_shifts": filled(outlook.nation, outlook.base_year),
        "reach": reach,
        "price": Price(outlook.along(moved(pathway))),
        "lives": lives(),
        "known": {name: fact.value for name, fact in evidence().items()},
        "old_of_hundred": Facts(outlook.along(pathway or AS_IT_IS)).hundred(HORIZON, 67),
        "wider": "" if pathway is None else why_wider(outlook.along(pathway), language),
        "apart": "" if pathway is None else apart(outlook.along(pathway), language, KRONER),
        "chosen_name": path(pathway or AS_IT_IS, place.code, language).title,
        "name": language.name(place),
        "official": place.name,
        "inside": language.inside(place),
        "of": language.of(place),
        "region_name": language.name(outlook.region.place),
        "in_region": language.inside(outlook.region.place),
        "around": language.inside(area(place)),
        "level": place.level.value,
        "code": place.code,
        "more_hands": int((goal > mine).sum()),
        "fewer_hands": int((goal < mine).sum()),
        "under_two": int((goal < 2).sum()),
        "all": len(goal),
        "back": BACK,
        "old_miss": worst_miss(67),
        "ssb_2040": Facts(outlook).as_told(local(place)[HORIZON]),
        "ssb_edition": edition_of(place),
    }
