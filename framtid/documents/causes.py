"""``/sammenheng``: what leads to what in a place, as a map, as a path and as text."""

from functools import partial

from starlette.requests import Request

from framtid import addresses
from framtid.documents.causes_felt import felt
from framtid.documents.causes_node import chosen_node
from framtid.documents.causes_said import chains
from framtid.documents.link_card import shared
from framtid.documents.reported import Reports, reported, told_reports
from framtid.documents.reported import text as report_text
from framtid.documents.serving import placed, write
from framtid.embed.frame.net import AskedNet
from framtid.embed.oembed import Shared
from framtid.embed.pictures.painting import PRINT
from framtid.embed.snippet import net_iframe
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways.causes import KINDS, barriers, causal_map
from framtid.pathways.causes_answer import CausesAnswer
from framtid.pathways.causes_rows import PARTS
from framtid.pathways.causes_told import beside, causes_answer, chain_heading
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.views.causes_drawing import drawing
from framtid.web.host import host
from framtid.web.packed import Packed

ANCHOR = "kart"
"""Where on the page the map begins, with the chosen node's threads lit and its words below."""


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"causes.page.{key}", **values))


@kept(128, by=spoken)
def _told(code: str) -> CausesAnswer:
    return causes_answer(code, spoken())


@kept(256, by=spoken)
def causes_html(
    place: Place,
    chosen: str,
    reports: Reports = (),
    ours: str = "",
    becomes: Shared | None = None,
) -> Packed:
    """Write the page of a place; ``chosen`` is a node, or empty; with what is reported of it.

    Our own host, where an address has met it, is in the line that puts the map in another page;
    ``becomes`` is what a link to this page becomes elsewhere.
    """
    language, chart, answer = reader_language(), causal_map(), _told(place.code)
    say = partial(_text, language)
    nodes = {each.id: each for each in answer.nodes}
    inside = answer.place.inside
    title = say("title", inside=inside)
    return write(
        "causes.html",
        title=f"{nodes[chosen].title} – {title}" if chosen else title,
        description=say("description", inside=inside),
        heading=say("heading", inside=inside),
        shared=becomes,
        kind="ft-broad",
        code=place.code,
        text=say,
        answer=answer,
        nodes=nodes,
        alone=place.level is Level.NATION,
        outside=False,
        here=partial(beside, answer, language=language),
        chain_heading=chain_heading(answer, language),
        felt=felt(answer, language),
        chains=chains(answer, chart, say),
        drawn=drawing(answer.nodes, answer.links, chart, chosen),
        kinds=[(kind, [each for each in answer.nodes if each.kind == kind]) for kind in KINDS],
        chosen=chosen_node(chosen, answer, chart, say) if chosen else None,
        signs={(each.start, each.end): each.sign for each in answer.links},
        need_title=lambda name: language.say(f"needs.list.{name}.title"),
        reports=told_reports(reports, place.code),
        report_text=report_text,
        address=lambda name: addresses.causes(place.code, name) + f"#{ANCHOR}",
        frame=net_iframe(AskedNet(place.code, language.code), title, ours),
        frozen=net_iframe(
            AskedNet(place.code, language.code, edition=snapshot().edition), title, ours
        ),
        json=addresses.causes_file(place.code),
        print_width=str(PRINT),
        parts=PARTS,
    )


def asked(request: Request) -> str:
    """Return the node in the address; empty where it names none that we know."""
    name = request.query_params.get(addresses.NODE, "")
    return name if name in causal_map().nodes else ""


def causes(request: Request, place: Place) -> Packed:
    """Answer with the place and the node in the address."""
    name, ours = asked(request), host(request)
    told = reported(name) if name in barriers() else ()
    becomes = shared(request.url.path, request.query_params, ours)
    return causes_html(place, name, told, ours, becomes)


def _chosen(request: Request, code: str) -> str:
    """Return the address for another place, the node kept."""
    return addresses.causes(code, asked(request))


ANSWER = placed(causes, _chosen)
