"""``/spaker`` and ``/spak/<id>``: every lever, and what each is, takes and gives a place."""

from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from framtid import addresses
from framtid.answers import as_data
from framtid.consequences.parameters import Reference
from framtid.documents.lever_pdf import lever_pdf
from framtid.documents.not_found import plain
from framtid.documents.serving import Endpoint, placed, tell, write
from framtid.errors import UnknownLeverError
from framtid.language import Language
from framtid.language.current import reader_language, spoken
from framtid.pathways import descriptions
from framtid.pathways.codec import encode
from framtid.pathways.effects import Effect, cautions, effects
from framtid.pathways.levers import Lever, lever, levers
from framtid.pathways.more_people import why_wider
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.stories.path_facts import PathFacts
from framtid.stories.reach import lacking
from framtid.web.current_language import say, sentence
from framtid.web.packed import Packed

TRIED = 2
"""The level that a reader who wants to try a lever begins at."""


def _level(level: dict[str, Any], effect: Effect) -> dict[str, Any]:
    """Return a level's words with what it gives; the one that is as today gives nothing."""
    given = {"gap": effect.gap, "kroner": effect.balance, "people": effect.people}
    return {
        **level,
        "number": reader_language().say(f"pathways.steps.{effect.level}"),
        **{
            name: tell(f"lever.{name}", difference=told["difference"])
            if effect.level
            else tell("lever.levels.none")
            for name, told in given.items()
        },
    }


def _most(effect: Effect, inside: str) -> str:
    """Return what a lever gives when it is pulled all the way."""
    return tell(
        "lever.most",
        difference=effect.gap["difference"],
        kroner=effect.balance["difference"],
        people=effect.people["difference"],
        inside=inside,
    )


def _publication(found: Reference) -> dict[str, Any]:
    """Return a publication with who gave it out and when, in words."""
    told: dict[str, Any] = as_data(descriptions.source(found))
    return told | {"from": tell("lever.from", **told)}


def sheet(found: Lever, place: Place, language: Language) -> dict[str, Any]:
    """Return all that stands on a lever's sheet for a place, in words."""
    made = effects(outlook_of(place.code), found)
    told: dict[str, Any] = as_data(descriptions.lever(found, language))
    inside, most = language.inside(place), made[-1]
    return told | {
        "levels": [_level(*pair) for pair in zip(told["levels"], made, strict=True)],
        "moves_people": any(effect.people["difference"] for effect in made),
        "today": tell(
            "lever.today",
            gap=most.gap["official"],
            kroner=most.balance["official"],
            inside=inside,
            reach=lacking(PathFacts(most.outlook.official, language)),
            one_lever=language.say("pathways.one_lever"),
        ),
        "most": f"{_most(most, inside)} {why_wider(most.outlook, language)}".strip(),
        "cautions": [
            language.say(f"pathways.warnings.{each.id}", **each.values) for each in cautions(made)
        ],
        "phase": tell("lever.phase", first=told["from"], last=told["to"]),
        "certainty_means": language.say(f"pathways.certainty_means.{found.certainty}"),
        "table": tell("lever.levels.table", inside=inside),
        "publications": [_publication(each) for each in found.told_from],
        "sources": tell("lever.source", many=len(found.told_from) > 1),
    }


@kept(512, by=spoken)
def lever_html(name: str, place: Place) -> Packed:
    """Write a lever's sheet as a page."""
    language, code = reader_language(), place.code
    told = sheet(lever(name), place, language)
    inside = language.inside(place)
    return write(
        "lever.html",
        title=tell("lever.title", title=told["title"], name=language.name(place)),
        description=tell("lever.description", short=told["short"], inside=inside),
        code=code,
        lever=told,
        try_it=addresses.page(addresses.CHOICE, code, encode(Pathway.of({name: TRIED}))),
        pdf=addresses.page(f"{addresses.LEVER}/{name}.pdf", code),
        others=[(each, language.say(f"levers.{each}.title")) for each in levers() if each != name],
    )


@kept(128, by=spoken)
def sheet_pdf(name: str, place: Place) -> Packed:
    """Set the same sheet as a page to print."""
    language = reader_language()
    return lever_pdf(sheet(lever(name), place, language), place, language)


def _group(told: dict[str, Any]) -> str:
    label: str = told["group_label"]
    return label


@kept(128, by=spoken)
def levers_html(place: Place) -> Packed:
    """Write the list of all levers, with what each gives when it is pulled all the way."""
    language = reader_language()
    inside, outlook = language.inside(place), outlook_of(place.code)
    every = [
        as_data(descriptions.lever(each, language))
        | {"most": _most(effects(outlook, each)[-1], inside)}
        for each in levers().values()
    ]
    return write(
        "levers.html",
        title=tell("levers.title", inside=inside),
        heading=tell("levers.heading", count=len(every)),
        description=tell("levers.description", count=len(every), inside=inside),
        code=place.code,
        one_lever=language.say("pathways.one_lever"),
        groups=[(label, list(group)) for label, group in groupby(every, _group)],
    )


def every_lever(_request: Request, place: Place) -> Packed:
    """Answer with the list."""
    return levers_html(place)


def one_lever(request: Request, place: Place) -> Packed:
    """Answer with the sheet in the address."""
    return lever_html(request.path_params["lever"], place)


def one_printed(request: Request, place: Place) -> Packed:
    """Answer with the sheet in the address, to print."""
    return sheet_pdf(request.path_params["lever"], place)


def known(answer: Endpoint) -> Endpoint:
    """Let an unknown lever lead to a friendly page and the list of all levers."""

    def respond(request: Request) -> Response:
        try:
            return answer(request)
        except UnknownLeverError as error:
            onward = (tell("lever.all"), addresses.page(addresses.LEVERS))
            title, heading = say("titles.missing"), tell("lever.missing")
            return plain(404, title, heading=heading, lead=sentence(error), onward=onward)

    return respond


LIST = placed(every_lever)
SHEET = known(placed(one_lever))
PRINTED = known(placed(one_printed))
