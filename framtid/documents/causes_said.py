"""The whole chain of a node of the causal map, as a sentence and for the page's script."""

import json
from collections.abc import Callable, Iterable

from framtid.pathways.causes import CausalMap
from framtid.pathways.causes_answer import CausesAnswer
from framtid.pathways.causes_followed import Followed, followed

Say = Callable[..., str]
"""Says a text of the page."""


def followed_said(chain: Followed, answer: CausesAnswer, chart: CausalMap, say: Say) -> str:
    """Return what a chain is in words: behind, on, what it dampens, and the rings it is part of."""
    titles = {each.id: each.title for each in answer.nodes}
    dampers, damped = (
        [each for each, link in beside.items() if link.sign == "less"]
        for beside in (chart.causes(chain.name), chart.effects(chain.name))
    )
    told = {each for ring in chart.loops() if chain.name in ring for each in ring}

    def named(names: Iterable[str]) -> str:
        return ", ".join(say("quoted", title=titles[each]) for each in names)

    return say(
        "followed",
        title=named([chain.name]),
        behind=len(chain.gives_it),
        roots=named(chain.roots),
        onward=len(chain.given),
        ends=named(chain.ends),
        dampers=named(dampers),
        damped=named(damped),
        through=0 if chain.given else len(chain.onward) - len(damped),
        ring=named(each for each in chain.ring if not told or each in told),
    )


def chains(answer: CausesAnswer, chart: CausalMap, say: Say) -> dict[str, str]:
    """Return every node's chain as JSON: steps back and on, its rings, and the sentence."""
    found = {}
    for name in chart.nodes:
        chain = followed(name, chart)
        told = {
            "behind": chain.behind,
            "onward": chain.onward,
            "ring": chain.ring,
            "around": sorted(" ".join(pair) for pair in chain.around),
            "said": followed_said(chain, answer, chart, say),
        }
        found[name] = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return found
