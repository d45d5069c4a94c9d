"""``/sammenheng``: what leads to what in a place, as a map, as a path and as text."""

from functools import partial
from typing import Any

from starlette.requests import Request

from framtid import addresses
from framtid.documents.link_card import shared
from framtid.documents.reported import Reports, reported, told_reports
from framtid.documents.reported import text as report_text
from framtid.documents.serving import placed, write
from framtid.embed.frame.net import AskedNet
from framtid.embed.oembed import Shared
from framtid.embed.snippet import net_iframe
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.pathways.causes import KINDS, CausalMap, barriers, causal_map
from framtid.pathways.causes_answer import CausesAnswer, DescribedLink, DescribedNode
from framtid.pathways.causes_told import beside, causes_answer, chain_heading
from framtid.places import Level, Place
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot
from framtid.views.causes_drawing import drawing
from framtid.web.host import host
from framtid.web.packed import Packed

ANCHOR = "punkt"
"""Where on the page the chosen node stands."""
Beside = list[tuple[DescribedLink, DescribedNode]]
"""The links on one side of a node, with the nodes there."""


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"causes.page.{key}", **values))


@kept(128, by=spoken)
def _told(code: str) -> CausesAnswer:
    return causes_answer(code, spoken())


def _names(names: list[str], nodes: dict[str, DescribedNode]) -> str:
    return " · ".join(nodes[name].title for name in names)


def _node(name: str, answer: CausesAnswer, chart: CausalMap) -> dict[str, Any]:
    """Return a chosen node with what leads to it, what it leads to, and the loops it is part of."""
    nodes = {each.id: each for each in answer.nodes}
    causes: Beside = [(each, nodes[each.start]) for each in answer.links if each.end == name]
    effects: Beside = [(each, nodes[each.end]) for each in answer.links if each.start == name]
    roots, ends = (
        [each for each, steps in reached.items() if steps > 1 and nodes[each].kind == kind]
        for reached, kind in (
            (chart.behind(name), "development"),
            (chart.onward(name), "challenge"),
        )
    )
    return {
        "node": nodes[name],
        "causes": causes,
        "effects": effects,
        "behind": _names(roots, nodes),
        "onward": _names(ends, nodes),
        "loops": [each for each in answer.loops if name in each.nodes],
    }


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
        drawn=drawing(answer.nodes, answer.links, chart, chosen),
        kinds=[(kind, [each for each in answer.nodes if each.kind == kind]) for kind in KINDS],
        chosen=_node(chosen, answer, chart) if chosen else None,
        reports=told_reports(reports, place.code),
        report_text=report_text,
        address=lambda name: addresses.causes(place.code, name) + f"#{ANCHOR}",
        frame=net_iframe(AskedNet(place.code, language.code), title, ours),
        frozen=net_iframe(
            AskedNet(place.code, language.code, edition=snapshot().edition), title, ours
        ),
        json=addresses.causes_file(place.code),
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
