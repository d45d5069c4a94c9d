"""Veivalg without a script: every lever in a form, and what the path it makes leads to."""

from dataclasses import dataclass

from framtid import addresses
from framtid.documents.hands import picture
from framtid.documents.serving import tell
from framtid.language import Language
from framtid.language.current import reader_language
from framtid.pathways import descriptions, recounts
from framtid.pathways.codec import VERSION, encode, readable
from framtid.pathways.own_told import say_own
from framtid.pathways.pathway import Pathway
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.places import Place
from framtid.stories.path_report import tell_path
from framtid.web.templates import environment


@dataclass(frozen=True, slots=True)
class FormLevel:
    """A level to choose."""

    name: str
    words: str
    part: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FormLever:
    """A lever to set."""

    id: str
    title: str
    short: str
    levels: tuple[FormLevel, ...]


def _levers(pathway: Pathway, language: Language) -> list[FormLever]:
    return [
        FormLever(
            each.id,
            each.title,
            each.short,
            tuple(
                FormLevel(
                    language.say(f"pathways.steps.{level.level}"),
                    level.words,
                    level.part,
                    pathway.level(each.id) == level.level,
                )
                for level in each.levels
            ),
        )
        for each in descriptions.all_levers(language)
    ]


def chosen_levers(place: Place, pathway: Pathway, switches: Switches = AS_USUAL) -> str:
    """Return the levers of a place as a form, and what they lead to as they stand."""
    language, outlook = reader_language(), switches.outlook(place.code, pathway)
    page = tell_path(outlook, language, switches)
    return (
        environment()
        .get_template("levers_chosen.html")
        .render(
            tell=tell,
            code=place.code,
            switches=switches.query,
            place_level=place.level.value,
            marks=say_own(outlook.setting.own, language),
            inside=language.inside(place),
            words=language.entry("simulator"),
            levers=_levers(pathway, language),
            rest=VERSION,
            onward=addresses.CHOICE,
            way=encode(pathway),
            page=page,
            picture=picture(outlook),
            paths=descriptions.all_paths(place.code, language),
            taken=readable(pathway),
            recount=recounts.note(language, earlier=False),
        )
    )
