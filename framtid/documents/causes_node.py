"""A chosen node of the causal map: what gives more and less of it, what it gives, and its roots."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from framtid.debate.need import needs
from framtid.documents.causes_said import Say, followed_said
from framtid.pathways.causes import CausalMap, Kind, Sign, sign_of
from framtid.pathways.causes_answer import CausesAnswer, DescribedLink, DescribedNode
from framtid.pathways.causes_followed import Reached, every_chain

Beside = list[tuple[DescribedLink, DescribedNode]]
"""The links on one side of a node, with the nodes there."""
LONGEST = 4
"""Nodes on the way from a root that is told; a longer one convinces nobody."""


def chosen_node(name: str, answer: CausesAnswer, chart: CausalMap, say: Say) -> dict[str, Any]:
    """Return a node with its neighbours by what they do, its roots, and the loops it is part of."""
    nodes = {each.id: each for each in answer.nodes}
    causes: Beside = [(each, nodes[each.start]) for each in answer.links if each.end == name]
    effects: Beside = [(each, nodes[each.end]) for each in answer.links if each.start == name]
    chain = every_chain()[name]
    ends = _far(chart.onward(name), chart, "challenge")
    onward = {end: chart.shortest(name, end) for end in ends}
    return {
        "node": nodes[name],
        "said": followed_said(chain, answer, chart, say),
        "causes": _of_sign(causes, "more"),
        "dampers": _of_sign(causes, "less"),
        "effects": _of_sign(effects, "more"),
        "damped": _of_sign(effects, "less"),
        "behind": [
            [nodes[each] for each in way]
            for root in _far(chart.behind(name), chart, "development")
            if len(way := chart.shortest(root, name)) <= LONGEST and sign_of(way, chart) == "more"
        ],
        "onward": [nodes[end] for end, way in onward.items() if sign_of(way, chart) == "more"],
        "onward_less": [nodes[end] for end, way in onward.items() if sign_of(way, chart) == "less"],
        "turns_behind": _turning(chain.behind, nodes, chart),
        "turns_onward": _turning(chain.onward, nodes, chart),
        "loops": [each for each in answer.loops if name in each.nodes],
        "needs": [need for need, each in needs().items() if name in (*each.nodes, each.area)],
    }


def _of_sign(pairs: Beside, sign: str) -> Beside:
    return [(link, node) for link, node in pairs if link.sign == sign]


def _turning(
    side: Mapping[str, Reached], nodes: Mapping[str, DescribedNode], chart: CausalMap
) -> dict[Sign, list[list[DescribedNode]]]:
    """Return the ways where something gives less, past the first step, by what they come to."""
    found: dict[Sign, list[list[DescribedNode]]] = {"less": [], "more": []}
    for each in side.values():
        signs = {chart.links[start][end].sign for start, end in pairwise(each.way)}
        if each.steps > 1 and "less" in signs:
            found[each.sign].append([nodes[name] for name in each.way])
    return {sign: ways for sign, ways in found.items() if ways}


def _far(reached: dict[str, int], chart: CausalMap, kind: Kind) -> list[str]:
    """Return the nodes of a kind that are more than one step away."""
    return [each for each, steps in reached.items() if steps > 1 and chart.nodes[each].kind == kind]
