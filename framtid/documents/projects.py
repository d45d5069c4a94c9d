"""``/prosjekter``: public innovation projects, by place, area and stage."""

from functools import partial

from starlette.requests import Request

from framtid import addresses
from framtid.documents.serving import placed, write
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_told import title
from framtid.pathways.projects import STAGES, near_by
from framtid.pathways.projects_told import described
from framtid.places import Level, Place, places
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"projects.page.{key}", **values))


def _areas(language: Language) -> dict[str, str]:
    """Return the areas of innovation by id."""
    nodes = causal_map().nodes
    return {name: title(name, language) for name, node in nodes.items() if node.kind == "area"}


def _wider(place: Place, area: str, stage: str) -> dict[str, str]:
    """Return where there is more: without one choice or the other, or in the whole country."""
    ways = {
        "area": addresses.projects(place.code, "", stage) if area and stage else "",
        "stage": addresses.projects(place.code, area) if area and stage else "",
        "everything": addresses.projects(place.code) if area or stage else "",
        "country": ""
        if place.level is Level.NATION
        else addresses.projects(places().nation.code, area, stage),
    }
    return {way: address for way, address in ways.items() if address}


@kept(256, by=spoken)
def projects_html(place: Place, area: str, stage: str) -> Packed:
    """Write the page; an empty area or stage is all of them."""
    language = reader_language()
    say, inside = partial(_text, language), language.inside(place)
    stages = {each: language.say(f"projects.stages.{each}") for each in STAGES}
    narrowed = {"area": area, "stage": stage}
    named: dict[str, object] = {"inside": inside, "alone": place.level is Level.NATION}
    groups = {
        group: [described(*each, language) for each in found.items()]
        for group, found in near_by(place, area, stage).items()
    }
    return write(
        "projects.html",
        title=say("title", **named),
        description=say("description", **named),
        heading=say("heading", **named),
        code=place.code,
        text=say,
        groups={group: found for group, found in groups.items() if found},
        none_here="here" in groups and not groups["here"],
        count=sum(map(len, groups.values())),
        inside=inside,
        wider=_wider(place, area, stage),
        choices=(
            (addresses.AREA, say("area"), _areas(language), area),
            (addresses.STAGE, say("stage"), stages, stage),
        ),
        kept={addresses.AREA: area, addresses.STAGE: stage},
        files={
            kind: addresses.projects_file(kind, place.code, **narrowed) for kind in ("csv", "json")
        },
    )


def _asked(request: Request) -> tuple[str, str]:
    """Return the area and the stage in the address; empty where it names none that we know."""
    area, stage = (request.query_params.get(name, "") for name in (addresses.AREA, addresses.STAGE))
    return area if area in _areas(reader_language()) else "", stage if stage in STAGES else ""


def projects(request: Request, place: Place) -> Packed:
    """Answer with what the address asks for."""
    return projects_html(place, *_asked(request))


def _chosen(request: Request, code: str) -> str:
    """Return the address for another place, area and stage kept."""
    area, stage = _asked(request)
    return addresses.projects(code, area, stage)


ANSWER = placed(projects, _chosen)
