"""The causal map of a place as tables: its nodes, the links between them, and whole chains."""

from itertools import pairwise
from typing import Literal, get_args

from framtid import addresses
from framtid.language import Language
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_answer import CausesAnswer, DescribedLink, DescribedNode
from framtid.pathways.causes_followed import Reached, every_chain
from framtid.pathways.causes_told import title
from framtid.pathways.described import Publication

Part = Literal["nodes", "links", "chains"]
PARTS: tuple[Part, ...] = get_args(Part)
Row = tuple[object, ...]
DIGITS = 4
"""Of a share or a ratio."""


def columns(part: Part, language: Language) -> list[str]:
    """Return the head of one of the tables."""
    return list(language.entry(f"causes.page.columns.{part}"))


def rows(answer: CausesAnswer, part: Part, language: Language) -> list[Row]:
    """Return the cells of one of the tables, in the order of its columns."""
    if part == "nodes":
        return [_node(each, language) for each in answer.nodes]
    nodes = {each.id: each for each in answer.nodes}
    if part == "links":
        return [_link(each, nodes, language) for each in answer.links]
    return [
        _chain(end, reached, nodes, language)
        for chain in every_chain().values()
        for end, reached in chain.onward.items()
    ]


def _from(source: Publication) -> Row:
    """Return a source; a file leaves our site, so our own pages are told with our host."""
    return source.title, source.publisher, source.year, addresses.absolute(source.link)


def _weight(node: DescribedNode) -> object:
    return node.figure.weight if node.figure else None


def _node(node: DescribedNode, language: Language) -> Row:
    figure = node.figure
    counted: Row = (
        (
            figure.label,
            round(figure.place, DIGITS),
            round(figure.nation, DIGITS),
            language.say(f"views.causes.units.{figure.unit}"),
            figure.weight,
            figure.weight_said,
        )
        if figure
        else (None,) * 6
    )
    told = (node.id, node.kind_label, node.title, node.text)
    who = "; ".join(node.removes)
    return (*told, *counted, node.certainty_label, *_from(node.source), who)


def _link(link: DescribedLink, nodes: dict[str, DescribedNode], language: Language) -> Row:
    start, end = nodes[link.start], nodes[link.end]
    return (
        *(link.start, link.end, start.title, language.say(f"causes.page.node.{link.sign}")),
        *(end.title, link.text, _weight(start), _weight(end)),
        *(link.certainty_label, *_from(link.source)),
    )


def _chain(end: str, reached: Reached, nodes: dict[str, DescribedNode], language: Language) -> Row:
    """Return what one node comes to for another, by which way, and what is contrary on it."""
    way = [nodes[name] for name in reached.way]
    contrary = [title(each.id, language) for each in way if each.figure and each.figure.contrary]
    return (
        *(way[0].id, end, way[0].title, way[-1].title, reached.steps),
        language.say(f"causes.page.node.{reached.sign}"),
        _way(reached.way, nodes, language),
        "; ".join(contrary),
    )


def _way(way: tuple[str, ...], nodes: dict[str, DescribedNode], language: Language) -> str:
    """Return a way by its titles, with a word where one dampens the next."""
    told = nodes[way[0]].title
    for start, end in pairwise(way):
        less = causal_map().links[start][end].sign == "less"
        word = f" {language.say('causes.page.node.dampens')}" if less else ""
        told += f"{word} → {nodes[end].title}"
    return told
