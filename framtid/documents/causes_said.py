"""The whole chain of a node of the causal map, as a sentence and for the page's script."""

import json
from collections.abc import Callable, Iterable, Mapping

from framtid.language import language_of
from framtid.pathways.causes import CausalMap, Sign
from framtid.pathways.causes_answer import CausesAnswer
from framtid.pathways.causes_followed import Followed, Reached, every_chain
from framtid.pathways.causes_told import title

Say = Callable[..., str]
"""Says a text of the page."""


def followed_said(chain: Followed, answer: CausesAnswer, chart: CausalMap, say: Say) -> str:
    """Return what a chain is in words: what gives more and less of it, and what it gives.

    What a place's own figures go against is named, as long as it is part of the chain.
    """
    language = language_of(answer.language)
    titles = {each.id: each.title for each in answer.nodes}
    dampers, damped = (
        [each for each, link in beside.items() if link.sign == "less"]
        for beside in (chart.causes(chain.name), chart.effects(chain.name))
    )
    told = {each for ring in chart.loops() if chain.name in ring for each in ring}
    part = {chain.name, *chain.behind, *chain.onward}
    contrary = [each.id for each in answer.nodes if each.figure and each.figure.contrary]

    def named(names: Iterable[str]) -> str:
        return ", ".join(say("quoted", title=titles[each]) for each in names)

    return say(
        "followed",
        title=named([chain.name]),
        behind=_count(chain.behind, "more"),
        roots=named(chain.roots),
        onward=_count(chain.onward, "more"),
        ends=named(chain.ends),
        dampers=named(dampers),
        further_back=_count(chain.behind, "less") - len(dampers),
        damped=named(damped),
        further_on=_count(chain.onward, "less") - len(damped),
        ring=named(each for each in chain.ring if not told or each in told),
        contrary=", ".join(
            say("quoted", title=title(each, language)) for each in contrary if each in part
        ),
        inside=answer.place.inside,
    )


def _count(side: Mapping[str, Reached], sign: Sign) -> int:
    return sum(each.sign == sign for each in side.values())


def step_said(chain: Followed, name: str, say: Say) -> str:
    """Return the mark of a node: how far it is and which way, and whether it gives less."""
    step = chain.step(name)
    return f"{step} {say('map.gives_less')}" if chain.gives_less(name) else step


def chains(answer: CausesAnswer, chart: CausalMap, say: Say) -> str:
    """Return every node's chain as JSON for the page's script.

    For each, in the order of the map: a letter for the state of every node, a capital for what
    gives less, a letter for that of every link, the marks of the nodes, and the sentence.
    """
    told = {
        name: {
            "nodes": "".join(_letter(chain, each) for each in chart.nodes),
            "links": "".join(chain.thread(*pair)[0] for pair, _ in chart.pairs),
            "steps": [step_said(chain, each, say) for each in chart.nodes],
            "said": followed_said(chain, answer, chart, say),
        }
        for name, chain in every_chain().items()
    }
    links = [" ".join(pair) for pair, _ in chart.pairs]
    return _script({"nodes": list(chart.nodes), "links": links, "chains": told})


def _letter(chain: Followed, name: str) -> str:
    letter = chain.state(name)[0]
    return letter.upper() if chain.gives_less(name) else letter


def _script(told: object) -> str:
    """Return data as JSON that may stand in a page's script element."""
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("&", "\\u0026")
