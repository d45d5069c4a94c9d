"""``/regnestykket``: hands and kroner worked through for a place, as a pocket calculator has it."""

from functools import partial

from starlette.requests import Request

from framtid.documents.serving import placed, way_of, write
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways import descriptions
from framtid.pathways.codec import decode, encode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.pathways.pocket import Shown
from framtid.pathways.rounding import told
from framtid.pathways.worked_hands import worked_hands
from framtid.pathways.worked_kroner import worked_choices, worked_kroner
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed

EXAMPLE = "lys-vei"
"""The path whose choices are worked through where the address has none."""


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"worked.{key}", **values))


def _number(language: Language, figure: Shown) -> str:
    return language.say("worked.number", v=figure.value, decimals=figure.decimals)


def _and(language: Language, figure: Shown) -> str:
    """Return a figure to be added at the end of a sum: "+ 3", or "− 3"; nothing for nought."""
    if not figure.value:
        return ""
    sign = "−" if figure.value < 0 else "+"
    return f" {sign} {_number(language, Shown(abs(figure.value), figure.decimals))}"


@kept(256, by=spoken)
def worked_html(place: Place, pathway: Pathway) -> Packed:
    """Write the page; the choices worked through are a path's."""
    language, code = reader_language(), place.code
    outlook, inside = outlook_of(code), language.inside(place)
    kroner = worked_kroner(outlook)
    say = partial(_text, language)
    return write(
        "worked.html",
        title=say("title", inside=inside),
        description=say("description", inside=inside),
        code=code,
        text=say,
        n=partial(_number, language),
        plus=partial(_and, language),
        hands=worked_hands(outlook),
        kroner=kroner,
        choices=worked_choices(outlook.along(pathway), kroner),
        path=descriptions.path(pathway, code, language).title,
        way=encode(pathway),
        told={
            name: told(outlook, name, HORIZON)["path"] for name in ("gap", "balance_per_inhabitant")
        },
        words=language.entry("worked.words"),
        unknown=language.entry("worked.unknown.items"),
        several=len(place.members) > 1,
        years=(outlook.base_year, HORIZON),
        last_age=len(outlook.future[0, 0]) - 1,
    )


def worked(request: Request, place: Place) -> Packed:
    """Answer with the place, and the path if any, in the address."""
    pathway = decode(way_of(request)).pathway
    return worked_html(place, named()[EXAMPLE] if pathway.is_default else pathway)


ANSWER = placed(worked)
