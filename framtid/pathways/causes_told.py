"""The causal map of a place in words and figures: nodes, links, loops, and the chain it feels."""

from dataclasses import dataclass
from typing import Literal

from framtid.consequences.parameters import references
from framtid.horizon import HORIZON
from framtid.language import Language, language_of, on_one_line
from framtid.pathways.causes import Link, Measure, Node, Pair, causal_map
from framtid.pathways.causes_answer import (
    CausesAnswer,
    DescribedChain,
    DescribedLink,
    DescribedLoop,
    DescribedNode,
    Hanging,
    NodeFigure,
)
from framtid.pathways.causes_chain import heaviest
from framtid.pathways.causes_measured import Measured, in_unit, measured
from framtid.pathways.descriptions import source
from framtid.pathways.dilemmas import Dilemma, fitting
from framtid.pathways.outlook import outlook_of
from framtid.pathways.projects import Project
from framtid.pathways.projects import chosen as projects_of
from framtid.places import Level
from framtid.places.answers import NamedPlace
from framtid.statistics.snapshot import snapshot

DILEMMAS = 3
"""Dilemmas that a node names; the rest stand on Veivalg."""


def causes_answer(code: str, spoken: str = "nb") -> CausesAnswer:
    """Return the map of a place.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    outlook, language, chart = outlook_of(code), language_of(spoken), causal_map()
    place, figures = outlook.place, measured(outlook)
    chain = heaviest(figures, chart)
    here = _Here(figures, fitting(outlook), projects_of(place), place.level is Level.NATION)
    return CausesAnswer(
        edition=snapshot().edition,
        language=language.code,
        place=NamedPlace(
            code=code,
            level=place.level,
            name=language.name(place),
            short=language.name(place),
            inside=language.inside(place),
        ),
        year=HORIZON,
        nodes=[_node(name, node, here, language) for name, node in chart.nodes.items()],
        links=[_link(pair, link, language) for pair, link in chart.pairs],
        loops=[_loop(ring, language, reinforces=chart.reinforces(ring)) for ring in chart.loops()],
        chain=DescribedChain(
            nodes=chain.nodes,
            leads=[sentence(pair, language) for pair in chain.leading],
            helps=sentence((chain.area, chain.leads[-1]), language),
            hinders=sentence((chain.barrier, chain.area), language) if chain.barrier else "",
        ),
    )


def sentence(pair: Pair, language: Language) -> str:
    """Return what a link says."""
    return on_one_line(language.say("causes.links." + ".".join(pair)))


def title(name: str, language: Language, *, contrary: bool = False) -> str:
    """Return what a node is called; where a place's figure goes the other way, it says so."""
    called = on_one_line(language.say(f"causes.nodes.{name}.title"))
    return language.say("causes.page.contrary.title", title=called) if contrary else called


def said(measure: Measure, value: float, language: Language) -> str:
    """Return a figure with its unit."""
    form = "change" if measure.when == "change" else measure.unit
    shown = in_unit(measure, value)
    return on_one_line(language.say(f"causes.page.units.{form}", v=shown))


def beside(answer: CausesAnswer, figure: NodeFigure, language: Language) -> str:
    """Return what is counted of a node in a place, beside the nation."""
    if answer.place.level is Level.NATION:
        return on_one_line(language.say("causes.page.node.nation", value=figure.place_said))
    told = {"value": figure.place_said, "nation": figure.nation_said, "weight": figure.weight_said}
    return on_one_line(language.say("causes.page.node.here", name=answer.place.name, **told))


def chain_weight(answer: CausesAnswer) -> Literal["nation", "heavy", "same", "light"]:
    """Return how a place's chain weighs beside the nation's."""
    if answer.place.level is Level.NATION:
        return "nation"
    weights = {each.id: each.figure.weight for each in answer.nodes if each.figure}
    weight = sum(weights.get(name, 0) for name in answer.chain.nodes[:2])
    return "heavy" if weight > 0 else "same" if weight == 0 else "light"


def chain_heading(answer: CausesAnswer, language: Language) -> str:
    """Return what the chain is called: felt most, as in the nation, or there all the same."""
    weight = chain_weight(answer)
    key = "heading" if weight == "heavy" else f"heading_{weight}"
    return on_one_line(language.say(f"causes.page.chain.{key}", inside=answer.place.inside))


def _figure(
    name: str, measure: Measure, figure: Measured, language: Language, *, alone: bool
) -> NodeFigure:
    key = "contrary" if figure.contrary else "nation" if alone else str(figure.weight)
    return NodeFigure(
        label=on_one_line(language.say(f"causes.page.figures.{name}")),
        place=figure.place,
        nation=figure.nation,
        unit=measure.unit,
        place_said=said(measure, figure.place, language),
        nation_said=said(measure, figure.nation, language),
        weight=figure.weight,
        weight_said=on_one_line(language.say(f"causes.page.weights.{key}")),
        contrary=figure.contrary,
    )


@dataclass(frozen=True, slots=True)
class _Here:
    """What may hang on the nodes in a place."""

    figures: dict[str, Measured]
    dilemmas: dict[str, Dilemma]
    projects: dict[str, Project]
    alone: bool
    """Whether it is the nation, which has nothing beside it."""


def _hanging(name: str, node: Node, here: _Here, language: Language) -> dict[str, list[Hanging]]:
    """Return the levers, dilemmas and projects that touch a node."""
    touching = {
        "levers": ("levers", node.levers),
        "dilemmas": (
            "dilemmas",
            [each for each, met in here.dilemmas.items() if met.if_yes.keys() & set(node.levers)],
        ),
        "projects": (
            "projects.list",
            [each for each, project in here.projects.items() if name in project.nodes],
        ),
    }
    return {
        field: [
            Hanging(each, on_one_line(language.say(f"{key}.{each}.title")))
            for each in names[: DILEMMAS if field == "dilemmas" else None]
        ]
        for field, (key, names) in touching.items()
    }


def _node(name: str, node: Node, here: _Here, language: Language) -> DescribedNode:
    figure = here.figures.get(name)
    contrary = figure is not None and figure.contrary
    text = on_one_line(language.say(f"causes.nodes.{name}.text"))
    return DescribedNode(
        id=name,
        kind=node.kind,
        kind_label=language.say(f"causes.page.kinds.{node.kind}.one"),
        title=title(name, language, contrary=contrary),
        text=f"{text} {language.say('causes.page.contrary.text')}" if contrary else text,
        certainty=node.certainty,
        certainty_label=language.say(f"pathways.certainty.{node.certainty}"),
        source=source(references()[node.source]),
        figure=None
        if figure is None or node.measure is None
        else _figure(name, node.measure, figure, language, alone=here.alone),
        removes=[language.say(f"pathways.decides.{who}") for who in node.removes],
        **_hanging(name, node, here, language),
    )


def _link(pair: Pair, link: Link, language: Language) -> DescribedLink:
    return DescribedLink(
        start=pair[0],
        end=pair[1],
        sign=link.sign,
        text=sentence(pair, language),
        certainty=link.certainty,
        certainty_label=language.say(f"pathways.certainty.{link.certainty}"),
        source=source(references()[link.source]),
    )


def _loop(ring: tuple[str, ...], language: Language, *, reinforces: bool) -> DescribedLoop:
    steps = zip(ring, (*ring[1:], ring[0]), strict=True)
    text = " ".join(sentence(pair, language) for pair in steps)
    return DescribedLoop(nodes=list(ring), reinforces=reinforces, text=text)
