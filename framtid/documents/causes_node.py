"""A chosen node of the causal map: what gives more and less of it, what it gives, and its roots."""

from itertools import pairwise
from typing import Any

from framtid.debate.need import needs
from framtid.documents.causes_said import Say, followed_said
from framtid.pathways.causes import CausalMap, Kind
from framtid.pathways.causes_answer import CausesAnswer, DescribedLink, DescribedNode
from framtid.pathways.causes_followed import followed

Beside = list[tuple[DescribedLink, DescribedNode]]
"""The links on one side of a node, with the nodes there."""
LONGEST = 4
"""Nodes on the way from a root that is told; a longer one convinces nobody."""


def chosen_node(name: str, answer: CausesAnswer, chart: CausalMap, say: Say) -> dict[str, Any]:
    """Return a node with its neighbours by what they do, its roots, and the loops it is part of."""
    nodes = {each.id: each for each in answer.nodes}
    causes: Beside = [(each, nodes[each.start]) for each in answer.links if each.end == name]
    effects: Beside = [(each, nodes[each.end]) for each in answer.links if each.start == name]
    ends = _far(chart.onward(name), chart, "challenge")
    onward = {end: chart.shortest(name, end) for end in ends}
    return {
        "node": nodes[name],
        "said": followed_said(followed(name, chart), answer, chart, say),
        "causes": _of_sign(causes, "more"),
        "dampers": _of_sign(causes, "less"),
        "effects": _of_sign(effects, "more"),
        "damped": _of_sign(effects, "less"),
        "behind": [
            [nodes[each] for each in way]
            for root in _far(chart.behind(name), chart, "development")
            if len(way := chart.shortest(root, name)) <= LONGEST and gives_more(way, chart)
        ],
        "onward": [nodes[end] for end, way in onward.items() if gives_more(way, chart)],
        "onward_less": [nodes[end] for end, way in onward.items() if not gives_more(way, chart)],
        "loops": [each for each in answer.loops if name in each.nodes],
        "needs": [need for need, each in needs().items() if name in (*each.nodes, each.area)],
    }


def gives_more(way: tuple[str, ...], chart: CausalMap) -> bool:
    """Return whether more at the beginning of a way gives more at its end."""
    return sum(chart.links[start][end].sign == "less" for start, end in pairwise(way)) % 2 == 0


def _of_sign(pairs: Beside, sign: str) -> Beside:
    return [(link, node) for link, node in pairs if link.sign == sign]


def _far(reached: dict[str, int], chart: CausalMap, kind: Kind) -> list[str]:
    """Return the nodes of a kind that are more than one step away."""
    return [each for each, steps in reached.items() if steps > 1 and chart.nodes[each].kind == kind]
