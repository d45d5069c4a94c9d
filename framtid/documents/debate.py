"""``/debatt``: what a councillor brings to the rostrum, for a place and a path."""

from itertools import groupby
from typing import Any

from starlette.requests import Request

from framtid import addresses
from framtid.debate.files import EVERY, DebateFile
from framtid.debate.motion import FIRST
from framtid.debate.questions import questions
from framtid.debate.situation import key_figures
from framtid.documents.link_card import shared
from framtid.documents.serving import own_note, placed, switches_of, way_of, write
from framtid.embed.oembed import Shared
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways import descriptions, recounts
from framtid.pathways.called import called
from framtid.pathways.codec import Decoded, decode, encode, readable
from framtid.pathways.own_told import say_own
from framtid.pathways.pathway import named
from framtid.pathways.switches import Switches
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.web.host import host
from framtid.web.packed import Packed


def _say(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"debate.{key}", **values))


def _name(made: DebateFile) -> str:
    return made.name


def _files(code: str, way: str, switches: Switches, language: Language) -> list[dict[str, Any]]:
    """Return what there is to take along, each with its forms, addresses and largest size."""
    return [
        {
            "title": (title := _say(language, f"files.{name}.title")),
            "text": _say(language, f"files.{name}.text"),
            "forms": [
                (
                    _say(
                        language,
                        "page.form",
                        title=title,
                        form=_say(language, f"page.forms.{each.ending}"),
                        size=each.largest,
                    ),
                    addresses.path_file(name, code, each.ending, way, **switches.query),
                )
                for each in forms
            ],
        }
        for name, forms in groupby(EVERY, _name)
    ]


def _paths(decoded: Decoded, code: str, language: Language) -> list[tuple[str, str]]:
    """Return the paths to choose among, by what an address calls them; a reader's own is first."""
    every = [
        (each.name or each.code, each.title) for each in descriptions.all_paths(code, language)
    ]
    own = readable(decoded.pathway)
    if own in dict(every):
        return every
    return [(own, called(decoded.pathway, code, language)), *every]


@kept(256, by=spoken)
def debate_html(
    place: Place, switches: Switches, decoded: Decoded, becomes: Shared | None, own: str = ""
) -> Packed:
    """Write the page.

    Args:
        place: whose.
        switches: what is assumed.
        decoded: the path.
        becomes: what a link to the page becomes elsewhere.
        own: why the own figures of the address are not used.

    """
    language, code = reader_language(), place.code
    outlook, way = switches.outlook(code, decoded.pathway), encode(decoded.pathway)
    inside, name = language.inside(place), language.name(place)
    return write(
        "debate.html",
        title=_say(language, "page.title", inside=inside),
        description=_say(language, "page.description", name=name),
        lead=_say(language, "page.lead", inside=inside),
        words=language.entry("debate.page"),
        code=code,
        note=language.say(f"pathways.link.{decoded.note}") if decoded.note else own,
        own=say_own(switches.setting.own, language),
        one=place.level is Level.MUNICIPALITY,
        path=descriptions.path(decoded.pathway, code, language),
        path_heading=_say(
            language,
            "page.path",
            path=descriptions.path(decoded.pathway, code, language).title,
        ),
        paths=_paths(decoded, code, language),
        chosen=readable(decoded.pathway),
        way=way,
        switches=switches.query,
        files=_files(code, way, switches, language),
        figures=key_figures(outlook, language),
        questions=questions(outlook, language),
        recount=recounts.note(language, earlier=decoded.earlier),
        shared=becomes,
    )


def debate(request: Request, place: Place) -> Packed:
    """Answer with the place and the path in the address; without a path, the first of ours."""
    becomes = shared(request.url.path, request.query_params, host(request))
    way = way_of(request)
    decoded = decode(way) if way else Decoded(named()[FIRST])
    return debate_html(place, switches_of(request), decoded, becomes, own_note(request))


ANSWER = placed(debate)
